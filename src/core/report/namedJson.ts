import type { Person, PersonId } from '../model';

/** A person as JSON names one. */
export interface NamedJson {
  readonly id: number;
  readonly name: string;
  readonly email: string;
}

/** A person by number; empty words for one that is none. */
export function namedJson(id: PersonId, people: readonly Person[]): NamedJson {
  return { id, name: people[id]?.name ?? '', email: people[id]?.email ?? '' };
}
