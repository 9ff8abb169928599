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
  const smaller = greedy.length > 1 ? smallestSet(owners, owned, greedy.length - 1) : null;
  const removed = smaller ?? greedy;
  const gone = new Set(removed);
  const people = removed.map((person): Share => ({ person, share: (owned.get(person)?.length ?? 0) / files }));
  return {
    definition,
    value: removed.length,
    people,
    files,
    abandonedShare: abandoned(owners, gone) / files,
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
  owners: readonly (readonly number[])[],
  owned: ReadonlyMap<number, number[]>,
  size: number,
): number[] | null {
  if (owned.size > exactPeople || size > exactSize) {
    return null;
  }
  const candidates = [...owned.keys()].sort((a, b) => a - b);
  for (let wanted = 1; wanted <= size; wanted++) {
    for (const set of combinations(candidates, wanted)) {
      if (abandoned(owners, new Set(set)) > owners.length / 2) {
        return set;
      }
    }
  }
  return null;
}

function* combinations(items: readonly number[], size: number, from = 0): Generator<number[]> {
  if (size === 0) {
    yield [];
    return;
  }
  for (let at = from; at <= items.length - size; at++) {
    for (const rest of combinations(items, size - 1, at + 1)) {
      yield [items[at] as number, ...rest];
    }
  }
}

function abandoned(owners: readonly (readonly number[])[], gone: ReadonlySet<number>): number {
  let count = 0;
  for (const people of owners) {
    count += people.every(person => gone.has(person)) ? 1 : 0;
  }
  return count;
}
