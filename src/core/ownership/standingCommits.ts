import { commitsOfLines } from '../history/commitsOfLines';
import type { History } from '../history/history';
import { type LineOwnership, unknownCommit } from '../lines/lineOwnership';

/**
 * Which commits lines of a file that stand are of, as indexes in the history; null for a path without known lines, or with
 * lines of commits that cannot be told. A commit that changed the file and is not among them was overwritten since, or only
 * took lines away.
 */
export function standingCommits(
  ownership: LineOwnership,
  history: History,
): (path: string) => ReadonlySet<number> | null {
  const files = new Map(ownership.files.map(file => [file.path, file]));
  const commits = commitsOfLines(ownership, history);
  return path => {
    const runs = files.get(path)?.runs;
    const standing = new Set<number>();
    for (let at = 1; runs !== undefined && at < runs.length; at += 2) {
      const commit = runs[at] ?? unknownCommit;
      standing.add(commit === unknownCommit ? -1 : (commits[commit] ?? -1));
    }
    return runs === undefined || standing.has(-1) ? null : standing;
  };
}
