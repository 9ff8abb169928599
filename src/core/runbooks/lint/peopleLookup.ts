import type { Person, PersonId, PersonState } from '../../model';
import { hostLogin } from '../../people/hostLogin';
import { foldName } from '../../people/identities';
import { isFullName } from '../../people/nameForms';
import { personName } from '../../report/names';
import { plainTranslate } from '../../report/translate';

/** A person of the repository whom a word on a page may mean. */
export interface KnownPerson {
  readonly id: PersonId;
  /** As views show it: never an address. */
  readonly name: string;
  readonly state: PersonState;
  /** What the word is of theirs: `login` also is what stands before the `@` of an address. */
  readonly by: 'address' | 'fullName' | 'login' | 'namePart';
}

/** Who of the repository is meant by what a page says. Answers from memory, whatever the word. */
export interface PeopleLookup {
  /** Whether anybody is known at all; else that a word means nobody says nothing of it. */
  readonly anybody: boolean;
  /**
   * The humans a word may mean: an address, a full name, a login with or without `@`, the first or last word of a full
   * name. Only those of the first kind that fits, a login before a name where the word begins with `@`; several where it
   * fits several, none where nobody. Case and accents make no difference.
   */
  find(word: string): readonly KnownPerson[];
  /** A human by id; null for a bot, an agent and nobody. */
  person(id: PersonId): Pick<KnownPerson, 'name' | 'state'> | null;
  /** Whether a handle, with or without `@`, is a team: as the settings and CODEOWNERS say, and any `@organisation/team`. */
  isTeam(handle: string): boolean;
}

type Kind = KnownPerson['by'];

const nameFirst: readonly Kind[] = ['address', 'fullName', 'namePart', 'login'];
const loginFirst: readonly Kind[] = ['address', 'login', 'fullName', 'namePart'];

/** No words of a page are longer names. */
const longestWord = 120;

/** @param teams as settings and CODEOWNERS write them: `payments`, `@shop/payments` */
export function peopleLookup(people: readonly Person[], teams: Iterable<string>): PeopleLookup {
  const shownName = (id: PersonId): string => personName(id, people, plainTranslate);
  const byKind = new Map(nameFirst.map(kind => [kind, new Map<string, KnownPerson[]>()]));
  for (const { id, name, state, email, aliases } of people) {
    if (state === null) continue;
    for (const [by, key] of keysOf(name, [email, ...aliases])) {
      const index = byKind.get(by);
      const known = index?.get(key) ?? [];
      if (key !== '' && known.at(-1)?.id !== id) index?.set(key, [...known, { id, name: shownName(id), state, by }]);
    }
  }
  const known = new Set([...teams].map(plainHandle));
  const lastWords = new Set([...known].map(team => team.slice(team.lastIndexOf('/') + 1)));
  return {
    anybody: people.some(({ state }) => state !== null),
    find: word => {
      if (word.length > longestWord) return [];
      const key = foldName(word.trim().replace(/^@/, ''));
      for (const kind of word.trim().startsWith('@') ? loginFirst : nameFirst) {
        const found = byKind.get(kind)?.get(key);
        if (found !== undefined) return found;
      }
      return [];
    },
    person: id => {
      const known = people[id];
      return known === undefined || known.state === null ? null : { name: shownName(id), state: known.state };
    },
    isTeam: handle => {
      const plain = plainHandle(handle);
      return known.has(plain) || lastWords.has(plain) || /^@[\w.-]+\/[\w.-]+$/.test(handle.trim());
    },
  };
}

const plainHandle = (handle: string): string => handle.trim().toLowerCase().replace(/^@/, '');

function keysOf(name: string, addresses: readonly string[]): readonly (readonly [Kind, string])[] {
  const words = foldName(name)
    .split(/[\s,()]+/)
    .filter(Boolean);
  const parts = isFullName(words) ? [words[0], words.at(-1)] : [];
  return [
    ...addresses.map(address => ['address', foldName(address)] as const),
    [/^[\w.-]*$/.test(name) ? 'login' : 'fullName', foldName(name)],
    ...addresses.map(address => ['login', loginOf(foldName(address))] as const),
    ...parts.filter(part => part !== undefined && part.length > 1).map(part => ['namePart', part ?? ''] as const),
  ];
}

function loginOf(address: string): string {
  return hostLogin(address) ?? address.slice(0, Math.max(0, address.indexOf('@'))).replace(/\+.*$/, '');
}

/** Of nobody; what is known where the repository is not. */
export const noPeople: PeopleLookup = peopleLookup([], []);
