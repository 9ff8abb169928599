import { editDistance } from '../editDistance';
import type { Person } from '../model';
import { foldName } from './identities';

/** Whom a text means. */
export type FoundPerson =
  | { readonly kind: 'one'; readonly person: Person }
  /** It fits several: none of them is chosen. By name. */
  | { readonly kind: 'several'; readonly people: readonly Person[] }
  /** It fits nobody; the closest names, at most five, the best first. */
  | { readonly kind: 'nobody'; readonly close: readonly Person[] };

const mostClose = 5;

/** A name that differs in more than a third of its letters is another name. */
const mostDifferent = 1 / 3;

/**
 * The person that a text means: an address or alias, a full name, else a part of a name or of what stands before an
 * address's `@` that only one person has. Who is active goes before who is not. Case and accents make no difference.
 * Bots and agents are not found.
 */
export function findPerson(people: readonly Person[], wanted: string): FoundPerson {
  const humans = people.filter(({ bot, agent }) => !bot && !agent);
  const text = foldName(wanted);
  if (text === '') {
    return { kind: 'nobody', close: [] };
  }
  const exact = humans.filter(person => addressesOf(person).includes(text));
  const named = exact.length > 0 ? exact : humans.filter(({ name }) => foldName(name) === text);
  const fitting = named.length > 0 ? named : humans.filter(person => hasPart(person, text));
  const active = fitting.filter(person => person.active);
  const found = active.length > 0 ? active : fitting;
  const [only] = found;
  if (only !== undefined && found.length === 1) {
    return { kind: 'one', person: only };
  }
  return found.length > 1
    ? { kind: 'several', people: found.toSorted(byName) }
    : { kind: 'nobody', close: closest(humans, text) };
}

function addressesOf({ email, aliases }: Person): string[] {
  return [email, ...aliases].map(foldName);
}

/** A part begins where a word does: "ann" is in "Ann Lee" and in "lee, ann", not in "Hannah". */
function hasPart(person: Person, text: string): boolean {
  const words = [foldName(person.name), ...addressesOf(person).map(localPart)];
  return words.some(word => word.startsWith(text) || [...' .,_+-'].some(mark => word.includes(mark + text)));
}

function localPart(address: string): string {
  return address.slice(0, Math.max(0, address.indexOf('@')));
}

function closest(people: readonly Person[], text: string): Person[] {
  return people
    .map(person => ({ person, distance: distanceTo(person, text) }))
    .filter(({ distance }) => distance <= mostDifferent)
    .sort((a, b) => a.distance - b.distance || byName(a.person, b.person))
    .slice(0, mostClose)
    .map(({ person }) => person);
}

/** Of the name, its beginning, any word of it, or the address that is nearest: letters to change, as a fraction of the longer text. */
function distanceTo(person: Person, text: string): number {
  const name = foldName(person.name);
  const addresses = addressesOf(person);
  const candidates = [
    name,
    name.slice(0, text.length),
    ...name.split(' '),
    ...addresses,
    ...addresses.map(localPart),
  ].filter(Boolean);
  return Math.min(...candidates.map(word => editDistance(word, text) / Math.max(word.length, text.length)));
}

/** By code units, so that machines agree. */
function byName(a: Person, b: Person): number {
  return a.name < b.name ? -1 : a.name > b.name ? 1 : a.id - b.id;
}
