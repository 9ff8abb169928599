import type { CommitBehind, CommitList, CommitNote, CommitsBehind, FileBehind } from '../commitsBehind';
import { type FoldedChange, foldTouches, type MergeAdditions, touchKind } from '../history/fold';
import { commitFlag } from '../history/history';
import { canonicalOrder } from '../history/order';
import type { LineOwnership } from '../lines/lineOwnership';
import type { FileOwnership, PersonId } from '../model';
import type { Identities } from '../people/identities';
import { commitPeople, creditOf, isCredited } from './commitPeople';
import { linesBehind } from './linesBehind';
import type { WritersInput } from './lineWriters';
import { sweepBreadth } from './sweep';

/** What the commits behind a number are told from: what ownership was. */
export interface CommitEvidence extends WritersInput {
  readonly additions: MergeAdditions;
  readonly identities: Identities;
  /** Object ids of the commits where a shallow clone ends. */
  readonly boundary: ReadonlySet<string>;
}

/** Which commits are asked for. */
export interface CommitsQuestion {
  /** A file: one. A component: all of its files. */
  readonly of: 'file' | 'component';
  readonly files: readonly FileOwnership[];
  /** Null: everyone's. */
  readonly person: PersonId | null;
  /** At most so many commits are listed, and as many that are left out. */
  readonly most: number;
}

/** At most so many files of a commit are named. */
const namedFiles = 20;

/**
 * The commits behind the numbers of a file or a component, newest first: those that are counted, which add up to what
 * `fileEvidence` and `describeComponents` count, and those that are left out, each with why. Files are followed through
 * renames, by the fold that counted them.
 *
 * @param lines null before they are known
 */
export function commitsBehind(
  question: CommitsQuestion,
  evidence: CommitEvidence,
  lines: LineOwnership | null,
): CommitsBehind {
  const { history, touches, credits } = evidence;
  const { person, most } = question;
  const fileOf = (path: string): number => touches.fileOfPath[history.indexOfPath(path)] ?? -1;
  const standing = lines && linesBehind({ ...question, fileOf, blocks: question.of === 'file' }, lines, evidence);
  const changes = changesOf(new Set(question.files.map(({ path }) => fileOf(path))), evidence);
  const imported = person === null || question.of === 'component' ? -1 : importThatCounts(person, changes, evidence);
  const drafts: Draft[] = [];
  for (const commit of new Set([...changes.keys(), ...(standing?.byCommit.keys() ?? [])])) {
    if (person === null || creditOf(person, commit, credits) > 0) {
      const own = changes.get(commit) ?? [];
      drafts.push({ commit, changes: own, ...judged(commit, own, imported, question, evidence) });
    }
  }
  const time = ({ commit }: Draft): number => history.authorTimes.at(commit);
  const place = placesOf(canonicalOrder(history));
  drafts.sort((a, b) => time(b) - time(a) || (place[b.commit] ?? 0) - (place[a.commit] ?? 0));
  const headPaths = pathsByFile(question.files, fileOf);
  const listOf = (some: readonly Draft[]): CommitList => ({
    total: some.length,
    commits: some.slice(0, most).map(draft => describe(draft, headPaths, standing?.byCommit ?? null, evidence)),
  });
  const counted = drafts.filter(({ counts }) => counts > 0);
  const leftOut = drafts.filter(({ counts }) => counts === 0);
  const changed = counted.filter(({ note }) => note !== 'reviewed');
  const total = (some: readonly Draft[]): number => some.reduce((sum, { counts }) => sum + counts, 0);
  return {
    changes: total(changed),
    reviews: total(counted) - total(changed),
    assisted: total(changed.filter(({ commit }) => credits.assisted[commit] === 1 && commit !== imported)),
    counted: listOf(counted),
    leftOut: listOf(leftOut),
    leftOutBecause: byNote(leftOut),
    lines: standing?.behind ?? null,
  };
}

interface Draft {
  readonly commit: number;
  readonly changes: readonly FoldedChange[];
  readonly counts: number;
  readonly note: CommitNote | null;
}

/** The changes of some files by commit, in the order of the fold. */
function changesOf(
  files: ReadonlySet<number>,
  { history, additions, counts }: CommitEvidence,
): Map<number, FoldedChange[]> {
  const found = new Map<number, FoldedChange[]>();
  foldTouches(history, canonicalOrder(history), counts, additions, change => {
    if (files.has(change.file)) {
      const known = found.get(change.commit);
      if (known) {
        known.push(change);
      } else {
        found.set(change.commit, [change]);
      }
    }
  });
  return found;
}

