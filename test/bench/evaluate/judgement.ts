import type { Person } from '../../../src/core/model';
import { latin } from '../../../src/core/people/nameForms';

/** How a group of people compares with the one that was named. Fractions. */
export interface Judgement {
  /** Names of the people found. */
  readonly found: readonly string[];
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  /** How many more people than were named; negative for fewer. */
  readonly excess: number;
}

/**
 * Compares people found, each by all names known of them, with people named. Nobody found has precision 0.
 *
 * Two names are the same without regard to case, accents and spaces, and where first and last part are the same: developers
 * leave out middle names.
 */
export function judge(found: readonly (readonly string[])[], named: readonly string[]): Judgement {
  const right = found.filter(names => named.some(name => isNamed(names, name))).length;
  const recalled = named.filter(name => found.some(names => isNamed(names, name))).length;
  const precision = found.length === 0 ? 0 : right / found.length;
  const recall = recalled / named.length;
  return {
    found: found.map(([name = '']) => name),
    precision,
    recall,
    f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall),
    excess: found.length - named.length,
  };
}

/** The names by which a person may be named: the one shown, and the parts of addresses before the `@`. */
export function namesOf(person: Person | undefined): string[] {
  if (person === undefined) return [];
  const addresses = [person.email, ...person.aliases].map(
    address => address.split('@')[0]?.replace(/^\d+\+/, '') ?? '',
  );
  return [person.name, ...addresses.filter(address => address !== '')];
}

function isNamed(names: readonly string[], name: string): boolean {
  const wanted = parts(name);
  return names.some(each => {
    const known = parts(each);
    return (
      known.join('') === wanted.join('') ||
      (known.length > 1 && wanted.length > 1 && known[0] === wanted[0] && known.at(-1) === wanted.at(-1))
    );
  });
}

function parts(name: string): string[] {
  return latin(name)
    .split(/[\s._-]+/)
    .filter(part => part !== '');
}
