import { type CommonEnds, commonLength, type EqualBytes, firstLineFrom, lineFeed } from './commonEnds';
import type { LineTable } from './lineTable';
import type { Pool } from './pool';

/** A content cut into lines. A last line without a line feed is a line; an empty content has none. */
export interface TextVersion {
  readonly bytes: Uint8Array;
  /** Bytes of the content; `bytes` may be longer. */
  readonly size: number;
  readonly lineCount: number;
  /** Where each line starts, and at `lineCount` where the content ends; may be longer. */
  readonly starts: Int32Array;
  /** Number of each line in the {@link LineTable}; may be longer. */
  readonly ids: Int32Array;
}

/** A line that was changed is sought so many lines up and down in the known version, to find out where both agree again. */
const searched = 24;

/** Cuts contents into lines, with arrays that are used again. */
export class VersionReader {
  /** Lines between the common ends while they are found. */
  private starts = new Int32Array(1024);
  private ids = new Int32Array(1024);
  private count = 0;

  constructor(
    private readonly table: LineTable,
    private readonly pool: Pool<Int32Array>,
    private readonly equal: EqualBytes,
  ) {}

  /** Cuts a content into lines from nothing. */
  read(bytes: Uint8Array, size: number): TextVersion {
    this.count = 0;
    for (let place = 0; place < size; ) place = this.addLine(bytes, place, size);
    const starts = this.pool.take(this.count + 1);
    const ids = this.pool.take(this.count);
    starts.set(this.starts.subarray(0, this.count));
    ids.set(this.ids.subarray(0, this.count));
    starts[this.count] = size;
    return { bytes, size, lineCount: this.count, starts, ids };
  }

  /** Cuts a content into lines, taking over those that it shares with a version that is cut already. */
  derive(bytes: Uint8Array, size: number, known: TextVersion, { prefixLines, suffixLines }: CommonEnds): TextVersion {
    const shift = size - known.size;
    const suffixFrom = known.lineCount - suffixLines;
    const from = known.starts[prefixLines] as number;
    const to = (known.starts[suffixFrom] as number) + shift;
    this.cutMiddle(bytes, from, to, known, prefixLines, suffixFrom);
    const suffixAt = prefixLines + this.count;
    const lineCount = suffixAt + suffixLines;
    const starts = this.pool.take(lineCount + 1);
    const ids = this.pool.take(lineCount);
    starts.set(known.starts.subarray(0, prefixLines));
    ids.set(known.ids.subarray(0, prefixLines));
    starts.set(this.starts.subarray(0, this.count), prefixLines);
    ids.set(this.ids.subarray(0, this.count), prefixLines);
    ids.set(known.ids.subarray(suffixFrom, known.lineCount), suffixAt);
    copyShifted(known.starts, suffixFrom, known.lineCount + 1, shift, starts, suffixAt);
    return { bytes, size, lineCount, starts, ids };
  }

  /** Takes the arrays of a version back. */
  free({ starts, ids }: TextVersion): void {
    this.pool.give(starts);
    this.pool.give(ids);
  }

  /**
   * Cuts what stands between the common ends. Two changes far from each other leave much between them as it was: after
   * each line that was read it looks whether both contents agree from there on, and takes over what they share.
   */
  private cutMiddle(
    bytes: Uint8Array,
    from: number,
    to: number,
    known: TextVersion,
    knownFrom: number,
    knownTo: number,
  ): void {
    this.count = 0;
    let near = knownFrom;
    for (let place = from; place < to; ) {
      place = this.addLine(bytes, place, to);
      const id = this.ids[this.count - 1] as number;
      const last = Math.min(near + searched, knownTo - 1);
      for (let line = Math.max(knownFrom, near - searched); line < last; line++) {
        if (known.ids[line] !== id) continue;
        const next = known.starts[line + 1] as number;
        const most = Math.min(to - place, (known.starts[knownTo] as number) - next);
        const same = commonLength(known.bytes, next, bytes, place, most, this.equal);
        const end = firstLineFrom(known, next + same + 1) - 1;
        if (end <= line + 1) continue;
        this.takeOver(known, line + 1, end, place - next);
        place += (known.starts[end] as number) - next;
        near = end;
        break;
      }
    }
  }

  /** Adds the lines of a known version from one up to another, which stand elsewhere by a shift. */
  private takeOver(known: TextVersion, from: number, to: number, shift: number): void {
    this.reserve(to - from);
    this.ids.set(known.ids.subarray(from, to), this.count);
    copyShifted(known.starts, from, to, shift, this.starts, this.count);
    this.count += to - from;
  }

  private addLine(bytes: Uint8Array, place: number, to: number): number {
    this.reserve(1);
    this.starts[this.count] = place;
    this.ids[this.count++] = this.table.read(bytes, place, to);
    return this.table.end;
  }

  private reserve(lines: number): void {
    if (this.count + lines <= this.ids.length) return;
    const starts = new Int32Array((this.count + lines) * 2);
    const ids = new Int32Array(starts.length);
    starts.set(this.starts);
    ids.set(this.ids);
    this.starts = starts;
    this.ids = ids;
  }
}

function copyShifted(from: Int32Array, first: number, end: number, shift: number, to: Int32Array, at: number): void {
  if (shift === 0) {
    to.set(from.subarray(first, end), at);
    return;
  }
  for (let line = first, place = at; line < end; line++, place++) to[place] = (from[line] as number) + shift;
}

/** A Buffer's own takes texts as well, so that calling it costs three times as much where the next byte is near. */
const { indexOf } = Uint8Array.prototype;

/** Lines of a content; a last one without a line feed counts. */
export function countLines(bytes: Uint8Array, size: number): number {
  let count = 0;
  for (let place = 0; place < size; count++) {
    const feed = indexOf.call(bytes, lineFeed, place);
    place = feed < 0 ? size : feed + 1;
  }
  return count;
}
