import { type FoldedChange, foldTouches, touchKind } from '../history/fold';
import { changeStatus, commitFlag, type History } from '../history/history';
import { canonicalOrder } from '../history/order';
import type { PersonId } from '../model';
import { creditOf } from '../ownership/commitPeople';
import type { CommitEvidence } from '../ownership/commitsBehind';
import { sweepBreadth } from '../ownership/sweep';

/** One file that a commit changed, and what `git cat-file` calls its two versions. */
export interface BackupEdit {
  readonly sha: string;
  /** Seconds. */
  readonly date: number;
  /** As it is called at HEAD. */
  readonly path: string;
  /** Null: the commit created it. */
  readonly before: string | null;
  readonly after: string;
}

export interface EditsQuestion {
  /** Whose edits are looked for in each file, by its path at HEAD. */
  readonly wanted: ReadonlyMap<string, ReadonlySet<PersonId>>;
  /** Seconds, both inclusive. */
  readonly from: number;
  readonly to: number;
}

/**
 * The edits that may show that a person knows a file, by person, oldest first: commits of which that person is the author
 * and is credited. A co-author line, a review, a merge, a pure rename or a change of mode, a sweep over the tree, which
 * an import is too, and an ignored revision show nothing. Files are followed through renames. Whether an edit changed anything in substance its
 * contents tell.
 */
export function backupEdits(
  { wanted, from, to }: EditsQuestion,
  evidence: CommitEvidence,
): ReadonlyMap<PersonId, readonly BackupEdit[]> {
  const { history, touches, additions, counts } = evidence;
  const pathOfFile = new Map<number, string>();
  for (const path of wanted.keys()) {
    const file = touches.fileOfPath[history.indexOfPath(path)] ?? -1;
    if (file >= 0) pathOfFile.set(file, path);
  }
  const found = new Map<PersonId, BackupEdit[]>();
  foldTouches(history, canonicalOrder(history), counts, additions, change => {
    const path = pathOfFile.get(change.file);
    const date = history.authorTimes.at(change.commit);
    if (path === undefined || date < from || date > to) return;
    const author = authorShown(change, evidence);
    if (author === null || wanted.get(path)?.has(author) !== true) return;
    const edit = { sha: history.shaOf(change.commit), date, path, ...versionsOf(change, history) };
    const edits = found.get(author);
    if (edits === undefined) found.set(author, [edit]);
    else edits.push(edit);
  });
  for (const edits of found.values()) edits.sort((a, b) => a.date - b.date);
  return found;
}

/** Whose knowledge a change may show; null for nobody's. */
function authorShown(
  { commit, pure }: FoldedChange,
  { history, touches, credits, counts, identities }: CommitEvidence,
): PersonId | null {
  const isMerge = (history.flags.at(commit) & commitFlag.merge) !== 0;
  if (pure || isMerge || !counts(commit) || (touches.breadth[commit] ?? 0) > sweepBreadth) return null;
  const author = identities.ofSignature[history.authors.at(commit)] ?? -1;
  return creditOf(author, commit, credits) === 1 ? author : null;
}

function versionsOf({ commit, path, kind }: FoldedChange, history: History): Pick<BackupEdit, 'before' | 'after'> {
  const sha = history.shaOf(commit);
  const name = history.paths[path] ?? '';
  const parent = history.firstParentOf(commit);
  const was = history.paths[kind === touchKind.renamed ? oldPathOf(commit, path, history) : path] ?? name;
  return { before: kind === touchKind.created || parent === null ? null : `${parent}:${was}`, after: `${sha}:${name}` };
}

function oldPathOf(commit: number, path: number, history: History): number {
  for (let at = history.changeEnds.startOf(commit); at < history.changeEnds.at(commit); at++) {
    const isIt = history.changePaths.at(at) === path && history.changeStatuses.at(at) === changeStatus.renamed;
    if (isIt) return history.changeOldPaths.at(at);
  }
  return path;
}
