import type { Component, Person, PersonId, Share } from '../model';
import { printable } from './printable';
import type { Translate } from './translate';

/** How a person is called in every view. Never an address: of a name that is one, the part before the `@`. */
export function personName(person: PersonId, people: readonly Person[], translate: Translate): string {
  const name = printable(people[person]?.name ?? '');
  const shown = name
    .replace(/(\S+)@\S*/g, '$1')
    .replace(/[<>]/g, '')
    .trim();
  return shown === '' ? translate('someone', {}) : shown;
}

/** The first of several people by name and how many more there are: `Ann Example, Ben Ito +2`; `''` for nobody. */
export function peopleNames(
  shares: readonly Share[],
  people: readonly Person[],
  most: number,
  translate: Translate,
): string {
  const names = shares.slice(0, most).map(({ person }) => personName(person, people, translate));
  const more = shares.length - names.length;
  return more > 0 ? `${names.join(', ')} +${more}` : names.join(', ');
}

/** Labels of components, by id: the name, or the id where a name stands for several. */
export function componentLabels(components: readonly Component[]): ReadonlyMap<string, string> {
  const uses = new Map<string, number>();
  for (const { name } of components) {
    uses.set(name, (uses.get(name) ?? 0) + 1);
  }
  return new Map(
    components.map(({ id, name }) => [
      id,
      printable(uses.get(name) === 1 ? name : id) || printable(id) || printable(name) || '/',
    ]),
  );
}
