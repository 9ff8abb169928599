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
  /** Path under which each file appeared without being added, by index of the file; −1 for one that was seen to begin. */
  readonly appearedAs: Int32Array;
  /** The commit it appeared in then, by index of the file; −1 likewise. */
  readonly appearedIn: Int32Array;
  readonly lives: Lives;
}

/** When files came, moved and went, as columns in the order of the fold. */
export interface Lives {
  readonly files: Int32Array;
  readonly commits: Int32Array;
  /** The path the file stands at from then on; −1: at none any more. */
  readonly paths: Int32Array;
}

/**
 * Paths that merges added themselves, so that no parent has them; by index of the commit. `from` is the path in a parent
 * that the merge moved, −1 for a file that is new.
 */
export type MergeAdditions = ReadonlyMap<number, readonly { readonly path: number; readonly from: number }[]>;

const noAdditions: MergeAdditions = new Map();

/** One change of a commit with the file it is of; `pure`: content stayed as it was, so that it is no touch. */
export interface FoldedChange {
  readonly commit: number;
  readonly file: number;
  /** Where the file stood after it. */
  readonly path: number;
  /** See {@link touchKind}. */
  readonly kind: number;
  readonly pure: boolean;
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
 * @param additions what the log does not say of merges.
 * @param onChange told of every change but deletions, also of what is no touch, in the order of the fold.
 */
export function foldTouches(
  history: History,
  order: Int32Array,
  counts: (commit: number) => boolean,
  additions: MergeAdditions = noAdditions,
  onChange?: (change: FoldedChange) => void,
): Touches {
  const fileOfPath = new Int32Array(history.paths.length).fill(-1);
  const gone = new Uint8Array(history.paths.length);
  const added = [...additions.values()].reduce((sum, paths) => sum + paths.length, 0);
  const changes = history.changeStatuses.length + added;
  const appearedAs = new Int32Array(changes).fill(-1);
  const appearedIn = new Int32Array(changes).fill(-1);
  const touchFile = new Int32Array(changes);
  const touchCommit = new Int32Array(changes);
  const touchOf = new Uint8Array(changes);
  const breadth = new Int32Array(history.commitCount);
  const lives = new LifeNotes(changes * 2);
  let touches = 0;
  let fileCount = 0;

  const begin = (path: number, commit: number): number => {
    appearedAs[fileCount] = commit < 0 ? -1 : path;
    appearedIn[fileCount] = commit;
    return fileCount++;
  };
  const standingAt = (path: number): number => (gone[path] === 1 ? -1 : (fileOfPath[path] ?? -1));
  const take = (commit: number, counted: boolean, status: number, path: number, from: number, pure: boolean): void => {
    const standing = standingAt(path);
    if (status === changeStatus.deleted) {
      lives.leave(standing, commit);
      gone[path] = 1;
      return;
    }
    let file = fileOfPath[path] ?? -1;
    let kind: number = touchKind.changed;
    if (status === changeStatus.renamed) {
      file = fileOfPath[from] ?? -1;
      if (file < 0) {
        file = begin(from, commit);
        fileOfPath[from] = file;
        gone[from] = 1;
      }
      kind = touchKind.renamed;
    } else if (status === changeStatus.added) {
      kind = touchKind.created;
      if (file < 0 || gone[path] === 1) {
        file = begin(path, -1);
      }
    } else if (file < 0) {
      file = begin(path, commit);
    }
    if (standing !== file) {
      lives.stand(file, commit, path);
      lives.leave(standing, commit);
    }
    if (status === changeStatus.renamed && from !== path) {
      lives.leave(standingAt(from), commit);
      gone[from] = 1;
    }
    fileOfPath[path] = file;
    gone[path] = 0;
    onChange?.({ commit, file, path, kind, pure });
    if (!pure) {
      breadth[commit] = (breadth[commit] ?? 0) + 1;
      if (counted) {
        touchFile[touches] = file;
        touchCommit[touches] = commit;
        touchOf[touches++] = kind;
      }
    }
  };

  for (const commit of order) {
    const counted = counts(commit);
    const end = history.changeEnds.at(commit);
    for (let at = history.changeEnds.startOf(commit); at < end; at++) {
      const pure = history.changePure.at(at) === 1;
      const from = history.changeOldPaths.at(at);
      take(commit, counted, history.changeStatuses.at(at), history.changePaths.at(at), from, pure);
    }
    for (const { path, from } of additions.get(commit) ?? []) {
      take(commit, counted, from < 0 ? changeStatus.added : changeStatus.renamed, path, from, from >= 0);
    }
  }
  return {
    fileOfPath,
    fileCount,
    breadth,
    appearedAs: appearedAs.subarray(0, fileCount),
    appearedIn: appearedIn.subarray(0, fileCount),
    lives: lives.columns(),
    ...groupByFile(touchFile, touchCommit, touchOf, touches, fileCount),
  };
}

/** Notes when files come, move and go: a file stands while any path leads to it. */
class LifeNotes {
  readonly #files: Int32Array;
  readonly #commits: Int32Array;
  readonly #paths: Int32Array;
  readonly #standing: number[] = [];
  #count = 0;

  constructor(most: number) {
    this.#files = new Int32Array(most);
    this.#commits = new Int32Array(most);
    this.#paths = new Int32Array(most);
  }

  stand(file: number, commit: number, path: number): void {
    this.#standing[file] = (this.#standing[file] ?? 0) + 1;
    this.#note(file, commit, path);
  }

  /** −1: no file stood there. */
  leave(file: number, commit: number): void {
    const left = (this.#standing[file] ?? 0) - 1;
    if (file >= 0) {
      this.#standing[file] = left;
      if (left === 0) {
        this.#note(file, commit, -1);
      }
    }
  }

  columns(): Lives {
    return {
      files: this.#files.slice(0, this.#count),
      commits: this.#commits.slice(0, this.#count),
      paths: this.#paths.slice(0, this.#count),
    };
  }

  #note(file: number, commit: number, path: number): void {
    this.#files[this.#count] = file;
    this.#commits[this.#count] = commit;
    this.#paths[this.#count++] = path;
  }
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

/**
 * Under which paths the files of HEAD appeared that no commit but perhaps a merge added, sorted: the log of a merge does
 * not say what it added itself.
 *
 * @param paths files at HEAD
 */
export function pathsWithoutBeginning(
  history: History,
  touches: Touches,
  paths: readonly string[],
): { readonly path: string; readonly commit: number }[] {
  const appeared = new Map<string, number>();
  for (const path of paths) {
    const file = touches.fileOfPath[history.indexOfPath(path)] ?? -1;
    const earliest = file < 0 ? -1 : (touches.appearedAs[file] ?? -1);
    if (file < 0) {
      appeared.set(path, -1);
    } else if (earliest >= 0) {
      appeared.set(history.paths[earliest] ?? path, touches.appearedIn[file] ?? -1);
    }
  }
  return [...appeared].map(([path, commit]) => ({ path, commit })).sort((a, b) => (a.path < b.path ? -1 : 1));
}
