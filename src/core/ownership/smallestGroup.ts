/** So many visits of a set of owners before the search gives up: a few milliseconds. */
const mostVisits = 5_000;

/** Files that the very same people own. */
export interface OwnedAlike {
  readonly owners: readonly number[];
  readonly files: number;
}

/** All sets of owners, and the people in them by number. What is counted of people is kept by their place. */
interface Owned {
  /** Owners by their place among all people. */
  readonly sets: readonly OwnedAlike[];
  readonly people: readonly number[];
}

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
 * @param ownersOfFiles people of each file, each with one at least; one file at least
 */
export function smallestGroup(ownersOfFiles: readonly (readonly number[])[]): SmallestGroup {
  return smallestGroupOf(ownersOfFiles.map(owners => ({ owners, files: 1 })));
}

/** The same of files that are counted already; several entries of the same people are added up. */
export function smallestGroupOf(ownedAlike: readonly OwnedAlike[]): SmallestGroup {
  const owned = addedUp(ownedAlike);
  const { sets, people } = owned;
  const namesOf = (places: readonly number[]): number[] => places.map(place => people[place] ?? 0);
  const needed = Math.floor(sets.reduce((sum, { files }) => sum + files, 0) / 2) + 1;
  const remaining = new Remaining(owned);
  const shares = remaining.shares.slice();
  const least = leastGroup(shares, needed);
  const byFiles = removeByFiles(owned, remaining, needed);
  if (byFiles.length === least) return { people: namesOf(byFiles), atLeast: least };
  const byShares = removeByShares(owned, needed);
  const greedy = byShares.length < byFiles.length ? byShares : byFiles;
  const search = new Search(sets, needed, byMost(shares));
  for (let size = least; size < greedy.length; size++) {
    const found = search.groupOf(size);
    if (found === 'unknown') return { people: namesOf(greedy), atLeast: size };
    if (found !== null) return { people: namesOf(found.sort((a, b) => compareBy(shares, a, b))), atLeast: size };
  }
  return { people: namesOf(greedy), atLeast: greedy.length };
}

function addedUp(ownedAlike: readonly OwnedAlike[]): Owned {
  const found = new Map<number | string, { owners: number[]; files: number }>();
  for (const { owners: people, files } of ownedAlike) {
    // Most files have one owner: then nothing needs to be sorted or written.
    const owners = people.length === 1 ? people : people.toSorted((a, b) => a - b);
    const key = owners.length === 1 ? (owners[0] ?? 0) : owners.join(' ');
    const known = found.get(key);
    if (known) known.files += files;
    else found.set(key, { owners: [...owners], files });
  }
  const keyed = [...found].map(([key, set]) => ({ key: String(key), set }));
  const sets = keyed.sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ set }) => set);
  const people = [...new Set(sets.flatMap(({ owners }) => owners))].sort((a, b) => a - b);
  const placeOf = new Map(people.map((person, place) => [person, place]));
  return {
    sets: sets.map(({ owners, files }) => ({ owners: owners.map(person => placeOf.get(person) ?? 0), files })),
    people,
  };
}

/** What is left while people are removed one after the other. */
class Remaining {
  /** What hangs on each person who is left: of each file its part among the owners who are left. */
  readonly shares: Float64Array;
  readonly gone: Uint8Array;
  /** Files that nobody owns any more. */
  lost = 0;
  private readonly sets: readonly OwnedAlike[];
  private readonly setsOf: readonly number[][];
  private readonly left: Int32Array;

  constructor({ sets, people }: Owned) {
    this.sets = sets;
    this.shares = new Float64Array(people.length);
    this.gone = new Uint8Array(people.length);
    this.setsOf = people.map(() => []);
    this.left = Int32Array.from(sets, ({ owners }) => owners.length);
    for (const [set, { owners, files }] of sets.entries()) {
      for (const owner of owners) {
        this.add(owner, files / owners.length);
        this.setsOf[owner]?.push(set);
      }
    }
  }

