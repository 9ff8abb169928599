import type { Share, TruckFactor, TruckFactorDefinition } from '../model';

/** Above this many people nobody searches for the smallest set; the greedy one stands. */
const exactPeople = 24;
const exactSize = 4;

/**
 * Fewest people whose loss leaves more than half of the files without an owner. People are removed greedily, the one
 * who owns most files first; where few people are involved every smaller set is tried as well, and the result is marked
 * exact.
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
    return { definition, value: null, people: [], files, abandonedShare: 0, exact: false };
  }
  const owned = filesByPerson(owners);
  const greedy = removeGreedily(owners, owned);
  const sets = distinctSets(owners);
  const smaller = greedy.length > 1 ? smallestSet(sets, files, owned, greedy.length - 1) : null;
  const removed = smaller ?? greedy;
  const gone = new Set(removed);
  const people = removed.map((person): Share => ({ person, share: (owned.get(person)?.length ?? 0) / files }));
  return {
    definition,
    value: removed.length,
    people,
    files,
    abandonedShare: abandoned(sets, gone) / files,
    exact: greedy.length <= 1 || (owned.size <= exactPeople && greedy.length - 1 <= exactSize),
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

/** Owners that some files have in common, and how many files those are. */
interface OwnerSet {
  readonly people: readonly number[];
  files: number;
}

/** Files differ far more than their owners do. */
function distinctSets(owners: readonly (readonly number[])[]): OwnerSet[] {
  const sets = new Map<string, OwnerSet>();
  for (const people of owners) {
    const key = people.join();
    const set = sets.get(key);
    if (set) {
      set.files++;
    } else {
      sets.set(key, { people, files: 1 });
    }
  }
  return [...sets.values()];
}

function removeGreedily(owners: readonly (readonly number[])[], owned: ReadonlyMap<number, number[]>): number[] {
  const half = owners.length / 2;
  const left = owners.map(people => people.length);
  let without = left.filter(count => count === 0).length;
  const remaining = new Map([...owned].map(([person, files]) => [person, files.length]));
  const removed: number[] = [];
  while (without <= half && remaining.size > 0) {
    let top = -1;
    let most = -1;
    for (const [person, count] of remaining) {
      if (count > most || (count === most && person < top)) {
        top = person;
        most = count;
      }
    }
    remaining.delete(top);
    removed.push(top);
    for (const file of owned.get(top) ?? []) {
      const count = (left[file] ?? 0) - 1;
      left[file] = count;
      without += count === 0 ? 1 : 0;
    }
  }
  return removed;
}

/** The smallest set of at most `size` people whose loss is enough, in person order; null when there is none. */
function smallestSet(
  sets: readonly OwnerSet[],
  files: number,
  owned: ReadonlyMap<number, number[]>,
  size: number,
): number[] | null {
  if (owned.size > exactPeople || size > exactSize) {
    return null;
  }
  const candidates = [...owned.keys()].sort((a, b) => a - b);
  const counts = candidates.map(person => owned.get(person)?.length ?? 0);
  // Of the candidates from each place on, the most files one of them owns.
  const mostFrom = counts.slice();
  for (let at = mostFrom.length - 2; at >= 0; at--) {
    mostFrom[at] = Math.max(mostFrom[at] ?? 0, mostFrom[at + 1] ?? 0);
  }
  const search = (chosen: readonly number[], owning: number, more: number, from: number): number[] | null => {
    if (more === 0) {
      return abandoned(sets, new Set(chosen)) > files / 2 ? [...chosen] : null;
    }
    for (let at = from; at <= candidates.length - more; at++) {
      // Nobody abandons more files than they own.
      if (owning + more * (mostFrom[at] ?? 0) <= files / 2) {
        return null;
      }
      const found = search([...chosen, candidates[at] ?? 0], owning + (counts[at] ?? 0), more - 1, at + 1);
      if (found) {
        return found;
      }
    }
    return null;
  };
  for (let wanted = 1; wanted <= size; wanted++) {
    const found = search([], 0, wanted, 0);
    if (found) {
      return found;
    }
  }
  return null;
}

/** Files that have no owner without those people. */
function abandoned(sets: readonly OwnerSet[], gone: ReadonlySet<number>): number {
  let count = 0;
  for (const { people, files } of sets) {
    count += people.every(person => gone.has(person)) ? files : 0;
  }
  return count;
}
