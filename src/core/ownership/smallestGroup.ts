import type { Steps } from '../steps';
import type { OwnerSets } from './ownerSets';

/** So many visits of a set of owners before the search gives up: a few milliseconds. */
const mostVisits = 5_000;

export interface SmallestGroup {
  /** In the order in which greed removes them, or by how much of the files hangs on them. */
  readonly people: readonly number[];
  /** No group of fewer people than this is enough; equal to their number where they are proven to be the smallest. */
  readonly atLeast: number;
}

/**
 * The fewest people who together own more than half of the files alone: a partial set cover, turned round. Greed gives
 * a group, in the better of two ways: by files owned, as truck factors are counted down, and by what then hangs on each.
 * Smaller ones are ruled out by a bound, or else found or ruled out by branch and bound. The bound: a file with `n` owners
 * counts `1/n` for each, since it is lost only with all of them, so that no group can lose more than the shares of its
 * members add up to. For most repositories that alone proves the greedy group to be the smallest.
 *
 * Deterministic, also where it gives up: work is counted, not timed.
 *
 * @returns null where nobody owns anything
 */
export function* smallestGroupInSteps(owned: OwnerSets): Steps<SmallestGroup | null> {
  if (owned.files === 0) return null;
  const { people } = owned;
  const namesOf = (places: readonly number[]): number[] => places.map(place => people[place] ?? 0);
  const needed = Math.floor(owned.files / 2) + 1;
  const remaining = new Remaining(owned);
  yield;
  const shares = remaining.shares.slice();
  const least = leastGroup(shares, needed);
  yield;
  const byFiles = removeByFiles(owned, remaining, needed);
  if (byFiles.length === least) return { people: namesOf(byFiles), atLeast: least };
  yield;
  const byShares = removeByShares(owned, needed);
  const greedy = byShares.length < byFiles.length ? byShares : byFiles;
  yield;
  const search = new Search(owned, needed, byMost(shares, people));
  for (let size = least; size < greedy.length; size++) {
    yield;
    const found = search.groupOf(size);
    if (found === 'unknown') return { people: namesOf(greedy), atLeast: size };
    if (found !== null) return { people: namesOf(inOrder(found, shares, people)), atLeast: size };
  }
  return { people: namesOf(greedy), atLeast: greedy.length };
}

/** Of one file; every part of it among up to 16 owners is whole, so that sums are the same in whatever order. */
const wholeFile = 720_720;

/** What of some files hangs on each of so many owners, rather too much than too little. */
function partOf(files: number, owners: number): number {
  return Math.ceil((files * wholeFile) / owners);
}

/** What is left while people are removed one after the other. */
class Remaining {
  /** What hangs on each person who is left: of each file its part among the owners who are left. */
  readonly shares: Float64Array;
  readonly gone: Uint8Array;
  /** Files that nobody owns any more. */
  lost = 0;
  readonly #owned: OwnerSets;
  readonly #left: Int32Array;

  constructor(owned: OwnerSets) {
    this.#owned = owned;
    this.shares = new Float64Array(owned.people.length);
    this.gone = new Uint8Array(owned.people.length);
    this.#left = new Int32Array(owned.sets.length);
    for (const [set, { owners, files }] of owned.sets.entries()) {
      this.#left[set] = owners.length;
      const part = partOf(files, owners.length);
      for (const owner of owners) this.#add(owner, part);
    }
  }

  remove(person: number): void {
    this.gone[person] = 1;
    for (const set of this.#owned.setsOf[person] ?? []) this.#loseOwner(set);
  }

  #loseOwner(set: number): void {
    const { owners, files } = this.#owned.sets[set] ?? { owners: [], files: 0 };
    const left = (this.#left[set] ?? 0) - 1;
    this.#left[set] = left;
    if (left === 0) {
      this.lost += files;
      return;
    }
    const more = partOf(files, left) - partOf(files, left + 1);
    for (const owner of owners) if (this.gone[owner] === 0) this.#add(owner, more);
  }

  #add(person: number, share: number): void {
    this.shares[person] = (this.shares[person] ?? 0) + share;
  }
}

/** Always the person next who owns most files. */
function removeByFiles({ filesOf, people }: OwnerSets, remaining: Remaining, needed: number): number[] {
  const removed: number[] = [];
  for (const person of byMost(filesOf, people)) {
    if (remaining.lost >= needed) break;
    removed.push(person);
    remaining.remove(person);
  }
  return removed;
}

