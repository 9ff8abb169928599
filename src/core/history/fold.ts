import { changeStatus, type History } from './history';

/** How a commit touched a file. */
export const touchKind = { created: 0, changed: 1, renamed: 2 } as const;

/**
 * Touches of every file that ever was, grouped by file. A file keeps its identity through renames, so that what was
 * done under an old name counts for the new one.
 */
export interface Touches {
  /** File of each path of the history, by index; −1 when it never was one. Deleted files keep theirs. */
  readonly fileOfPath: Int32Array;
  readonly fileCount: number;
  /** Touches of file `f` stand from `starts[f]` up to `starts[f + 1]`, oldest first. */
  readonly starts: Int32Array;
  /** Index of the commit of each touch. */
  readonly commits: Int32Array;
  readonly kinds: Uint8Array;
  /** Paths each commit changed in content, by index of the commit: tells a sweep over the tree from work on a file. */
  readonly breadth: Int32Array;
}

/**
 * Follows every path forward through the history.
 *
 * Branches are folded into one line, parents first. An edit made on a branch under the old name after the rename on
 * another branch therefore arrives later: the old name keeps pointing to the file until something new is added there.
 * A change of content only is a touch; a pure rename or a changed mode is none.
 *
 * @param order as {@link canonicalOrder} gives it.
 * @param counts whether a commit counts; one that does not (an ignored revision) still renames and deletes.
 */
export function foldTouches(history: History, order: Int32Array, counts: (commit: number) => boolean): Touches {
  const fileOfPath = new Int32Array(history.paths.length).fill(-1);
  const gone = new Uint8Array(history.paths.length);
  const changes = history.changeStatuses.length;
  const touchFile = new Int32Array(changes);
  const touchCommit = new Int32Array(changes);
  const touchOf = new Uint8Array(changes);
  const breadth = new Int32Array(history.commitCount);
  let touches = 0;
  let fileCount = 0;

  for (const commit of order) {
    const counted = counts(commit);
    const end = history.changeEnds.at(commit);
    let contentChanges = 0;
    for (let at = history.changeEnds.startOf(commit); at < end; at++) {
      const status = history.changeStatuses.at(at);
      const path = history.changePaths.at(at);
      const pure = history.changePure.at(at) === 1;
      let file = fileOfPath[path] ?? -1;
      let kind: number = touchKind.changed;
      if (status === changeStatus.deleted) {
        gone[path] = 1;
        continue;
      }
      if (status === changeStatus.renamed) {
        const from = history.changeOldPaths.at(at);
        file = fileOfPath[from] ?? -1;
        if (file < 0) {
          file = fileCount++;
          fileOfPath[from] = file;
        }
        gone[from] = 1;
        kind = touchKind.renamed;
      } else if (status === changeStatus.added) {
        kind = touchKind.created;
        if (gone[path] === 1) {
          file = -1;
        }
      }
      if (file < 0) {
        file = fileCount++;
      }
      fileOfPath[path] = file;
      gone[path] = 0;
      if (!pure) {
        contentChanges++;
        if (counted) {
          touchFile[touches] = file;
          touchCommit[touches] = commit;
          touchOf[touches++] = kind;
        }
      }
    }
    breadth[commit] = contentChanges;
  }
  return { fileOfPath, fileCount, breadth, ...groupByFile(touchFile, touchCommit, touchOf, touches, fileCount) };
}

/** Counting sort; stable, so that touches of a file stay in order. */
function groupByFile(
  files: Int32Array,
  commits: Int32Array,
  kinds: Uint8Array,
  count: number,
  fileCount: number,
): Pick<Touches, 'starts' | 'commits' | 'kinds'> {
  const starts = new Int32Array(fileCount + 1);
  for (let at = 0; at < count; at++) {
    const next = (files[at] ?? 0) + 1;
    starts[next] = (starts[next] ?? 0) + 1;
  }
  for (let file = 0; file < fileCount; file++) {
    starts[file + 1] = (starts[file + 1] ?? 0) + (starts[file] ?? 0);
  }
  const place = starts.slice();
  const sortedCommits = new Int32Array(count);
  const sortedKinds = new Uint8Array(count);
  for (let at = 0; at < count; at++) {
    const file = files[at] ?? 0;
    const target = place[file] ?? 0;
    place[file] = target + 1;
    sortedCommits[target] = commits[at] ?? 0;
    sortedKinds[target] = kinds[at] ?? 0;
  }
  return { starts, commits: sortedCommits, kinds: sortedKinds };
}
