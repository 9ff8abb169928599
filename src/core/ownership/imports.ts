import { changeStatus, type History } from '../history/history';
import { sweepBreadth } from './sweep';

/**
 * Which commits brought in work that was done elsewhere, by index of the commit: 1 for one that adds more files at once
 * than anybody writes (as many as a sweep changes), and more than there were before. That is the first commit of a
 * history that was imported, the second behind an empty start, and the root of another history that was merged in.
 * What such a commit adds says nothing of who wrote it.
 *
 * @param order commits, parents first
 * @param counts whether a path counts: a first commit with a vendored library in it may still be written by hand
 */
export function importsOf(history: History, order: Int32Array, counts: (path: string) => boolean): Uint8Array {
  const imports = new Uint8Array(history.commitCount);
  const alive = new Uint8Array(history.paths.length);
  let files = 0;
  const set = (path: number, is: 0 | 1): void => {
    files += is - (alive[path] ?? 0);
    alive[path] = is;
  };
  for (const commit of order) {
    const start = history.changeEnds.startOf(commit);
    const end = history.changeEnds.at(commit);
    const root = history.parentEnds.startOf(commit) === history.parentEnds.at(commit);
    const before = root ? 0 : files;
    let added = 0;
    for (let at = start; at < end; at++) {
      const path = history.changePaths.at(at);
      const status = history.changeStatuses.at(at);
      if (status === changeStatus.renamed) {
        set(history.changeOldPaths.at(at), 0);
      }
      // Only what is many can be an import; the names of fewer need not be looked at.
      const isNew = status === changeStatus.added && end - start > sweepBreadth;
      added += isNew && counts(history.paths[path] ?? '') ? 1 : 0;
      set(path, status === changeStatus.deleted ? 0 : 1);
    }
    imports[commit] = added > sweepBreadth && added > before ? 1 : 0;
  }
  return imports;
}