/** Always the person next on whom most hangs once those before are gone. */
function removeByShares(owned: OwnerSets, needed: number): number[] {
  const remaining = new Remaining(owned);
  const { shares, gone } = remaining;
  const removed: number[] = [];
  while (remaining.lost < needed) {
    let most = -1;
    for (let person = 0; person < gone.length; person++) {
      if (gone[person] === 0 && (most < 0 || compareBy(shares, owned.people, person, most) < 0)) most = person;
    }
    if (most < 0) break;
    removed.push(most);
    remaining.remove(most);
  }
  return removed;
}

/** Fewer people than this cannot lose enough, by the bound. */
function leastGroup(shares: Float64Array, needed: number): number {
  let sum = 0;
  const sorted = shares.toSorted();
  for (let size = 1; size <= sorted.length; size++) {
    sum += sorted[sorted.length - size] ?? 0;
    if (sum >= needed * wholeFile) return size;
  }
  return sorted.length;
}

/** By what is counted of people, most first, then by their numbers. */
function compareBy(counts: ArrayLike<number>, people: readonly number[], a: number, b: number): number {
  return (counts[b] ?? 0) - (counts[a] ?? 0) || (people[a] ?? 0) - (people[b] ?? 0);
}

function inOrder(places: readonly number[], counts: ArrayLike<number>, people: readonly number[]): number[] {
  return places.toSorted((a, b) => compareBy(counts, people, a, b));
}

function byMost(counts: ArrayLike<number>, people: readonly number[]): number[] {
  return inOrder([...people.keys()], counts, people);
}

/** Looks for a group of a size by choosing people, or passing them over, one after the other. */
class Search {
  readonly #sets: OwnerSets['sets'];
  readonly #needed: number;
  readonly #candidates: readonly number[];
  readonly #gone: Uint8Array;
  /** What hangs on each person in the visit that goes on. */
  readonly #shares: Float64Array;
  #visits = 0;

  constructor({ sets }: OwnerSets, needed: number, candidates: readonly number[]) {
    this.#sets = sets.filter(({ owners, files }) => files > 0 && owners.length > 0);
    this.#needed = needed;
    this.#candidates = candidates;
    this.#gone = new Uint8Array(candidates.length);
    this.#shares = new Float64Array(candidates.length);
  }

  /** A group of so many people whose loss is enough; null when there is none. */
  groupOf(size: number): number[] | null | 'unknown' {
    this.#gone.fill(0);
    return this.#extend([], this.#sets, 0, size);
  }

  /** @param sets those that may still be lost: nobody was passed over who owns them */
  #extend(chosen: readonly number[], sets: OwnerSets['sets'], from: number, left: number): number[] | null | 'unknown' {
    this.#visits += sets.length + 1;
    if (this.#visits > mostVisits) return 'unknown';
    const lost = this.#weigh(sets);
    if (left === 0) return lost >= this.#needed ? [...chosen] : null;
    if (lost * wholeFile + this.#most(left) < this.#needed * wholeFile) return null;
    const person = this.#candidates[from];
    if (person === undefined) return lost >= this.#needed ? [...chosen] : null;
    this.#gone[person] = 1;
    const withPerson = this.#extend([...chosen, person], sets, from + 1, left - 1);
    this.#gone[person] = 0;
    if (withPerson !== null) return withPerson;
    const others = sets.filter(({ owners }) => !owners.includes(person));
    return this.#extend(chosen, others, from + 1, left);
  }

  /** Files lost without those who are gone; writes down what then hangs on each of the others. */
  #weigh(sets: OwnerSets['sets']): number {
    const gone = this.#gone;
    const shares = this.#shares.fill(0);
    let lost = 0;
    for (const { owners, files } of sets) {
      let left = 0;
      for (const owner of owners) if (gone[owner] === 0) left++;
      if (left === 0) {
        lost += files;
        continue;
      }
      const part = partOf(files, left);
      for (const owner of owners) if (gone[owner] === 0) shares[owner] = (shares[owner] ?? 0) + part;
    }
    return lost;
  }

  /** What hangs on so many people at most. */
  #most(people: number): number {
    const sorted = this.#shares.toSorted();
    let sum = 0;
    for (let at = sorted.length - 1; at >= Math.max(0, sorted.length - people); at--) sum += sorted[at] ?? 0;
    return sum;
  }
}
