/** So many visits of a set of owners before the search gives up: a few hundredths of a second. */
const mostVisits = 300_000;

/** Files that the very same people own. */
interface OwnedAlike {
  readonly owners: readonly number[];
  readonly files: number;
}

export interface SmallestGroup {
  /** In the order of how much of the files hangs on them, most first. */
  readonly people: readonly number[];
  /** No group of fewer people than this is enough; equal to their number where they are proven to be the smallest. */
  readonly atLeast: number;
}

/**
 * The fewest people who together own more than half of the files alone: a partial set cover, turned round. Greed gives
 * a group, in the better of two ways: by files owned, as truck factors are counted down, and by what then hangs on each; then smaller ones are ruled out, or found, by branch and bound. The bound: a file with `n` owners counts
 * `1/n` for each, since it is lost only with all of them, so that no group can lose more than the shares of its members
 * add up to. For most repositories that alone proves the greedy group to be the smallest.
 *
 * Deterministic, also where it gives up: work is counted, not timed.
 *
 * @param ownersOfFiles people of each file, each with one at least; one file at least
 */
export function smallestGroup(ownersOfFiles: readonly (readonly number[])[]): SmallestGroup {
  const sets = ownedAlike(ownersOfFiles);
  const needed = Math.floor(ownersOfFiles.length / 2) + 1;
  const shares = sharesIn(sets, new Set());
  const [byFiles, byNeed] = [removeByFiles(sets, needed), removeByShare(sets, needed)];
  const greedy = byNeed.length < byFiles.length ? byNeed : byFiles;
  const search = new Search(sets, needed, byShare(shares));
  for (let size = 1; size < greedy.length; size++) {
    const found = search.groupOf(size);
    if (found === 'unknown') return { people: greedy, atLeast: size };
    if (found !== null) return { people: found.sort((a, b) => compareShares(shares, a, b)), atLeast: size };
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

/** Always the person next who owns most files. */
function removeByFiles(sets: readonly OwnedAlike[], needed: number): number[] {
  const files = new Map<number, number>();
  for (const set of sets) for (const owner of set.owners) files.set(owner, (files.get(owner) ?? 0) + set.files);
  const gone = new Set<number>();
  for (const person of byShare(files)) {
    if (lost(sets, gone) >= needed) break;
    gone.add(person);
  }
  return [...gone];
}

/** Always the person next on whom most hangs once those before are gone. */
function removeByShare(sets: readonly OwnedAlike[], needed: number): number[] {
  const gone = new Set<number>();
  while (lost(sets, gone) < needed) {
    const [person] = byShare(sharesIn(sets, gone));
    if (person === undefined) break;
    gone.add(person);
  }
  return [...gone];
}

function lost(sets: readonly OwnedAlike[], gone: ReadonlySet<number>): number {
  let files = 0;
  for (const set of sets) if (set.owners.every(owner => gone.has(owner))) files += set.files;
  return files;
}

/** What hangs on each person who is not gone: of each file its part among the owners who are left. */
function sharesIn(sets: readonly OwnedAlike[], gone: ReadonlySet<number>): Map<number, number> {
  const shares = new Map<number, number>();
  for (const set of sets) {
    const left = set.owners.filter(owner => !gone.has(owner));
    for (const owner of left) shares.set(owner, (shares.get(owner) ?? 0) + set.files / left.length);
  }
  return shares;
}

function compareShares(shares: ReadonlyMap<number, number>, a: number, b: number): number {
  return (shares.get(b) ?? 0) - (shares.get(a) ?? 0) || a - b;
}

function byShare(shares: ReadonlyMap<number, number>): number[] {
  return [...shares.keys()].sort((a, b) => compareShares(shares, a, b));
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
    const gone = new Set(chosen);
    const already = lost(sets, gone);
    if (left === 0) return already >= this.needed ? [...chosen] : null;
    const shares = sharesIn(sets, gone);
    const most = [...shares.values()].sort((a, b) => b - a).slice(0, left);
    if (already + most.reduce((sum, share) => sum + share, 0) < this.needed - tolerance) return null;
    const person = this.candidates[from];
    if (person === undefined) return already >= this.needed ? [...chosen] : null;
    const withPerson = this.extend([...chosen, person], sets, from + 1, left - 1);
    if (withPerson !== null) return withPerson;
    const others = sets.filter(({ owners }) => !owners.includes(person));
    return this.extend(chosen, others, from + 1, left);
  }
}
