import type { ChangeLog } from '../../core/lines/changeLog';
import { type FileLines, type LineOwnership, unknownCommit } from '../../core/lines/lineOwnership';
import type { HeadFile } from './headContents';

/** Collects the owners of each file's lines, and gives them a form that does not depend on how they were found. */
export class OwnedFiles {
  private readonly runs: Int32Array[];

  constructor(
    private readonly files: readonly HeadFile[],
    private readonly log: ChangeLog,
  ) {
    this.runs = files.map(() => new Int32Array(0));
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
    const used = new Uint8Array(log.commits.size);
    for (const runs of this.runs) {
      for (let at = 1; at < runs.length; at += 2) if ((runs[at] as number) >= 0) used[runs[at] as number] = 1;
    }
    const owners: number[] = [];
    used.forEach((isUsed, commit) => {
      if (isUsed === 1) owners.push(commit);
    });
    owners.sort((a, b) => Buffer.compare(log.commits.at(a), log.commits.at(b)));
    const commits = new Uint8Array(owners.length * log.shaLength);
    const numbers = new Int32Array(log.commits.size);
    owners.forEach((commit, number) => {
      commits.set(log.commits.at(commit), number * log.shaLength);
      numbers[commit] = number;
    });
    const files = this.files.flatMap(({ path, lines }, index): FileLines[] => {
      if (lines === null || lines === 'binary') return [];
      const runs = (this.runs[index] ?? new Int32Array(0)).map((value, at) =>
        at % 2 === 0 || value < 0 ? value : (numbers[value] as number),
      );
      return [{ path, lines, runs }];
    });
    return { head, shaLength: log.shaLength, commits, files };
  }
}
