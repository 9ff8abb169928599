import type { Person, Snapshot } from '../core/model';
import { personName } from '../core/report/names';
import type { Translate } from '../core/report/translate';

/** A person to think away, by what stays the same from one Snapshot to the next. */
export interface Choice {
  readonly email: string;
  readonly name: string;
}

/**
 * Who may be thought away: active people, since the others are away already. By name: this is no ranking.
 */
export function peopleToChoose({ people }: Snapshot, translate: Translate): readonly Choice[] {
  return people
    .filter(({ active, bot, agent }) => active && !bot && !agent)
    .map(({ id, email }) => ({ email, name: personName(id, people, translate) }))
    .sort((left, right) => left.name.localeCompare(right.name) || (left.email < right.email ? -1 : 1));
}

/** The people of a Snapshot with those addresses, whichever of theirs it is; who is not in it any more is left out. */
export function peopleWith({ people }: Snapshot, emails: ReadonlySet<string>): readonly Person[] {
  return people.filter(
    ({ email, aliases, active }) => active && [email, ...aliases].some(address => emails.has(address)),
  );
}
