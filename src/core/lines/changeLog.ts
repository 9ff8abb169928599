import { ByteColumn, IntColumn } from '../history/columns';
import { ObjectIds } from './objectIds';
import { unzigzag, type VarintReader, type VarintWriter, zigzag } from './varints';

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

const letterAdded = 65;
const letterDeleted = 68;
const letterTypeChanged = 84;

/** What a change means for the lines of a file; null: nothing. */
export function kindOf(isFile: boolean, letter: number, oldBlob: number): number | null {
  if (letter === letterDeleted) return oldBlob === noBlob ? pathChange.deletedOther : pathChange.deleted;
  if (!isFile) return null;
  if (letter === letterAdded) return pathChange.added;
  return letter === letterTypeChanged || oldBlob === noBlob ? pathChange.typeChanged : pathChange.modified;
}

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

  encode(writer: VarintWriter, commit: number): void {
    writer.write(this.counts.at(commit));
    for (let at = this.startOf(commit); at < this.endOf(commit); at++) {
      writer.write(this.paths.at(at) * 5 + this.kinds.at(at));
      writer.write(this.oldBlobs.at(at) - noBlob);
    }
  }

  decode(reader: VarintReader, commit: number): void {
    this.begin(commit);
    const count = reader.read();
    for (let left = count; left > 0; left--) {
      const change = reader.read();
      this.kinds.push(change % 5);
      this.paths.push(Math.floor(change / 5));
      this.oldBlobs.push(reader.read() + noBlob);
    }
    this.counts.put(commit, count);
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

  /** By commit: 1 where its parents and changes are here. */
  private readonly known = new ByteColumn();
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

  /** Whether a path has a number: it has one when any commit that is here changed it. */
  hasPath(text: string): boolean {
    return this.pathNumbers.has(text);
  }

  /**
   * Starts the list of a commit against its parent; of a merge, that of what differs from every parent. `parents` are numbers
   * of commits, in order.
   */
  begin(commit: number, parents: readonly number[]): void {
    this.known.put(commit, 1);
    this.parentStarts.put(commit, this.parentColumn.length);
    this.parentCounts.put(commit, parents.length);
    for (const parent of parents) this.parentColumn.push(parent);
    if (parents.length > 1) {
      this.combinedStarts.put(commit, this.combined.length);
      this.combinedCounts.put(commit, 0);
    } else {
      this.ordinary.begin(commit);
    }
  }

  /** Starts the list of a merge, which was begun, against its first parent. */
  beginAgainstFirstParent(commit: number): void {
    this.merges.begin(commit);
  }

  /**
   * Adds a change to a commit that was begun.
   * @param isFile whether the path is a file after it
   * @param letter git's letter for the change, as a character code
   * @param oldBlob the blob before; {@link noBlob} where it was no file
   */
  change(commit: number, path: number, isFile: boolean, letter: number, oldBlob: number): void {
    const kind = kindOf(isFile, letter, oldBlob);
    if (kind !== null) this.changesOf(commit).add(commit, kind, path, oldBlob);
  }

  /** @param sides git's letter and the blob for each parent */
  combinedChange(commit: number, path: number, isFile: boolean, sides: readonly number[]): void {
    if (!isFile) return;
    this.combined.push(path);
    for (let side = 0; side < sides.length; side += 2) {
      const blob = sides[side + 1] as number;
      this.combined.push(kindOf(isFile, sides[side] as number, blob) ?? pathChange.typeChanged);
      this.combined.push(blob);
    }
    this.combinedCounts.put(commit, this.combinedCounts.at(commit) + 1);
  }

  isKnown(commit: number): boolean {
    return this.known.at(commit) === 1;
  }

  /** Number of parents; 0 also for a commit that is not here. */
  parentsOf(commit: number): number {
    return this.parentCounts.at(commit);
  }

  parent(commit: number, index: number): number {
    return this.parentColumn.at(this.parentStarts.at(commit) + index);
  }

  /** Where the changes of a commit against its first parent stand. Two lists are read side by side, so each has its own. */
  changesOf(commit: number): ChangeColumns {
    return this.parentCounts.at(commit) > 1 ? this.merges : this.ordinary;
  }

  combinedStartOf(commit: number): number {
    return this.combinedStarts.at(commit);
  }

  combinedCountOf(commit: number): number {
    return this.combinedCounts.at(commit);
  }

  /** All of it: paths, ids, then commit by commit its parents and lists. */
  encode(writer: VarintWriter): void {
    const paths = new TextEncoder().encode(this.paths.join('\0'));
    writer.write(this.paths.length);
    writer.write(paths.length);
    writer.append(paths);
    for (const ids of [this.commits, this.blobs]) {
      writer.write(ids.size);
      writer.append(ids.packed);
    }
    for (let commit = 0; commit < this.commits.size; commit++) {
      if (!this.isKnown(commit)) {
        writer.write(0);
        continue;
      }
      const parents = this.parentsOf(commit);
      writer.write(parents + 1);
      // Parents are mostly read right after their children.
      for (let parent = 0; parent < parents; parent++) writer.write(zigzag(this.parent(commit, parent) - commit));
      this.changesOf(commit).encode(writer, commit);
      if (parents > 1) this.encodeCombined(writer, commit, parents);
    }
  }

  /** The reverse of {@link encode}. Throws RangeError for bytes it did not write. */
  static decode(reader: VarintReader, shaLength: 20 | 32): ChangeLog {
    const log = new ChangeLog(shaLength);
    const count = reader.read();
    const paths = new TextDecoder().decode(reader.take(reader.read()));
    if (count > 0) for (const path of paths.split('\0')) log.path(path);
    for (const ids of [log.commits, log.blobs]) {
      const size = reader.read();
      ids.addAll(reader.take(size * shaLength));
    }
    for (let commit = 0; commit < log.commits.size; commit++) {
      const parents = reader.read() - 1;
      if (parents < 0) continue;
      const numbers = Array.from({ length: parents }, () => unzigzag(reader.read()) + commit);
      log.begin(commit, numbers);
      log.changesOf(commit).decode(reader, commit);
      if (parents > 1) log.decodeCombined(reader, commit, parents);
    }
    return log;
  }

  private encodeCombined(writer: VarintWriter, commit: number, parents: number): void {
    const count = this.combinedCountOf(commit);
    writer.write(count);
    const start = this.combinedStartOf(commit);
    for (let at = start; at < start + count * (1 + parents * 2); at++) writer.write(this.combined.at(at) + 1);
  }

  private decodeCombined(reader: VarintReader, commit: number, parents: number): void {
    const count = reader.read();
    for (let left = count * (1 + parents * 2); left > 0; left--) this.combined.push(reader.read() - 1);
    this.combinedCounts.put(commit, count);
  }
}
