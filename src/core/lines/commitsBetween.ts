/** What a commit says of where it comes from. */
export interface CommitOrigin {
  /** Ids, in order. */
  readonly parents: readonly string[];
  /** When it was committed, in seconds since 1970. */
  readonly time: number;
}

export interface BetweenQuestion {
  readonly head: string;
  /** Where the other line of commits ends; older or newer than the head, or on a branch of its own. */
  readonly earlier: string;
  /** Where commits come from, in the order asked; null for one that is not here. */
  readonly read: (ids: readonly string[]) => Promise<readonly (CommitOrigin | null)[]>;
  /** So many are visited at most. */
  readonly most: number;
}

const fromHead = 1;
const onMainLine = 2;

interface Reached {
  readonly id: string;
  /** What leads to it. */
  ways: number;
  origin: CommitOrigin | null;
  isVisited: boolean;
}

/**
 * Visits the commits that lie between two: those that lead from the head to the main line of the earlier one, which is its
 * first parents, and that line as far down. Newest first from both ends, until all that the head leads to has come to the
 * line: what no commit changed is followed along first parents, so that is where it is met again. Where clocks were wrong
 * more are visited, or the line not as far down.
 * @param visit told of each commit once, in no order that counts
 * @returns false when there are too many, or one is not here
 */
export async function visitBetween(
  { head, earlier, read, most }: BetweenQuestion,
  visit: (id: string, parents: readonly string[]) => void,
): Promise<boolean> {
  const all = new Map<string, Reached>();
  const open = new Set<Reached>();
  const reach = (id: string, way: number): void => {
    let reached = all.get(id);
    if (reached === undefined) {
      reached = { id, ways: 0, origin: null, isVisited: false };
      all.set(id, reached);
    }
    if ((reached.ways & way) !== 0) return;
    reached.ways |= way;
    // Also where it was visited: what lies behind it is to be told.
    open.add(reached);
  };
  const readOpen = async (): Promise<boolean> => {
    const unread = [...open].filter(({ origin }) => origin === null);
    if (unread.length === 0) return true;
    const origins = await read(unread.map(({ id }) => id));
    unread.forEach((reached, index) => {
      reached.origin = origins[index] ?? null;
    });
    return unread.every(({ origin }) => origin !== null);
  };
  reach(head, fromHead);
  reach(earlier, onMainLine);
  let visited = 0;
  while ([...open].some(({ ways }) => ways === fromHead)) {
    if (!(await readOpen())) return false;
    const newest = newestOf(open);
    open.delete(newest);
    const { id, ways, origin } = newest;
    const parents = origin?.parents ?? [];
    if (!newest.isVisited) {
      if (++visited > most) return false;
      newest.isVisited = true;
      visit(id, parents);
    }
    if (ways === fromHead) for (const parent of parents) reach(parent, fromHead);
    else if (parents[0] !== undefined) reach(parents[0], onMainLine);
  }
  return true;
}

/** Of those of the same second, one of the main line. */
function newestOf(open: ReadonlySet<Reached>): Reached {
  return [...open].reduce((newest, reached) => {
    const later = timeOf(reached) - timeOf(newest);
    return later > 0 || (later === 0 && newest.ways === fromHead) ? reached : newest;
  });
}

function timeOf({ origin }: Reached): number {
  return origin?.time ?? 0;
}
