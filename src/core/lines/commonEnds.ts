import type { TextVersion } from './textVersion';

export const lineFeed = 10;

/** How much two contents have in common at both ends. */
export interface CommonEnds {
  /** Whole lines at the start that are the same to the byte. */
  readonly prefixLines: number;
  /** Whole lines at the end that are the same to the byte; never overlaps the prefix, in either content. */
  readonly suffixLines: number;
  /** Lines at the end that git leaves out of the comparison altogether, see {@link tailLines}. */
  readonly tailLines: number;
}

/** Whether two stretches of bytes of the same length are equal. */
export type EqualBytes = (one: Uint8Array, at: number, other: Uint8Array, otherAt: number, length: number) => boolean;

/** Same contents are compared in strides of this many bytes, then byte by byte. */
const strides = [1 << 14, 1 << 10, 1 << 6];

/** git leaves a common tail out in steps of so many bytes, and gives back what it cut of a line. */
const tailStep = 1024;

/** How many bytes are the same from two places on, `most` at most. */
export function commonLength(
  one: Uint8Array,
  at: number,
  other: Uint8Array,
  otherAt: number,
  most: number,
  equal: EqualBytes,
): number {
  let length = 0;
  // Mostly the first bytes differ already.
  while (length < most && length < 16) {
    if (one[at + length] !== other[otherAt + length]) return length;
    length++;
  }
  for (const stride of strides) {
    while (length + stride <= most && equal(one, at + length, other, otherAt + length, stride)) length += stride;
  }
  while (length < most && one[at + length] === other[otherAt + length]) length++;
  return length;
}

/** Finds the common ends of a version and another content. */
export function commonEnds(known: TextVersion, bytes: Uint8Array, size: number, equal: EqualBytes): CommonEnds {
  const shorter = Math.min(known.size, size);
  const prefix = commonLength(known.bytes, 0, bytes, 0, shorter, equal);
  let suffix = 0;
  for (const stride of strides) {
    while (
      suffix + stride <= shorter &&
      equal(known.bytes, known.size - suffix - stride, bytes, size - suffix - stride, stride)
    ) {
      suffix += stride;
    }
  }
  while (suffix < shorter && known.bytes[known.size - suffix - 1] === bytes[size - suffix - 1]) suffix++;

  const prefixLines = wholeLines(known, prefix, size);
  const shift = size - known.size;
  // The suffix may reach into the prefix where lines repeat: it then ends where the prefix does, in both contents.
  const leastStart = Math.max(known.size - suffix, known.starts[prefixLines] as number);
  let line = firstLineFrom(known, Math.max(leastStart, (known.starts[prefixLines] as number) - shift));
  // Its first byte is the same; whether a line starts there in the other content the byte before tells.
  const start = known.starts[line] as number;
  if (line < known.lineCount && start + shift > 0 && bytes[start + shift - 1] !== lineFeed) line++;
  return { prefixLines, suffixLines: known.lineCount - line, tailLines: tailLines(known, suffix) };
}

/**
 * Before git compares without context, it drops what the ends have in common in steps of 1024 bytes, and gives back what
 * that cut of a line. The lines dropped are no longer there for a change to slide into, so hunks depend on it.
 */
function tailLines(known: TextVersion, suffix: number): number {
  const dropped = Math.floor(suffix / tailStep) * tailStep;
  if (dropped === 0) return 0;
  const feed = known.bytes.indexOf(lineFeed, known.size - dropped);
  return feed < 0 || feed >= known.size ? 0 : known.lineCount - firstLineFrom(known, feed + 1);
}

/** Lines that end within the first `prefix` bytes, in both contents. */
function wholeLines(known: TextVersion, prefix: number, otherSize: number): number {
  if (prefix < known.size) return firstLineFrom(known, prefix + 1) - 1;
  // A last line without a line feed ends where its content ends; in the other it may go on.
  const ended = prefix === otherSize || known.size === 0 || known.bytes[known.size - 1] === lineFeed;
  return ended ? known.lineCount : known.lineCount - 1;
}

/** The first line that starts at or after a place; the number of lines when none does. */
export function firstLineFrom({ starts, lineCount }: TextVersion, place: number): number {
  let low = 0;
  let high = lineCount;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((starts[middle] as number) < place) low = middle + 1;
    else high = middle;
  }
  return low;
}