  remove(person: number): void {
    this.gone[person] = 1;
    for (const set of this.setsOf[person] ?? []) {
      const { owners, files } = this.sets[set] as OwnedAlike;
      const left = (this.left[set] ?? 0) - 1;
      this.left[set] = left;
      if (left === 0) {
        this.lost += files;
        continue;
      }
      const more = files / left - files / (left + 1);
      for (const owner of owners) if (this.gone[owner] === 0) this.add(owner, more);
    }
  }

  private add(person: number, share: number): void {
    this.shares[person] = (this.shares[person] ?? 0) + share;
  }
}

/** Always the person next who owns most files. */
function removeByFiles({ sets, people }: Owned, remaining: Remaining, needed: number): number[] {
  const files = new Float64Array(people.length);
  for (const set of sets) for (const owner of set.owners) files[owner] = (files[owner] ?? 0) + set.files;
  const removed: number[] = [];
  for (const person of byMost(files)) {
    if (remaining.lost >= needed) break;
    removed.push(person);
    remaining.remove(person);
  }
  return removed;
}

/** Always the person next on whom most hangs once those before are gone. */
function removeByShares(owned: Owned, needed: number): number[] {
  const remaining = new Remaining(owned);
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
    if (sum >= needed - tolerance) return size;
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

/** Sums of fractions are not exact: a bound that falls short by less than this rules nothing out. */
const tolerance = 1e-6;

class Search {
  private visits = 0;
  private readonly gone: Uint8Array;
  /** What hangs on each person in the visit that goes on. */
  private readonly shares: Float64Array;

  constructor(
    private readonly sets: readonly OwnedAlike[],
    private readonly needed: number,
    private readonly candidates: readonly number[],
  ) {
    this.gone = new Uint8Array(candidates.length);
    this.shares = new Float64Array(candidates.length);
  }

  /** A group of so many people whose loss is enough; null when there is none. */
  groupOf(size: number): number[] | null | 'unknown' {
    this.gone.fill(0);
    return this.extend([], this.sets, 0, size);
  }

  /** @param sets those that may still be lost: nobody was passed over who owns them */
  private extend(
    chosen: readonly number[],
    sets: readonly OwnedAlike[],
    from: number,
    left: number,
  ): number[] | null | 'unknown' {
    this.visits += sets.length + 1;
    if (this.visits > mostVisits) return 'unknown';
    const lost = this.weigh(sets);
    if (left === 0) return lost >= this.needed ? [...chosen] : null;
    if (lost + this.most(left) < this.needed - tolerance) return null;
    const person = this.candidates[from];
    if (person === undefined) return lost >= this.needed ? [...chosen] : null;
    this.gone[person] = 1;
    const withPerson = this.extend([...chosen, person], sets, from + 1, left - 1);
    this.gone[person] = 0;
    if (withPerson !== null) return withPerson;
    const others = sets.filter(({ owners }) => !owners.includes(person));
    return this.extend(chosen, others, from + 1, left);
  }

  /** Files lost without those who are gone; writes down what then hangs on each of the others. */
  private weigh(sets: readonly OwnedAlike[]): number {
    const { gone, shares } = this;
    shares.fill(0);
    let lost = 0;
    for (const { owners, files } of sets) {
      let left = 0;
      for (const owner of owners) if (gone[owner] === 0) left++;
      if (left === 0) lost += files;
      else for (const owner of owners) if (gone[owner] === 0) shares[owner] = (shares[owner] ?? 0) + files / left;
    }
    return lost;
  }

  /** What hangs on so many people at most. */
  private most(people: number): number {
    const sorted = this.shares.toSorted();
    let sum = 0;
    for (let at = sorted.length - 1; at >= Math.max(0, sorted.length - people); at--) sum += sorted[at] ?? 0;
    return sum;
  }
}
