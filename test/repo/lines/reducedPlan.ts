import { isDeepStrictEqual } from 'node:util';
import { linesOf } from './contents';
import type { PlannedEntry, PlannedHistory } from './plan';
import { changesBetween, type Tree, treesOf } from './tree';

/** A history whose commits say what they hold, not what they change: then any of them can be left out. */
interface Whole {
  readonly commits: readonly { readonly parents: readonly number[]; readonly date: number; readonly tree: Tree }[];
  readonly head: number;
  readonly ignored: readonly number[];
}

/**
 * A history as small as can be found in the time given that still fails: without commits, parents, paths and lines that
 * have nothing to do with the failure. It works on the history itself; making its description smaller changes the
 * meaning of every pick after it, so that the failure is mostly lost.
 */
export async function reducedPlan(
  plan: PlannedHistory,
  fails: (plan: PlannedHistory) => Promise<boolean>,
  milliseconds: number,
): Promise<PlannedHistory> {
  const until = Date.now() + milliseconds;
  let smallest = whole(plan);
  for (let found = true; found && Date.now() < until; ) {
    found = false;
    for (const candidates of [withoutCommits, withoutPaths, withoutParents, withoutIgnored, inOrder, withoutLines]) {
      // Each removal that works is kept at once, and the next one starts from there.
      for (const smaller of candidates(() => smallest)) {
        if (Date.now() > until) break;
        const candidate = planned(smaller);
        if (smaller.commits.length === 0 || isDeepStrictEqual(candidate, planned(smallest))) continue;
        if (!(await fails(candidate))) continue;
        smallest = smaller;
        found = true;
      }
    }
  }
  return planned(smallest);
}

type Candidates = (now: () => Whole) => Generator<Whole>;

const withoutCommits: Candidates = function* (now) {
  for (let length = now().commits.length >> 1; length > 0; length >>= 1) {
    for (let from = now().commits.length - length; from >= 0; from -= length) {
      yield keeping(now(), index => index < from || index >= from + length);
    }
  }
};

const withoutPaths: Candidates = function* (now) {
  const paths = new Set(now().commits.flatMap(({ tree }) => [...tree.keys()]));
  for (const path of paths) yield withTrees(now(), tree => new Map([...tree].filter(([other]) => other !== path)));
};

const withoutParents: Candidates = function* (now) {
  for (let index = now().commits.length - 1; index >= 0; index--) {
    for (const parent of now().commits[index]?.parents ?? []) {
      const { commits, ...rest } = now();
      const changed = commits.map((commit, at) =>
        at === index ? { ...commit, parents: commit.parents.filter(other => other !== parent) } : commit,
      );
      yield keeping({ ...rest, commits: changed }, () => true);
    }
  }
};

const withoutIgnored: Candidates = function* (now) {
  for (const index of now().ignored) yield { ...now(), ignored: now().ignored.filter(other => other !== index) };
};

const inOrder: Candidates = function* (now) {
  const { commits } = now();
  if (commits.some(({ date }, index) => date !== 1_700_000_000 + index))
    yield { ...now(), commits: commits.map((commit, index) => ({ ...commit, date: 1_700_000_000 + index })) };
};

/** Takes the same lines, by text, out of every file: what was equal stays equal. */
const withoutLines: Candidates = function* (now) {
  const texts = [...new Set(now().commits.flatMap(({ tree }) => [...tree.values()].flatMap(textsOf)))];
  for (let length = Math.max(1, texts.length >> 1); length > 0; length >>= 1) {
    for (let from = 0; from < texts.length; from += length) {
      const left = new Set(texts.slice(from, from + length));
      yield withTrees(now(), tree => new Map([...tree].map(([path, entry]) => [path, without(entry, left)])));
    }
  }
};

function textsOf(entry: PlannedEntry): readonly string[] {
  return 'content' in entry ? linesOf(entry.content) : [];
}

function without(entry: PlannedEntry, left: ReadonlySet<string>): PlannedEntry {
  if (!('content' in entry)) return entry;
  const lines = linesOf(entry.content);
  return { ...entry, content: lines.filter(line => !left.has(line)).join('') };
}

function withTrees(history: Whole, change: (tree: Tree) => Tree): Whole {
  return { ...history, commits: history.commits.map(commit => ({ ...commit, tree: change(commit.tree) })) };
}

/** Only some commits, and of those only what the head reaches. Who loses a parent gets that one's parents. */
function keeping({ commits, head, ignored }: Whole, kept: (index: number) => boolean): Whole {
  const replaced: number[][] = [];
  commits.forEach(({ parents }, index) => {
    const mine = [...new Set(parents.flatMap(parent => replaced[parent] ?? []))];
    // Several parents in place of one would make merges of what were none.
    replaced.push(kept(index) ? [index] : mine.slice(0, 1));
  });
  const [newHead = -1] = replaced[head] ?? [];
  const reached = new Set([newHead]);
  const parentsOf = (index: number): number[] => [
    ...new Set((commits[index]?.parents ?? []).flatMap(parent => replaced[parent] ?? [])),
  ];
  for (let index = newHead; index >= 0; index--)
    if (reached.has(index)) for (const parent of parentsOf(index)) reached.add(parent);
  const left = [...commits.keys()].filter(index => reached.has(index));
  const numbers = new Map(left.map((old, index) => [old, index]));
  const renumbered = (indices: readonly number[]): number[] => indices.flatMap(index => numbers.get(index) ?? []);
  return {
    commits: left.flatMap(index => {
      const commit = commits[index];
      return commit === undefined ? [] : [{ ...commit, parents: renumbered(parentsOf(index)) }];
    }),
    head: Math.max(0, left.length - 1),
    ignored: renumbered(ignored),
  };
}

function whole({ commits, head, ignored }: PlannedHistory): Whole {
  const trees = treesOf(commits);
  const all = commits.map(({ parents, date }, index) => ({ parents, date, tree: trees[index] ?? new Map() }));
  return keeping({ commits: all, head, ignored }, () => true);
}

function planned({ commits, head, ignored }: Whole): PlannedHistory {
  const empty: Tree = new Map();
  return {
    commits: commits.map(({ parents, date, tree }) => ({
      parents,
      date,
      files: changesBetween(commits[parents[0] ?? -1]?.tree ?? empty, tree),
    })),
    head,
    ignored,
  };
}
