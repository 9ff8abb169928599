import type { ChangeLog } from '../../core/lines/changeLog';
import { type FileLines, type LineOwnership, unknownCommit } from '../../core/lines/lineOwnership';
import type { HeadFile } from './headContents';

const none = new Int32Array(0);

/** Collects the owners of each file's lines. */
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

  /** Everything, with the commits as the log numbers them. */
  finish(head: string): LineOwnership {
    const { log } = this;
    const files = this.files.flatMap(({ path, lines }, index): FileLines[] =>
      typeof lines === 'number' ? [{ path, lines, runs: this.runs[index] as Int32Array }] : [],
    );
    return { head, shaLength: log.shaLength, commits: log.commits.packed.slice(), files };
  }
}
