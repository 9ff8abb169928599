import type { Share } from '../model';
import type { TruckFactor, TruckFactorDefinition } from '../truckFactor';
import { smallestGroup } from './smallestGroup';

/**
 * Fewest people whose loss leaves more than half of the files without an owner, with the proof that no smaller group
 * does, as far as it was found: see {@link smallestGroup}.
 *
 * @param ownersOfFiles people of each file; files that have lost all owners already do not count, since no further loss
 * would tell of them.
 */
export function truckFactorOf(
  definition: TruckFactorDefinition,
  ownersOfFiles: readonly (readonly number[])[],
): TruckFactor {
  const owners = ownersOfFiles.filter(people => people.length > 0);
  const files = owners.length;
  if (files === 0) {
    return { definition, value: null, people: [], files, abandonedShare: 0, exact: false, atLeast: null };
  }
  const { people: removed, atLeast } = smallestGroup(owners);
  const owned = new Map(removed.map(person => [person, 0]));
  let abandoned = 0;
  for (const people of owners) {
    let stays = false;
    for (const person of people) {
      const count = owned.get(person);
      if (count === undefined) stays = true;
      else owned.set(person, count + 1);
    }
    if (!stays) abandoned++;
  }
  return {
    definition,
    value: removed.length,
    people: removed.map((person): Share => ({ person, share: (owned.get(person) ?? 0) / files })),
    files,
    abandonedShare: abandoned / files,
    exact: atLeast === removed.length,
    atLeast,
  };
}

/** Files of each person, by index of the file. */
export function filesByPerson(owners: readonly (readonly number[])[]): Map<number, number[]> {
  const owned = new Map<number, number[]>();
  owners.forEach((people, file) => {
    for (const person of people) {
      const list = owned.get(person);
      if (list) {
        list.push(file);
      } else {
        owned.set(person, [file]);
      }
    }
  });
  return owned;
}
