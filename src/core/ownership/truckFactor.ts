import type { Share } from '../model';
import { inOneGo, type Steps } from '../steps';
import type { TruckFactor, TruckFactorDefinition } from '../truckFactor';
import { OwnerSets } from './ownerSets';
import { smallestGroupInSteps } from './smallestGroup';

/**
 * Fewest people whose loss leaves more than half of the files without an owner, with the proof that no smaller group
 * does, as far as it was found: see {@link smallestGroupInSteps}.
 *
 * @param ownersOfFiles people of each file; files that have lost all owners already do not count, since no further loss
 * would tell of them.
 */
export function truckFactorOf(
  definition: TruckFactorDefinition,
  ownersOfFiles: readonly (readonly number[])[],
): TruckFactor {
  const sets = new OwnerSets();
  for (const owners of ownersOfFiles) sets.add(owners, 1);
  return inOneGo(truckFactorInSteps(definition, sets));
}

/** The same in short steps, of files that are counted already. */
export function* truckFactorInSteps(definition: TruckFactorDefinition, sets: OwnerSets): Steps<TruckFactor> {
  const group = yield* smallestGroupInSteps(sets);
  if (group === null) return nothingToSay(definition);
  const { people: removed, atLeast } = group;
  yield;
  const { files } = sets;
  return {
    definition,
    value: removed.length,
    people: removed.map((person): Share => ({ person, share: sets.filesOfPerson(person) / files })),
    files,
    abandonedShare: sets.filesOfOnly(removed) / files,
    exact: atLeast === removed.length,
    atLeast,
  };
}

/** Without files, or without a history that tells of them. */
export function nothingToSay(definition: TruckFactorDefinition): TruckFactor {
  return { definition, value: null, people: [], files: 0, abandonedShare: 0, exact: false, atLeast: null };
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
