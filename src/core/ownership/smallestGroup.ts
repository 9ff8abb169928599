/** So many visits of a set of owners before the search gives up: a few milliseconds. */
const mostVisits = 5_000;

/** Files that the very same people own. */
interface OwnedAlike {
  readonly owners: readonly number[];
  readonly files: number;
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
  const sets = ownedAlike(ownersOfFiles);
  const needed = Math.floor(ownersOfFiles.length / 2) + 1;
  const remaining = new Remaining(sets);
  const shares = new Map(remaining.shares);
  const least = leastGroup(shares, needed);
  const byFiles = removeByFiles(sets, remaining, needed);
  if (byFiles.length === least) return { people: byFiles, atLeast: least };
  const byShares = removeByShares(sets, needed);
  const greedy = byShares.length < byFiles.length ? byShares : byFiles;
  const search = new Search(sets, needed, byMost(shares));
  for (let size = least; size < greedy.length; size++) {
    const found = search.groupOf(size);
    if (found === 'unknown') return { people: greedy, atLeast: size };
    if (found !== null) return { people: found.sort((a, b) => compareBy(shares, a, b)), atLeast: size };
  }
  return { people: greedy, atLeast: greedy.length };
}

function ownedAlike(ownersOfFiles: readonly (readonly number[])[]): OwnedAlike[] {
  const found = new Map<string, { owners: readonly number[]; files: number }>();
  for (const people of ownersOfFiles) {
    const owners = [...people].sort((a, b) => a - b);
    const key = owners.join(' ');
    const known = found.get(key);
    if (known) known.files++;
    else found.set(key, { owners, files: 1 });
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, set]) => set);
}

/** What is left while people are removed one after the other. */
class Remaining {
  /** What hangs on each person who is left: of each file its part among the owners who are left. */
  readonly shares = new Map<number, number>();
  /** Files that nobody owns any more. */
  lost = 0;
  private readonly setsOf = new Map<number, number[]>();
  private readonly left: number[];

  constructor(private readonly sets: readonly OwnedAlike[]) {
    this.left = sets.map(({ owners }) => owners.length);
    sets.forEach(({ owners, files }, set) => {
      for (const owner of owners) {
        this.add(owner, files / owners.length);
        const own = this.setsOf.get(owner);
        if (own) own.push(set);
        else this.setsOf.set(owner, [set]);
      }
    });
  }

  remove(person: number): void {
    this.shares.delete(person);
    for (const set of this.setsOf.get(person) ?? []) {
      const { owners, files } = this.sets[set] as OwnedAlike;
      const left = (this.left[set] ?? 0) - 1;
      this.left[set] = left;
      if (left === 0) this.lost += files;
      const more = files / left - files / (left + 1);
      for (const owner of left === 0 ? [] : owners) if (this.shares.has(owner)) this.add(owner, more);
    }
  }

  private add(person: number, share: number): void {
    this.shares.set(person, (this.shares.get(person) ?? 0) + share);
  }
}

/** Always the person next who owns most files. */
function removeByFiles(sets: readonly OwnedAlike[], remaining: Remaining, needed: number): number[] {
  const files = new Map<number, number>();
  for (const set of sets) for (const owner of set.owners) files.set(owner, (files.get(owner) ?? 0) + set.files);
  const removed: number[] = [];
  for (const person of byMost(files)) {
    if (remaining.lost >= needed) break;
    removed.push(person);
    remaining.remove(person);
  }
  return removed;
}

/** Always the person next on whom most hangs once those before are gone. */
function removeByShares(sets: readonly OwnedAlike[], needed: number): number[] {
  const remaining = new Remaining(sets);
  const removed: number[] = [];
  while (remaining.lost < needed) {
    let most: number | undefined;
    for (const person of remaining.shares.keys()) {
      if (most === undefined || compareBy(remaining.shares, person, most) < 0) most = person;
    }
    if (most === undefined) break;
    removed.push(most);
    remaining.remove(most);
  }
  return removed;
}

/** Fewer people than this cannot lose enough, by the bound. */
function leastGroup(shares: ReadonlyMap<number, number>, needed: number): number {
  let sum = 0;
  const sorted = [...shares.values()].sort((a, b) => b - a);
  const enough = sorted.findIndex(share => {
    sum += share;
    return sum >= needed - tolerance;
  });
  return enough < 0 ? sorted.length : enough + 1;
}

function compareBy(counts: ReadonlyMap<number, number>, a: number, b: number): number {
  return (counts.get(b) ?? 0) - (counts.get(a) ?? 0) || a - b;
}

function byMost(counts: ReadonlyMap<number, number>): number[] {
  return [...counts.keys()].sort((a, b) => compareBy(counts, a, b));
}

/** Sums of fractions are not exact: a bound that falls short by less than this rules nothing out. */
const tolerance = 1e-6;

class Search {
  private visits = 0;

  constructor(
    private readonly sets: readonly OwnedAlike[],
    private readonly needed: number,
    private readonly candidates: readonly number[],
  ) {}

  /** A group of so many people whose loss is enough; null when there is none. */
  groupOf(size: number): number[] | null | 'unknown' {
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
    const { lost, shares } = without(sets, chosen);
    if (left === 0) return lost >= this.needed ? [...chosen] : null;
    const most = [...shares.values()].sort((a, b) => b - a).slice(0, left);
    if (lost + most.reduce((sum, share) => sum + share, 0) < this.needed - tolerance) return null;
    const person = this.candidates[from];
    if (person === undefined) return lost >= this.needed ? [...chosen] : null;
    const withPerson = this.extend([...chosen, person], sets, from + 1, left - 1);
    if (withPerson !== null) return withPerson;
    const others = sets.filter(({ owners }) => !owners.includes(person));
    return this.extend(chosen, others, from + 1, left);
  }
}

/** Files lost without some people, and what then hangs on each of the others. */
function without(sets: readonly OwnedAlike[], gone: readonly number[]): { lost: number; shares: Map<number, number> } {
  const shares = new Map<number, number>();
  let lost = 0;
  for (const { owners, files } of sets) {
    const left = gone.length === 0 ? owners : owners.filter(owner => !gone.includes(owner));
    if (left.length === 0) lost += files;
    for (const owner of left) shares.set(owner, (shares.get(owner) ?? 0) + files / left.length);
  }
  return { lost, shares };
}
