import type { Codeowners } from '../../components/codeowners';
import type { Person } from '../../model';
import type { AnalysisSettings } from '../../settings';
import { givenName } from './firstNames';
import { isRole } from './roleWords';

/** What is known of people and teams beyond a page. */
export interface KnownPeople {
  /** The person with this full name, login, or address before the `@`, ignoring case; null for none. */
  personOf(word: string): number | null;
  /** A person with this given name, as it is written; null for none. */
  givenNameOf(word: string): number | null;
  /** Whether a handle, with or without its `@`, is a team. */
  isTeam(handle: string): boolean;
}

/** Where only the page is known. */
export const nobodyKnown: KnownPeople = { personOf: () => null, givenNameOf: () => null, isTeam: () => false };

const hostAddress = /^(?:\d+[+-])?([^@+]+)@users\.noreply\.[\w.-]+$/;
const notGiven =
  /^(?:git|github|gitlab|jira|slack|azure|the|new|my|your|our|team|unknown|test|no|null|via|open|mac|windows|linux|mr|dr)$/i;

/**
 * Looks people up by what pages call them, and handles that are teams: those of the settings, and those that CODEOWNERS
 * writes `@organisation/team`. Answers from maps that are made once.
 */
export function knownPeople(
  people: readonly Person[],
  codeowners: Codeowners | null,
  { teams }: Pick<AnalysisSettings, 'teams'>,
): KnownPeople {
  const persons = new Map<string, number>();
  const given = new Map<string, number>();
  const add = (map: Map<string, number>, word: string, id: number): void => {
    const key = word.toLowerCase();
    if (!map.has(key)) map.set(key, id);
  };
  for (const { id, name, email, aliases, bot, agent } of people) {
    if (bot || agent) continue;
    const parts = name.trim().split(/\s+/);
    const first = parts[0] ?? '';
    if (parts.length > 1) {
      add(persons, parts.join(' '), id);
      const isName = /^\p{Lu}\p{Ll}{2,}$/u.test(first) && givenName(first) !== 'product' && !notGiven.test(first);
      if (isName && !parts.some(part => isRole(part))) given.set(first, given.get(first) ?? id);
    }
    for (const address of [email, ...aliases]) {
      const local = hostAddress.exec(address)?.[1] ?? address.split('@', 1)[0] ?? '';
      if (local.length >= 4 && !isRole(local)) add(persons, local, id);
    }
  }
  const named = new Set<string>();
  const addTeam = (name: string): void => {
    const plain = name.toLowerCase().replace(/^@/, '');
    named.add(plain).add(plain.split('/').at(-1) ?? plain);
  };
  for (const { name } of teams) addTeam(name);
  for (const { owners } of codeowners?.rules ?? []) {
    for (const owner of owners) if (/^@[^/@]+\/\S+$/.test(owner)) addTeam(owner);
  }
  return {
    personOf: word => persons.get(word.toLowerCase()) ?? null,
    givenNameOf: word => given.get(word) ?? null,
    isTeam: handle => named.has(handle.toLowerCase().replace(/^@/, '')),
  };
}
