import { lineFeed } from './commonEnds';
import type { TextVersion } from './textVersion';

const tab = 9;
const carriageReturn = 13;
const space = 32;

/** Pairs of neighbouring characters of a line and how often each occurs: what `git blame --ignore-rev` compares lines by. */
export interface Fingerprint {
  /** Ascending. */
  readonly pairs: Int32Array;
  readonly counts: Int32Array;
}

/** Upper case counts as lower case, white space as nothing; a line starts and ends with white space. */
export function fingerprint({ bytes, starts }: TextVersion, line: number): Fingerprint {
  const start = starts[line] as number;
  const end = starts[line + 1] as number;
  const found = new Int32Array(end - start + 1);
  let length = 0;
  let before = 0;
  for (let at = start; at <= end; at++) {
    const now = at === end ? 0 : folded(bytes[at] as number);
    const pair = before | (now << 8);
    if (pair !== 0) found[length++] = pair;
    before = now;
  }
  const sorted = found.subarray(0, length).sort();
  const counts = new Int32Array(length);
  let pairs = 0;
  for (const pair of sorted) {
    if (pairs === 0 || sorted[pairs - 1] !== pair) sorted[pairs++] = pair;
    counts[pairs - 1] = (counts[pairs - 1] as number) + 1;
  }
  return { pairs: sorted.subarray(0, pairs), counts: counts.subarray(0, pairs) };
}

function folded(byte: number): number {
  if (byte === space || byte === tab || byte === lineFeed || byte === carriageReturn) return 0;
  return byte >= 65 && byte <= 90 ? byte + 32 : byte;
}

/** How many pairs two lines share. */
export function sharedPairs(one: Fingerprint, other: Fingerprint): number {
  let shared = 0;
  let right = 0;
  for (let left = 0; left < one.pairs.length; left++) {
    const pair = one.pairs[left] as number;
    while (right < other.pairs.length && (other.pairs[right] as number) < pair) right++;
    if (other.pairs[right] === pair) shared += Math.min(one.counts[left] as number, other.counts[right] as number);
  }
  return shared;
}

/** Takes the pairs of another line out, so that no further line can match them. */
export function takeOut(from: Fingerprint, taken: Fingerprint): void {
  let right = 0;
  for (let left = 0; left < from.pairs.length; left++) {
    const pair = from.pairs[left] as number;
    while (right < taken.pairs.length && (taken.pairs[right] as number) < pair) right++;
    if (taken.pairs[right] === pair) {
      from.counts[left] = Math.max(0, (from.counts[left] as number) - (taken.counts[right] as number));
    }
  }
}
