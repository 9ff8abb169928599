/** Scores run from 0 to this, as git's do. */
export const fullScore = 60_000;

/** Below this git calls nothing a rename. */
export const renameScore = 30_000;

/** Where just one lost file has the name of the new one, this much is enough for git to look no further. */
export const sameNameScore = 45_000;

const longestPiece = 64;
const hashBase = 107_927;
const lineFeed = 10;
const carriageReturn = 13;

/** How many bytes of a content stand in pieces of each hash; `hashes` ascend. */
export interface Pieces {
  readonly size: number;
  readonly hashes: Int32Array;
  readonly bytes: Int32Array;
}

/** git's own rule for a content about which no attribute says anything: a NUL among the first bytes makes it binary. */
export function looksLikeText(content: Uint8Array): boolean {
  return content.subarray(0, 8000).indexOf(0) < 0;
}

/** Whether a content has line ends of two bytes: only then it matters for its pieces whether it is text. */
export function hasCrLf(content: Uint8Array): boolean {
  for (let at = content.indexOf(carriageReturn); at >= 0; at = content.indexOf(carriageReturn, at + 1)) {
    if (content[at + 1] === lineFeed) return true;
  }
  return false;
}

/**
 * Cuts a content into the pieces that git's rename detection counts (gitdiffcore(7), "similarity index"): lines, but at
 * most 64 bytes each. The carriage return of a CRLF does not count in a text.
 *
 * @param asText whether it is text: its attribute may say so
 * @param lastPiece whether a last piece without a line feed counts, as it does since git 2.44
 */
export function pieces(content: Uint8Array, asText: boolean, lastPiece: boolean): Pieces {
  const found: number[] = [];
  let first = 0;
  let second = 0;
  let length = 0;
  const end = content.length;
  const close = (): void => {
    const hash = ((first + Math.imul(second, 0x61)) >>> 0) % hashBase;
    // Hash and length in one number, so that sorting needs no comparison function.
    found.push(hash * 128 + length);
    first = 0;
    second = 0;
    length = 0;
  };
  for (let at = 0; at < end; at++) {
    const byte = content[at] as number;
    if (asText && byte === carriageReturn && at + 1 < end && content[at + 1] === lineFeed) continue;
    const before = first;
    first = (((first << 7) ^ (second >>> 25)) + byte) | 0;
    second = (second << 7) ^ (before >>> 25);
    length++;
    if (length === longestPiece || byte === lineFeed) close();
  }
  if (length > 0 && lastPiece) close();
  return gather(Float64Array.from(found).sort(), end);
}

function gather(sorted: Float64Array, size: number): Pieces {
  const hashes = new Int32Array(sorted.length);
  const bytes = new Int32Array(sorted.length);
  let count = 0;
  for (const piece of sorted) {
    const hash = Math.floor(piece / 128);
    if (count === 0 || hashes[count - 1] !== hash) hashes[count++] = hash;
    bytes[count - 1] = (bytes[count - 1] as number) + (piece % 128);
  }
  return { size, hashes: hashes.slice(0, count), bytes: bytes.slice(0, count) };
}

/**
 * How much of the larger content stands in the other as well, 0 to {@link fullScore}. When their sizes alone tell that it
 * is under `least`, it is 0; else it may be under `least` too: git ranks such candidates before it drops them.
 */
export function similarity(one: Pieces, other: Pieces, least: number): number {
  const larger = Math.max(one.size, other.size);
  const smaller = Math.min(one.size, other.size);
  if (larger === 0 || larger * (fullScore - least) < (larger - smaller) * fullScore) return 0;
  let copied = 0;
  let right = 0;
  for (let left = 0; left < one.hashes.length; left++) {
    const hash = one.hashes[left] as number;
    while (right < other.hashes.length && (other.hashes[right] as number) < hash) right++;
    if (other.hashes[right] === hash) copied += Math.min(one.bytes[left] as number, other.bytes[right] as number);
  }
  return Math.floor((copied * fullScore) / larger);
}
