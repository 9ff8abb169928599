import type { FileLines, LineOwnership } from './lineOwnership';
import { ObjectIds } from './objectIds';

/**
 * The same ownership in a form that does not depend on how it was found: with only the commits that own lines, sorted by
 * id, and all runs in one piece.
 */
export function tidyOwnership({ head, shaLength, commits, files }: LineOwnership): LineOwnership {
  const all = new Int32Array(files.reduce((sum, { runs }) => sum + runs.length, 0));
  let end = 0;
  const tidy = files.map(({ path, lines, runs }): FileLines => {
    all.set(runs, end);
    end += runs.length;
    return { path, lines, runs: all.subarray(end - runs.length, end) };
  });
  const ids = new ObjectIds(shaLength);
  ids.addAll(commits);
  return { head, shaLength, commits: renumber(all, ids), files: tidy };
}

/** Has runs name each commit by its place among those that own lines, sorted by id; returns the ids of these. */
function renumber(runs: Int32Array, ids: ObjectIds): Uint8Array {
  const numbers = new Int32Array(ids.size);
  for (let at = 1; at < runs.length; at += 2) {
    const commit = runs[at] as number;
    if (commit >= 0) numbers[commit] = 1;
  }
  const owners: number[] = [];
  for (let commit = 0; commit < numbers.length; commit++) if (numbers[commit] === 1) owners.push(commit);
  owners.sort((a, b) => ids.compare(a, b));
  owners.forEach((commit, number) => {
    numbers[commit] = number;
  });
  for (let at = 1; at < runs.length; at += 2) {
    const commit = runs[at] as number;
    if (commit >= 0) runs[at] = numbers[commit] as number;
  }
  return ids.pick(owners);
}
