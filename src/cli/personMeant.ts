import type { Person, Snapshot } from '../core/model';
import { findPerson } from '../core/people/findPerson';
import { personName } from '../core/report/names';
import { printable } from '../core/report/printable';
import { plainTranslate } from '../core/report/translate';
import { CommandError } from './failure';

/** The person that a text means. Throws where it means nobody or more than one; `secret`: who there is must not be printed. */
export function personMeant({ people }: Snapshot, wanted: string, secret: boolean): Person {
  const found = findPerson(people, wanted);
  const shown = `"${printable(wanted)}"`;
  switch (found.kind) {
    case 'one':
      return found.person;
    case 'several':
      throw new CommandError(
        'noSuchPerson',
        `${shown} may be any of ${secret ? 'several people' : listed(people, found.people)}. Write more of the name, or the address.`,
      );
    case 'nobody':
      throw new CommandError(
        'noSuchPerson',
        `Nobody in this history is called ${shown}.${secret || found.close.length === 0 ? '' : ` Close to it: ${listed(people, found.close)}.`}`,
      );
  }
}

const mostListed = 8;

/** With addresses, which tell people of one name apart. */
function listed(all: readonly Person[], people: readonly Person[]): string {
  const shown = people
    .slice(0, mostListed)
    .map(({ id, email }) => `${personName(id, all, plainTranslate)} <${printable(email)}>`);
  const more = people.length - shown.length;
  return `${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
