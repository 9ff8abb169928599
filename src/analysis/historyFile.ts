import { History } from '../core/history/history';
import type { KnownAdditions } from './mergeAdditions';

/** Raised whenever the meaning of a stored byte changes; a file of another version is read anew from git. */
export const historyVersion = 4;

/** What a stored history was read from: it is only continued when these still hold. */
export interface HistoryOrigin {
  readonly head: string;
  /** Rename search it was read with. */
  readonly renames: string;
  /** Content of the file that lists where a shallow clone ends; empty for a full one. */
  readonly shallow: string;
  /** Commits that could not be read whole, by object id. */
  readonly missing: readonly string[];
}

/** A history, what it was read from, and what else was asked about it. */
export interface KnownHistory {
  readonly history: History;
  readonly origin: HistoryOrigin;
  readonly additions: KnownAdditions;
}

interface Header {
  readonly origin: HistoryOrigin;
  readonly additions: KnownAdditions;
  readonly shaLength: 20 | 32;
  readonly paths: readonly string[];
  /** Name, address, name, address, … */
  readonly signatures: readonly string[];
  /** Bytes of each column, in the order of {@link columnsOf}. */
  readonly lengths: readonly number[];
}

const integers = (history: History) =>
  [
    history.authors,
    history.committers,
    history.parentEnds,
    history.trailerEnds,
    history.changeEnds,
    history.trailerSignatures,
    history.changePaths,
    history.changeOldPaths,
  ] as const;
const floats = (history: History) => [history.authorTimes, history.commitTimes] as const;
const bytes = (history: History) =>
  [
    history.shas,
    history.flags,
    history.parentShas,
    history.trailerRoles,
    history.changeStatuses,
    history.changePure,
  ] as const;

/** A history as a file: the length of a JSON header (4 bytes, little-endian), the header, then column after column. */
export function encodeHistory({ history, origin, additions }: KnownHistory): Uint8Array[] {
  const columns = [...floats(history), ...integers(history), ...bytes(history)].map(column => asBytes(column.values));
  const header: Header = {
    origin,
    additions,
    shaLength: history.shaLength,
    paths: history.paths,
    signatures: history.signatures.flatMap(({ name, email }) => [name, email]),
    lengths: columns.map(column => column.length),
  };
  const json = Buffer.from(JSON.stringify(header));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(json.length);
  return [length, json, ...columns];
}

/** The reverse of {@link encodeHistory}; throws when the bytes are not what it wrote. */
export function decodeHistory(file: Buffer): KnownHistory {
  const headerLength = file.readUInt32LE(0);
  const header = JSON.parse(file.toString('utf8', 4, 4 + headerLength)) as Header;
  const history = new History(header.shaLength);
  for (const path of header.paths) {
    history.path(path);
  }
  for (let at = 0; at < header.signatures.length; at += 2) {
    history.signature(header.signatures[at] ?? '', header.signatures[at + 1] ?? '');
  }
  let offset = 4 + headerLength;
  let column = 0;
  const next = (): ArrayBuffer => {
    const length = header.lengths[column++] ?? 0;
    if (offset + length > file.length) {
      throw new RangeError('The stored history ends too early.');
    }
    // A copy, since columns of numbers must start at a multiple of their size.
    const copy = new Uint8Array(length);
    copy.set(file.subarray(offset, offset + length));
    offset += length;
    return copy.buffer;
  };
  for (const target of floats(history)) {
    target.load(new Float64Array(next()));
  }
  for (const target of integers(history)) {
    target.load(new Int32Array(next()));
  }
  for (const target of bytes(history)) {
    target.load(new Uint8Array(next()));
  }
  if (offset !== file.length || !agrees(history)) {
    throw new RangeError('The stored history does not hold what it says.');
  }
  return { history, origin: header.origin, additions: header.additions };
}

/** Whether every column is as long as the others say. */
function agrees(history: History): boolean {
  const { commitCount, parentEnds, trailerEnds, changeEnds } = history;
  const perCommit = [
    history.committers,
    history.authorTimes,
    history.commitTimes,
    history.flags,
    parentEnds,
    trailerEnds,
    changeEnds,
  ];
  const perTrailer = [history.trailerRoles, history.trailerSignatures];
  const perChange = [history.changeStatuses, history.changePaths, history.changeOldPaths, history.changePure];
  return (
    perCommit.every(({ length }) => length === commitCount) &&
    history.shas.length === commitCount * history.shaLength &&
    history.parentShas.length === parentEnds.last() * history.shaLength &&
    perTrailer.every(({ length }) => length === trailerEnds.last()) &&
    perChange.every(({ length }) => length === changeEnds.last())
  );
}

function asBytes(values: Int32Array | Float64Array | Uint8Array): Uint8Array {
  return new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
}
