import { foldName } from '../../people/identities';
import type { PeopleLookup } from '../lint/peopleLookup';
import { givenName } from './firstNames';
import { isRole } from './roleWords';

/** Whom of the repository prose may mean: less than a lookup would find, since a word of prose is rarely a name. */
export interface KnownPeople {
  /** Whether the repository has people; else that nobody bears a name says nothing of it. */
  readonly anybody: boolean;
  /** The person with this full name, login, or address before the `@`, ignoring case; null for none. */
  personOf(word: string): number | null;
  /** A person with this given name, as it is written; null for none. */
  givenNameOf(word: string): number | null;
  /** Whether a handle, with or without its `@`, is a team. */
  isTeam(handle: string): boolean;
}

const notGiven =
  /^(?:git|github|gitlab|jira|slack|azure|the|new|my|your|our|team|unknown|test|no|null|via|open|mac|windows|linux|mr|dr)$/i;

/** Shorter logins are words. */
const shortestLogin = 4;

/** The people and teams of a lookup, as far as prose means them. */
export function knownPeople(people: PeopleLookup): KnownPeople {
  return {
    anybody: people.anybody,
    personOf: word => {
      const isName = /\s/.test(word.trim());
      if (!isName && (word.length < shortestLogin || isRole(word))) return null;
      return people.find(`@${word}`).find(({ by }) => by !== 'namePart')?.id ?? null;
    },
    givenNameOf: word => {
      if (!/^\p{Lu}\p{Ll}{2,}$/u.test(word) || givenName(word) === 'product' || notGiven.test(word)) return null;
      const isMeant = (name: string): boolean => {
        const parts = name.trim().split(/\s+/);
        return foldName(parts[0] ?? '') === foldName(word) && !parts.some(part => isRole(part));
      };
      return people.find(word).find(({ by, name }) => by === 'namePart' && isMeant(name))?.id ?? null;
    },
    isTeam: handle => people.isTeam(handle),
  };
}
