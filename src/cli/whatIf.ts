import type { Person, Snapshot } from '../core/model';
import { whatIf as thinkAway } from '../core/ownership/whatIf';
import { findPerson } from '../core/people/findPerson';
import { personName } from '../core/report/names';
import { printable } from '../core/report/printable';
import { pseudonymise } from '../core/report/pseudonymise';
import { plainTranslate } from '../core/report/translate';
import { whatIfJson } from '../core/report/whatIfJson';
import { whatIfMarkdown } from '../core/report/whatIfMarkdown';
import { analysed, type CommandContext, formatFor, tableStyle } from './command';
import type { WhatIfArguments } from './commandArguments';
import { CommandError } from './failure';
import { jsonText } from './jsonText';
import { whatIfTable } from './whatIfTable';

/** `what-if`: prints what becomes known by one person or nobody without some people. Resolves with the exit code. */
export async function whatIf(options: WhatIfArguments, context: CommandContext): Promise<number> {
  const { surroundings } = context;
  const snapshot = await analysed(context, 2);
  if (!snapshot.policy.whatIf) {
    throw new CommandError('notAllowed', 'The settings of this repository do not allow it: `policy: {whatIf: false}`.');
  }
  // Who asks for pseudonyms still names people as they are called.
  const people = options.without.map(wanted => personMeant(snapshot, wanted, options.pseudonymise));
  const result = thinkAway(
    options.pseudonymise ? pseudonymise(snapshot) : snapshot,
    people.map(({ id }) => id),
  );
  switch (formatFor(options, surroundings)) {
    case 'json':
      for (const chunk of jsonText(whatIfJson(result))) {
        await surroundings.stdout.write(chunk);
      }
      break;
    case 'markdown':
      await surroundings.stdout.write(whatIfMarkdown(result, plainTranslate));
      break;
    case 'table':
      await surroundings.stdout.write(whatIfTable(result, { ...tableStyle(surroundings), all: options.all }));
  }
  return 0;
}

/** Throws where a text means nobody or more than one; `secret`: who there is must not be printed. */
function personMeant({ people }: Snapshot, wanted: string, secret: boolean): Person {
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
