import type { ChangeLog } from '../../core/lines/changeLog';
import { type FileLines, type LineOwnership, unknownCommit } from '../../core/lines/lineOwnership';
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
    const { commits, numbers } = this.numbered();
    const all = new Int32Array(this.runs.reduce((sum, { length }) => sum + length, 0));
    let from = 0;
    const files: FileLines[] = [];
    this.files.forEach(({ path, lines }, index) => {
      if (typeof lines !== 'number') return;
      const runs = this.runs[index] as Int32Array;
      for (let at = 0; at < runs.length; at += 2) {
        const commit = runs[at + 1] as number;
        all[from + at] = runs[at] as number;
        all[from + at + 1] = commit < 0 ? commit : (numbers[commit] as number);
      }
      files.push({ path, lines, runs: all.subarray(from, from + runs.length) });
      from += runs.length;
    });
    return { head, shaLength: log.shaLength, commits, files };
  }

  /** The ids of the commits that own lines, sorted, and where each commit of the log stands among them. */
  private numbered(): { commits: Uint8Array; numbers: Int32Array } {
    const { log } = this;
    const used = new Uint8Array(log.commits.size);
    for (const runs of this.runs) {
      for (let at = 1; at < runs.length; at += 2) {
        const commit = runs[at] as number;
        if (commit >= 0) used[commit] = 1;
      }
    }
    const owners: number[] = [];
    for (let commit = 0; commit < used.length; commit++) if (used[commit] === 1) owners.push(commit);
    owners.sort((a, b) => log.commits.compare(a, b));
    const numbers = new Int32Array(used.length);
    owners.forEach((commit, number) => {
      numbers[commit] = number;
    });
    return { commits: log.commits.pick(owners), numbers };
  }
}
