import { createHash } from 'node:crypto';
import { readHunks, writeHunks } from '../../core/lines/hunkStore';
import type { LineOwnership } from '../../core/lines/lineOwnership';
import { VarintReader, VarintWriter } from '../../core/lines/varints';
import { type SnapshotStore, storeKey } from '../../store/snapshotStore';
import type { HeadFile } from './headContents';
import type { LineRequest } from './lineRequest';

/** Raised whenever the meaning of a stored byte changes. */
const linesVersion = 1;

/** Hunks by object ids: learnt by an update, and not in the stored history yet. */
export interface LearntHunks {
  readonly before: string;
  readonly after: string;
  readonly hunks: readonly number[];
}

/** The owners of all lines at a head, with what an update starts from. */
export interface StoredLines {
  readonly ownership: LineOwnership;
  /** All regular files at that head. */
  readonly files: readonly HeadFile[];
  readonly learnt: readonly LearntHunks[];
}

/** What was stored for a work tree and a list of ignored revisions; null when nothing can be used. */
export async function loadLines(
  store: SnapshotStore,
  request: LineRequest,
  origin: string,
): Promise<StoredLines | null> {
  const key = keyOf(request);
  const stored = await store.read(key);
  if (stored?.header.version !== linesVersion) return null;
  try {
    return decode(stored.payload, origin);
  } catch {
    await store.remove(key);
    return null;
  }
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
  readonly head: string;
  readonly shaLength: 20 | 32;
  readonly paths: readonly string[];
  /** Where a path's bytes are no plain text, its bytes; by place. */
  readonly rawPaths: Readonly<Record<number, string>>;
  readonly learnt: readonly [before: string, after: string][];
}

/** A JSON header, then the ids of commits, and for each file its blob, its lines + 2 (0: binary, 1: unknown) and runs. */
function encode({ ownership, files, learnt }: StoredLines, origin: string): Uint8Array {
  const writer = new VarintWriter();
  const header: Header = {
    origin,
    head: ownership.head,
    shaLength: ownership.shaLength,
    paths: files.map(({ path }) => path),
    rawPaths: Object.fromEntries(
      files.flatMap(({ path, rawPath }, index) => (path === rawPath ? [] : [[index, rawPath]])),
    ),
    learnt: learnt.map(({ before, after }) => [before, after]),
  };
  const json = new TextEncoder().encode(JSON.stringify(header));
  writer.write(json.length);
  writer.append(json);
  writer.write(ownership.commits.length);
  writer.append(ownership.commits);
  let owned = 0;
  for (const { blob, lines } of files) {
    writer.append(Buffer.from(blob, 'hex'));
    writer.write(lines === 'binary' ? 0 : lines === null ? 1 : lines + 2);
    if (lines === null || lines === 'binary') continue;
    const runs = ownership.files[owned++]?.runs ?? new Int32Array(0);
    writer.write(runs.length);
    for (let at = 0; at < runs.length; at += 2) {
      writer.write(runs[at] as number);
      writer.write((runs[at + 1] as number) + 1);
    }
  }
  for (const { hunks } of learnt) writeHunks(writer, hunks);
  return writer.bytes;
}

function decode(payload: Uint8Array, origin: string): StoredLines | null {
  const reader = new VarintReader(payload);
  const header = JSON.parse(new TextDecoder().decode(reader.take(reader.read()))) as Header;
  if (header.origin !== origin) return null;
  const { head, shaLength } = header;
  const id = (): string => Buffer.from(reader.take(shaLength)).toString('hex');
  // A copy: a part of a Buffer would keep all that was read.
  const commits = Uint8Array.from(reader.take(reader.read()));
  const owned: { path: string; lines: number; runs: Int32Array }[] = [];
  const files = header.paths.map((path, index): HeadFile => {
    const blob = id();
    const lines = reader.read() - 2;
    const rawPath = header.rawPaths[index] ?? path;
    if (lines < 0) return { path, rawPath, blob, lines: lines === -1 ? null : 'binary' };
    const runs = new Int32Array(reader.read());
    for (let at = 0; at < runs.length; at += 2) {
      runs[at] = reader.read();
      runs[at + 1] = reader.read() - 1;
    }
    owned.push({ path, lines, runs });
    return { path, rawPath, blob, lines };
  });
  const learnt = header.learnt.map(([before, after]) => ({ before, after, hunks: readHunks(reader) }));
  return { ownership: { head, shaLength, commits, files: owned }, files, learnt };
}