/** The import of a file that counts for a person all the same, who changed the file later (see `addTouches`); −1 for none. */
function importThatCounts(
  person: number,
  changes: ReadonlyMap<number, readonly FoldedChange[]>,
  { touches, credits, imports, counts }: CommitEvidence,
): number {
  let last = -1;
  let changedIt = false;
  for (const [commit, own] of changes) {
    const credit = counts(commit) ? creditOf(person, commit, credits) : 0;
    for (const { kind, pure } of own) {
      const isCreated = kind === touchKind.created;
      if (credit > 0 && !pure && isCreated && imports[commit] === 1) {
        last = commit;
      }
      changedIt ||= credit === 1 && !pure && !isCreated && (touches.breadth[commit] ?? 0) <= sweepBreadth;
    }
  }
  return changedIt ? last : -1;
}

/** What a commit adds to the numbers, and why it adds nothing or is apart. */
function judged(
  commit: number,
  changes: readonly FoldedChange[],
  imported: number,
  { of, person }: CommitsQuestion,
  { history, touches, credits, imports, counts, boundary }: CommitEvidence,
): Pick<Draft, 'counts' | 'note'> {
  const none = (note: CommitNote): Pick<Draft, 'counts' | 'note'> => ({ counts: 0, note });
  if (!counts(commit)) {
    return none(boundary.has(history.shaOf(commit)) ? 'boundary' : 'ignored');
  }
  const real = changes.filter(({ pure }) => !pure);
  if (changes.length === 0) {
    return none((history.flags.at(commit) & commitFlag.merge) !== 0 ? 'merge' : 'elsewhere');
  }
  if (real.length === 0) {
    return none(changes.some(({ kind }) => kind === touchKind.renamed) ? 'renamed' : 'mode');
  }
  const isImport = ({ kind }: FoldedChange): boolean => kind === touchKind.created && imports[commit] === 1;
  const credited = isCredited(commit, credits);
  const reviewed = person !== null && creditOf(person, commit, credits) < 1;
  const note = real.some(isImport)
    ? 'imported'
    : reviewed
      ? 'reviewed'
      : (touches.breadth[commit] ?? 0) > sweepBreadth
        ? 'sweep'
        : credited
          ? null
          : 'nobody';
  if (of === 'component') {
    return credited ? { counts: 1, note: reviewed ? 'reviewed' : note } : none('nobody');
  }
  if (person === null) {
    return { counts: real.length, note };
  }
  const own = real.filter(change => !isImport(change)).length + (commit === imported ? 1 : 0);
  return { counts: own, note };
}

function describe(
  { commit, changes, counts, note }: Draft,
  headPaths: ReadonlyMap<number, readonly string[]>,
  lines: ReadonlyMap<number, number> | null,
  { history, identities, credits }: CommitEvidence,
): CommitBehind {
  // Of a commit that changed something, what it only moved is beside the point.
  const own = counts > 0 ? changes.filter(({ pure }) => !pure) : changes;
  const files = own
    .map(({ file, path }): FileBehind => {
      const was = history.paths[path] ?? '';
      const paths = headPaths.get(file) ?? [];
      return paths.includes(was) ? { path: was, was: null } : { path: paths[0] ?? was, was };
    })
    .sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  return {
    sha: history.shaOf(commit),
    date: history.authorTimes.at(commit),
    people: commitPeople(commit, history, identities, credits),
    counts,
    note,
    assisted: credits.assisted[commit] === 1,
    lines: lines && (lines.get(commit) ?? 0),
    files: files.slice(0, namedFiles),
    fileTotal: files.length,
  };
}

function pathsByFile(
  files: readonly FileOwnership[],
  fileOf: (path: string) => number,
): ReadonlyMap<number, readonly string[]> {
  const paths = new Map<number, string[]>();
  for (const { path } of files) {
    const file = fileOf(path);
    paths.set(file, [...(paths.get(file) ?? []), path]);
  }
  return paths;
}

function placesOf(order: Int32Array): Int32Array {
  const places = new Int32Array(order.length);
  order.forEach((commit, place) => {
    places[commit] = place;
  });
  return places;
}

function byNote(drafts: readonly Draft[]): Partial<Record<CommitNote, number>> {
  const sums: Partial<Record<CommitNote, number>> = {};
  for (const { note } of drafts) {
    if (note !== null) {
      sums[note] = (sums[note] ?? 0) + 1;
    }
  }
  return sums;
}
