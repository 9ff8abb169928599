import type { ChangeLog } from '../../core/lines/changeLog';
import { type FileLines, type LineOwnership, unknownCommit } from '../../core/lines/lineOwnership';
import type { ObjectIds } from '../../core/lines/objectIds';
import type { HeadFile } from './headContents';

const none = new Int32Array(0);

/** Collects the owners of each file's lines, and gives them a form that does not depend on how they were found. */
export class OwnedFiles {
  private readonly runs: Int32Array[];

  constructor(
    private readonly files: readonly HeadFile[],
    private readonly log: ChangeLog,
  ) {
    this.runs = files.map(() => none);
  }

  /**
   * Takes the commit of each line of a file.
   * @param boundary commits where a shallow clone ends: what they seem to have written may be older
   */
  put(index: number, owners: Int32Array, boundary: ReadonlySet<number>): void {
    const runs: number[] = [];
    let last = Number.NaN;
    for (const owner of owners) {
      const commit = boundary.has(owner) ? unknownCommit : owner;
      if (commit === last) runs[runs.length - 2] = (runs[runs.length - 2] as number) + 1;
      else runs.push(1, commit);
      last = commit;
    }
    this.runs[index] = Int32Array.from(runs);
  }

  /** Takes the runs of a file, in numbers of the log. */
  putRuns(index: number, runs: Int32Array): void {
    this.runs[index] = runs;
  }

  /** Numbers the commits by their ids. */
  finish(head: string): LineOwnership {
    const { log } = this;
    const all = new Int32Array(this.runs.reduce((sum, { length }) => sum + length, 0));
    let end = 0;
    const files = this.files.flatMap(({ path, lines }, index): FileLines[] => {
      if (typeof lines !== 'number') return [];
      const runs = this.runs[index] as Int32Array;
      all.set(runs, end);
      end += runs.length;
      return [{ path, lines, runs: all.subarray(end - runs.length, end) }];
    });
    const commits = renumber(all, log.commits);
    return { head, shaLength: log.shaLength, commits, files };
  }
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
