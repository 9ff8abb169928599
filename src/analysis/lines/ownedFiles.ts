import type { ChangeLog } from '../../core/lines/changeLog';
import { type FileLines, type LineOwnership, unknownCommit } from '../../core/lines/lineOwnership';
import { ObjectIds } from '../../core/lines/objectIds';
import type { HeadFile } from './headContents';

const none = new Int32Array(0);

/** Collects the owners of each file's lines. */
export class OwnedFiles {
  private readonly runs: Int32Array[];
  /** Files whose runs are in numbers of the log. */
  private readonly found = new Set<number>();

  constructor(
    private readonly files: readonly HeadFile[],
    private readonly log: ChangeLog,
  ) {
    this.runs = files.map(() => none);
  }

  /**
   * Takes the commit of each line of a file.
   * @param owners in numbers of the log
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
    this.found.add(index);
  }

  /** Takes the runs that a file had at an earlier head. */
  putEarlier(index: number, runs: Int32Array): void {
    this.runs[index] = runs;
    this.found.delete(index);
  }

  /**
   * Everything.
   * @param earlier ids of the commits that runs of an earlier head name, sorted; without such runs, all that the log has a number for
   */
  finish(head: string, earlier: Uint8Array | null): LineOwnership {
    const commits = earlier === null ? this.log.commits.packed.slice() : this.renumber(earlier);
    const files = this.files.flatMap(({ path, lines }, index): FileLines[] =>
      typeof lines === 'number' ? [{ path, lines, runs: this.runs[index] as Int32Array }] : [],
    );
    return { head, shaLength: this.log.shaLength, commits, files };
  }

  /** Has the runs that were found name commits by their place among earlier ones, behind which the new ones are put. */
  private renumber(earlier: Uint8Array): Uint8Array {
    const { commits, shaLength } = this.log;
    const owners = new ObjectIds(shaLength);
    const runsFound = [...this.found].map(index => this.runs[index] as Int32Array);
    for (const runs of runsFound) {
      for (let at = 1; at < runs.length; at += 2) {
        const owner = runs[at] as number;
        if (owner !== unknownCommit) runs[at] = owners.add(commits.at(owner));
      }
    }
    const added: number[] = [];
    const { packed } = owners;
    const numbers = Int32Array.from({ length: owners.size }, (_, owner) => {
      const place = placeOf(packed, owner * shaLength, shaLength, earlier);
      return place >= 0 ? place : earlier.length / shaLength + added.push(owner) - 1;
    });
    for (const runs of runsFound) {
      for (let at = 1; at < runs.length; at += 2) {
        const owner = runs[at] as number;
        if (owner !== unknownCommit) runs[at] = numbers[owner] as number;
      }
    }
    return Buffer.concat([earlier, owners.pick(added)]);
  }
}

/** The place of an id among sorted ones; −1 when it is not there. Both are bytes, the id those at `offset`. */
function placeOf(ids: Uint8Array, offset: number, length: number, sorted: Uint8Array): number {
  let from = 0;
  let to = sorted.length / length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    const start = middle * length;
    let at = 0;
    while (at < length && sorted[start + at] === ids[offset + at]) at++;
    if (at === length) return middle;
    if ((sorted[start + at] as number) < (ids[offset + at] as number)) from = middle + 1;
    else to = middle;
  }
  return -1;
}
