import type { Steps } from '../steps';
import { OwnedSets } from './ownedSets';
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
export function* smallestGroupInSteps(counted: OwnerSets): Steps<SmallestGroup | null> {
  const sets = [...counted.all].filter(({ owners }) => owners.length > 0);
  if (sets.length === 0) return null;
  yield;
  const owned = yield* OwnedSets.of(sets);
  const { people } = owned;
  const namesOf = (places: readonly number[]): number[] => places.map(place => people[place] ?? 0);
  const needed = Math.floor(sets.reduce((sum, { files }) => sum + files, 0) / 2) + 1;
  yield;
  const remaining = new Remaining(owned);
  const shares = remaining.shares.slice();
  const least = leastGroup(shares, needed);
  yield;
  const byFiles = removeByFiles(owned, remaining, needed);
  if (byFiles.length === least) return { people: namesOf(byFiles), atLeast: least };
  yield;
  const byShares = removeByShares(new Remaining(owned), needed);
  const greedy = byShares.length < byFiles.length ? byShares : byFiles;
  const search = new Search(owned, needed, byMost(shares));
  for (let size = least; size < greedy.length; size++) {
    yield;
    const found = search.groupOf(size);
    if (found === 'unknown') return { people: namesOf(greedy), atLeast: size };
    if (found !== null) return { people: namesOf(found.sort((a, b) => compareBy(shares, a, b))), atLeast: size };
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
  readonly #owned: OwnedSets;
  readonly #left: Int32Array;

  constructor(owned: OwnedSets) {
    this.#owned = owned;
    this.shares = new Float64Array(owned.people.length);
    this.gone = new Uint8Array(owned.people.length);
    this.#left = new Int32Array(owned.sets);
    for (let set = 0; set < owned.sets; set++) {
      const [first, end] = [owned.first(set), owned.first(set + 1)];
      this.#left[set] = end - first;
      const part = partOf(owned.filesOf(set), end - first);
      for (let at = first; at < end; at++) this.#add(owned.owner(at), part);
    }
  }

  remove(person: number): void {
    const { setsOf, setsFrom } = this.#owned;
    this.gone[person] = 1;
    const end = setsFrom[person + 1] ?? 0;
    for (let at = setsFrom[person] ?? 0; at < end; at++) this.#loseOwner(setsOf[at] ?? 0);
  }

  #loseOwner(set: number): void {
    const owned = this.#owned;
    const files = owned.filesOf(set);
    const left = (this.#left[set] ?? 0) - 1;
    this.#left[set] = left;
    if (left === 0) {
      this.lost += files;
      return;
    }
    const more = partOf(files, left) - partOf(files, left + 1);
    for (let at = owned.first(set); at < owned.first(set + 1); at++) {
      if (this.gone[owned.owner(at)] === 0) this.#add(owned.owner(at), more);
    }
  }

  #add(person: number, share: number): void {
    this.shares[person] = (this.shares[person] ?? 0) + share;
  }
}

/** Always the person next who owns most files. */
function removeByFiles(owned: OwnedSets, remaining: Remaining, needed: number): number[] {
  const files = new Float64Array(owned.people.length);
  for (let set = 0; set < owned.sets; set++) {
    for (let at = owned.first(set); at < owned.first(set + 1); at++) {
      files[owned.owner(at)] = (files[owned.owner(at)] ?? 0) + owned.filesOf(set);
    }
  }
  const removed: number[] = [];
  for (const person of byMost(files)) {
    if (remaining.lost >= needed) break;
    removed.push(person);
    remaining.remove(person);
  }
  return removed;
}

/** Always the person next on whom most hangs once those before are gone. */
function removeByShares(remaining: Remaining, needed: number): number[] {
  const { shares, gone } = remaining;
  const removed: number[] = [];
  while (remaining.lost < needed) {
    let most = -1;
    for (let person = 0; person < gone.length; person++) {
      if (gone[person] === 0 && (most < 0 || (shares[person] ?? 0) > (shares[most] ?? 0))) most = person;
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

/** Places are in the order of people's numbers. */
function compareBy(counts: Float64Array, a: number, b: number): number {
  return (counts[b] ?? 0) - (counts[a] ?? 0) || a - b;
}

function byMost(counts: Float64Array): number[] {
  return Array.from(counts.keys()).sort((a, b) => compareBy(counts, a, b));
}

/** Looks for a group of a size by choosing people, or passing them over, one after the other. */
class Search {
  readonly #owned: OwnedSets;
  readonly #needed: number;
  readonly #candidates: readonly number[];
  readonly #gone: Uint8Array;
  /** What hangs on each person in the visit that goes on. */
  readonly #shares: Float64Array;
  #visits = 0;

  constructor(owned: OwnedSets, needed: number, candidates: readonly number[]) {
    this.#owned = owned;
    this.#needed = needed;
    this.#candidates = candidates;
    this.#gone = new Uint8Array(candidates.length);
    this.#shares = new Float64Array(candidates.length);
  }

  /** A group of so many people whose loss is enough; null when there is none. */
  groupOf(size: number): number[] | null | 'unknown' {
    this.#gone.fill(0);
    return this.#extend([], Array.from(this.#owned.files.keys()), 0, size);
  }

  /** @param sets those that may still be lost: nobody was passed over who owns them */
  #extend(chosen: readonly number[], sets: readonly number[], from: number, left: number): number[] | null | 'unknown' {
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
    const others = sets.filter(set => !this.#isOwner(person, set));
    return this.#extend(chosen, others, from + 1, left);
  }

  #isOwner(person: number, set: number): boolean {
    const owned = this.#owned;
    for (let at = owned.first(set); at < owned.first(set + 1); at++) if (owned.owner(at) === person) return true;
    return false;
  }

  /** Files lost without those who are gone; writes down what then hangs on each of the others. */
  #weigh(sets: readonly number[]): number {
    const owned = this.#owned;
    const shares = this.#shares.fill(0);
    const stays = (at: number): boolean => this.#gone[owned.owner(at)] === 0;
    let lost = 0;
    for (const set of sets) {
      const [first, end] = [owned.first(set), owned.first(set + 1)];
      let left = 0;
      for (let at = first; at < end; at++) if (stays(at)) left++;
      if (left === 0) {
        lost += owned.filesOf(set);
        continue;
      }
      const part = partOf(owned.filesOf(set), left);
      for (let at = first; at < end; at++) {
        if (stays(at)) shares[owned.owner(at)] = (shares[owned.owner(at)] ?? 0) + part;
      }
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
