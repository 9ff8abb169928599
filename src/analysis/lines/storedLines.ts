import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { readHunks, writeHunks } from '../../core/lines/hunkStore';
import type { FileLines, LineOwnership } from '../../core/lines/lineOwnership';
import { shaLengthOf } from '../../core/lines/objectIds';
import { VarintReader, VarintWriter } from '../../core/lines/varints';
import { type SnapshotStore, storeKey } from '../../store/snapshotStore';
import type { HeadFile } from './headContents';
import type { LearntHunks } from './lineHistory';
import type { LineRequest } from './lineRequest';

/** Raised whenever the meaning of a stored byte changes. */
const linesVersion = 4;

/** How many lines a file has, as it is written; those of a text are counted from the last. */
const binaryLines = 0;
const unknownLines = 1;
const textLines = 2;

/** The owners of all lines at a head, with what an update starts from. */
export interface StoredLines {
  readonly ownership: LineOwnership;
  /** All regular files at that head. */
  readonly files: readonly HeadFile[];
  /** Learnt by updates, and not in the stored history yet. */
  readonly learnt: readonly LearntHunks[];
}

/** What is stored, of which the lines take their time to read. */
export interface StoredOwners {
  /** What it rests on. */
  readonly origin: string;
  readonly head: string;
  /** All of it; read when first asked for, after what was asked before has begun. null when it cannot be read. */
  readonly lines: () => Promise<StoredLines | null>;
}

/**
 * The head of what {@link loadLines} will find, from which git can be asked long before that is read. A hint: the file may
 * turn out to be damaged, or be another by then. null for none.
 */
export async function peekHead(store: SnapshotStore, request: LineRequest): Promise<string | null> {
  const start = await store.peek(keyOf(request), 1 + 32);
  if (start?.header.version !== linesVersion) return null;
  try {
    return decodeHead(new VarintReader(start.payload));
  } catch {
    return null;
  }
}

/** What was stored for a work tree and a list of ignored revisions; null when nothing can be used. */
export async function loadLines(store: SnapshotStore, request: LineRequest): Promise<StoredOwners | null> {
  const key = keyOf(request);
  const stored = await store.read(key);
  if (stored?.header.version !== linesVersion) return null;
  const readable = async <T>(read: () => T): Promise<T | null> => {
    try {
      return read();
    } catch {
      await store.remove(key);
      return null;
    }
  };
  const reader = new VarintReader(stored.payload);
  const beginning = await readable(() => decodeBeginning(reader));
  if (beginning === null) return null;
  let lines: Promise<StoredLines | null> | null = null;
  const rest = async (): Promise<StoredLines | null> => {
    await setImmediate();
    return readable(() => decodeRest(reader, beginning));
  };
  return {
    head: beginning.head,
    origin: beginning.header.origin,
    lines: () => {
      lines ??= rest();
      return lines;
    },
  };
}

/** Stores the lines; says why when it could not. */
export async function saveLines(
  store: SnapshotStore,
  request: LineRequest,
  origin: string,
  lines: StoredLines,
): Promise<string | null> {
  const result = await store.write(keyOf(request), linesVersion, [encode(lines, origin)]);
  return result.stored ? null : result.message;
}

/** Worktrees have heads of their own; each list of ignored revisions gives other owners. */
function keyOf({ description, ignored }: LineRequest): string {
  const list = createHash('sha1')
    .update([...ignored].sort().join('\n'))
    .digest('hex');
  return storeKey(`owners:${description.gitDir}:${list}`);
}

interface Header {
  readonly origin: string;
  readonly paths: readonly string[];
  /** Where a path's bytes are no plain text, its bytes; by place. */
  readonly rawPaths: Readonly<Record<number, string>>;
  readonly learnt: readonly [before: string, after: string][];
}

/** The head, a JSON header, then columns: ids of commits, blobs, lines, numbers of runs, all runs; hunks. */
function encode({ ownership, files, learnt }: StoredLines, origin: string): Uint8Array {
  const writer = new VarintWriter();
  const header: Header = {
    origin,
    paths: files.map(({ path }) => path),
    rawPaths: Object.fromEntries(
      files.flatMap(({ path, rawPath }, index) => (path === rawPath ? [] : [[index, rawPath]])),
    ),
    learnt: learnt.map(({ before, after }) => [before, after]),
  };
  const json = new TextEncoder().encode(JSON.stringify(header));
  writer.write(ownership.shaLength);
  writer.append(Buffer.from(ownership.head, 'hex'));
  writer.write(json.length);
  writer.append(json);
  writer.write(ownership.commits.length);
  writer.append(ownership.commits);
  writer.append(Buffer.from(files.map(({ blob }) => blob).join(''), 'hex'));
  const lines = new Int32Array(files.length);
  files.forEach((file, index) => {
    lines[index] = file.lines === 'binary' ? binaryLines : file.lines === null ? unknownLines : file.lines + textLines;
  });
  writer.writeAll(lines);
  encodeRuns(writer, ownership.files);
  for (const { hunks } of learnt) writeHunks(writer, hunks);
  return writer.bytes;
}

/** As they are in memory: they are most of it, and read at every start. */
function encodeRuns(writer: VarintWriter, files: readonly FileLines[]): void {
  writer.writeAll(Int32Array.from(files, ({ runs }) => runs.length));
  writer.align(Int32Array.BYTES_PER_ELEMENT);
  for (const { runs } of files) writer.append(new Uint8Array(runs.buffer, runs.byteOffset, runs.byteLength));
}

interface Beginning {
  readonly head: string;
  readonly header: Header;
}

function decodeBeginning(reader: VarintReader): Beginning {
  const head = decodeHead(reader);
  return { head, header: JSON.parse(new TextDecoder().decode(reader.take(reader.read()))) as Header };
}

function decodeHead(reader: VarintReader): string {
  const shaLength = reader.read();
  if (shaLength !== 20 && shaLength !== 32) throw new RangeError('No object id has this length.');
  return Buffer.from(reader.take(shaLength)).toString('hex');
}

function decodeRest(reader: VarintReader, { head, header }: Beginning): StoredLines {
  const { paths, rawPaths } = header;
  const shaLength = shaLengthOf(head);
  const commits = reader.take(reader.read());
  const blobs = Buffer.from(reader.take(paths.length * shaLength)).toString('hex');
  const counts = reader.readAll(paths.length);
  const files = paths.map((path, index): HeadFile => {
    const lines = counts[index] as number;
    return {
      path,
      rawPath: rawPaths[index] ?? path,
      blob: blobs.slice(index * shaLength * 2, (index + 1) * shaLength * 2),
      lines: lines === binaryLines ? 'binary' : lines === unknownLines ? null : lines - textLines,
    };
  });
  const owned = decodeRuns(reader, files);
  const learnt = header.learnt.map(([before, after]) => ({ before, after, hunks: readHunks(reader) }));
  return { ownership: { head, shaLength, commits, files: owned }, files, learnt };
}

/** The runs are parts of what was read, which is little more than they are. */
function decodeRuns(reader: VarintReader, files: readonly HeadFile[]): FileLines[] {
  const texts: FileLines[] = [];
  const lengths = reader.readAll(files.reduce((count, { lines }) => count + (typeof lines === 'number' ? 1 : 0), 0));
  reader.align(Int32Array.BYTES_PER_ELEMENT);
  for (const { path, lines } of files) {
    if (typeof lines !== 'number') continue;
    texts.push({ path, lines, runs: reader.takeInts(lengths[texts.length] as number) });
  }
  return texts;
}
