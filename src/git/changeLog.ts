import type { ChangeLog } from '../core/lines/changeLog';
import { GitError } from './errors';

/** Which list of changes is read: a whole log, what was asked commit by commit, see {@link changeQuestions}, or one comparison. */
export type ChangeList = 'everyCommit' | 'asked' | 'comparison';

/**
 * Arguments of a log that lists, for each commit, what changed, with blob ids and without renames: no blob is read. Of a
 * merge it lists what differs from every parent.
 */
export function changeLogArguments(range: readonly string[]): string[] {
  return [
    'log',
    '-z',
    '--raw',
    '--diff-merges=combined',
    '--no-renames',
    '--no-abbrev',
    '--no-color',
    '--no-notes',
    '--no-ext-diff',
    '--no-show-signature',
    '--root',
    '--format=tformat:%H%x00%P',
    ...range,
    '--',
  ];
}

const NUL = 0;
const NEWLINE = 10;
const SPACE = 32;
const COLON = 58;

/** A Buffer's own takes texts as well, so that calling it costs three times as much where the next byte is near. */
const { indexOf } = Uint8Array.prototype;

/** Number of a blob where a path was no file. */
const noFile = -1;

const questions = ['diff-tree', '--stdin', '-r', '-z', '--raw', '--no-renames', '--no-abbrev', '--no-ext-diff'];

/** Arguments of a git that is asked, line by line, what `<commit>` changed against `<parent>`; it lists it in the same way. */
export const comparisonQuestions: readonly string[] = [...questions, '--no-commit-id'];

/**
 * The same with each commit before its list, also where that is empty: see {@link ChangeList}. A `<commit>` alone has
 * the list that the log has of it, see {@link changeLogArguments}.
 */
export const changeQuestions: readonly string[] = [...questions, '--always', '--root', '-c'];

/** Where the changes go. */
export type ChangeSink = Pick<ChangeLog, 'begin' | 'beginAgainstFirstParent' | 'change' | 'combinedChange'>;

/** Reads what git prints for one of the lists, in chunks cut anywhere. */
export class ChangeLogParser {
  /** Those of them that are merges, in the order of the log. */
  readonly merges: number[] = [];

  private rest: Buffer = Buffer.alloc(0);
  /** What the next field is. */
  private expect: 'commit' | 'parents' | 'entry' | 'path';
  private commit = -1;
  /** The entry whose path comes next: for each side git's letter and the blob there, and whether it is a file now. */
  private sides: number[] = [];
  private isFile = false;
  private readonly id: Uint8Array;

  /** @param log numbers the commits, blobs and paths; the changes go to the sink */
  constructor(
    private readonly log: ChangeLog,
    private readonly list: ChangeList,
    private readonly sink: ChangeSink = log,
  ) {
    this.id = new Uint8Array(log.shaLength);
    this.expect = list === 'everyCommit' ? 'commit' : 'entry';
  }

  /** Takes the next bytes of the output. */
  push(chunk: Buffer): void {
    const bytes = this.rest.length > 0 ? Buffer.concat([this.rest, chunk]) : chunk;
    let start = 0;
    for (let end = indexOf.call(bytes, NUL, start); end >= 0; end = indexOf.call(bytes, NUL, start)) {
      this.field(bytes, start, end);
      start = end + 1;
    }
    this.rest = Buffer.from(bytes.subarray(start));
  }

  /** Throws GitError `failed` when the output ended in the middle. */
  finish(): void {
    if (this.rest.length > 0 || this.expect === 'parents' || this.expect === 'path') {
      throw new GitError('failed', 'The list of changes ended in the middle. Refresh to try again.');
    }
  }

  private field(bytes: Buffer, start: number, end: number): void {
    if (this.expect === 'path') {
      this.takePath(bytes, start, end);
    } else if (this.expect === 'parents') {
      this.takeParents(bytes, start, end);
    } else if (this.expect === 'entry' && (bytes[start] === COLON || bytes[start] === NEWLINE)) {
      this.takeEntry(bytes, bytes[start] === NEWLINE ? start + 1 : start);
    } else if (start < end) {
      // What git leaves empty is the place between a merge and its list.
      this.commit = this.log.commits.add(this.readId(bytes, start));
      if (this.list === 'everyCommit') this.expect = 'parents';
      else this.sink.beginAgainstFirstParent(this.commit);
    }
  }

  private takeParents(bytes: Buffer, start: number, end: number): void {
    const parents: number[] = [];
    for (let at = start; at < end; at += this.log.shaLength * 2 + 1) {
      parents.push(this.log.commits.add(this.readId(bytes, at)));
    }
    this.sink.begin(this.commit, parents);
    if (parents.length > 1) this.merges.push(this.commit);
    this.expect = 'entry';
  }

  /** `:<mode> <mode> <id> <id> <letter>`; for a merge with `-c` as many colons as parents, and all their modes and ids. */
  private takeEntry(bytes: Buffer, start: number): void {
    let colons = 1;
    while (bytes[start + colons] === COLON) colons++;
    const firstId = start + colons + (colons + 1) * 7;
    const step = this.log.shaLength * 2 + 1;
    const letters = firstId + (colons + 1) * step;
    const newMode = start + colons + colons * 7;
    this.expect = 'path';
    this.isFile = isFile(bytes, newMode);
    this.sides = [];
    for (let side = 0; side < colons; side++) {
      const wasFile = isFile(bytes, start + colons + side * 7);
      this.sides.push(
        bytes[letters + side] as number,
        wasFile ? this.log.blobs.add(this.readId(bytes, firstId + side * step)) : noFile,
      );
    }
  }

  private takePath(bytes: Buffer, start: number, end: number): void {
    this.expect = 'entry';
    const path = this.log.path(bytes.toString('latin1', start, end));
    const { sides, isFile: isNow, commit } = this;
    if (sides.length > 2) this.sink.combinedChange(commit, path, isNow, sides);
    else this.sink.change(commit, path, isNow, sides[0] as number, sides[1] as number);
  }

  private readId(hex: Buffer, from: number): Uint8Array {
    const { id } = this;
    for (let at = 0, digit = from; at < id.length; at++, digit += 2) {
      id[at] = ((nibbles[hex[digit] as number] as number) << 4) | (nibbles[hex[digit + 1] as number] as number);
    }
    return id;
  }
}

const nibbles = new Uint8Array(256);
for (let digit = 0; digit < 16; digit++) nibbles[digit.toString(16).charCodeAt(0)] = digit;

/** `100644` and `100755` are files; `120000` is a link, `160000` a submodule, `000000` nothing. */
function isFile(bytes: Buffer, mode: number): boolean {
  return bytes[mode] === 49 && bytes[mode + 1] === 48 && bytes[mode + 6] === SPACE;
}
