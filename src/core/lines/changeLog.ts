import { IntColumn } from '../history/columns';
import { ObjectIds } from './objectIds';

/** What happened to a path, as far as lines care: links and submodules are not files. */
export const pathChange = {
  modified: 0,
  added: 1,
  deleted: 2,
  /** A link or a submodule is gone: it feeds no file, but its name counts in the search for renames. */
  deletedOther: 3,
  /** A file took the place of something else. */
  typeChanged: 4,
} as const;

/** Blob number of a path that was not there, or was no file. */
export const noBlob = -1;

/** Changes against one parent, as columns; each commit has a stretch. */
export class ChangeColumns {
  readonly kinds = new IntColumn();
  readonly paths = new IntColumn();
  /** Blob before; {@link noBlob} where there was no file. */
  readonly oldBlobs = new IntColumn();
  private readonly starts = new IntColumn();
  private readonly counts = new IntColumn();

  /** Starts the stretch of a commit; its changes follow, before another is begun. */
  begin(commit: number): void {
    this.starts.put(commit, this.kinds.length);
    this.counts.put(commit, 0);
  }

  add(commit: number, kind: number, path: number, oldBlob: number): void {
    this.kinds.push(kind);
    this.paths.push(path);
    this.oldBlobs.push(oldBlob);
    this.counts.put(commit, this.counts.at(commit) + 1);
  }

  startOf(commit: number): number {
    return this.starts.at(commit);
  }

  endOf(commit: number): number {
    return this.starts.at(commit) + this.counts.at(commit);
  }
}

/**
 * What each commit changed, path by path and without renames. Commits, blobs and paths are numbers; a path is kept as
 * git's bytes (one character a byte), so that any two stay apart.
 *
 * A merge has two lists: what differs from its first parent, and what differs from every parent.
 */
export class ChangeLog {
  readonly commits: ObjectIds;
  readonly blobs: ObjectIds;
  readonly paths: string[] = [];
  private readonly pathNumbers = new Map<string, number>();

  private readonly parentStarts = new IntColumn();
  private readonly parentCounts = new IntColumn();
  private readonly parentColumn = new IntColumn();

  private readonly ordinary = new ChangeColumns();
  private readonly merges = new ChangeColumns();
  /** For each path that differs from every parent of a merge: the path, then for each parent a kind and the blob there. */
  readonly combined = new IntColumn();
  private readonly combinedStarts = new IntColumn();
  private readonly combinedCounts = new IntColumn();

  constructor(readonly shaLength: 20 | 32) {
    this.commits = new ObjectIds(shaLength);
    this.blobs = new ObjectIds(shaLength);
  }

  path(text: string): number {
    let number = this.pathNumbers.get(text);
    if (number === undefined) {
      number = this.paths.push(text) - 1;
      this.pathNumbers.set(text, number);
    }
    return number;
  }

  /** Starts the list of a commit against its (first) parent. `parents` are numbers of commits, in order. */
  begin(commit: number, parents: readonly number[]): void {
    this.parentStarts.put(commit, this.parentColumn.length);
    this.parentCounts.put(commit, parents.length);
    for (const parent of parents) this.parentColumn.push(parent);
    this.changesOf(commit).begin(commit);
  }

  /** Adds a change to a commit that was begun. */
  change(commit: number, kind: number, path: number, oldBlob: number): void {
    this.changesOf(commit).add(commit, kind, path, oldBlob);
  }

  /** Starts the list of what differs from every parent of a merge. */
  beginCombined(commit: number): void {
    this.combinedStarts.put(commit, this.combined.length);
    this.combinedCounts.put(commit, 0);
  }

  /** @param sides a kind and a blob for each parent */
  combinedChange(commit: number, path: number, sides: readonly number[]): void {
    this.combined.push(path);
    for (const side of sides) this.combined.push(side);
    this.combinedCounts.put(commit, this.combinedCounts.at(commit) + 1);
  }

  /** Number of parents; 0 also for a commit that is not here. */
  parentsOf(commit: number): number {
    return this.parentCounts.at(commit);
  }

  parent(commit: number, index: number): number {
    return this.parentColumn.at(this.parentStarts.at(commit) + index);
  }

  /** Where the changes of a commit against its first parent stand. The two logs are read side by side, so each has its own. */
  changesOf(commit: number): ChangeColumns {
    return this.parentCounts.at(commit) > 1 ? this.merges : this.ordinary;
  }

  combinedStartOf(commit: number): number {
    return this.combinedStarts.at(commit);
  }

  combinedCountOf(commit: number): number {
    return this.combinedCounts.at(commit);
  }
}
