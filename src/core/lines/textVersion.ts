import { type CommonEnds, lineFeed } from './commonEnds';
import type { LineTable } from './lineTable';

/** A content cut into lines. A last line without a line feed is a line; an empty content has none. */
export interface TextVersion {
  readonly bytes: Uint8Array;
  /** Bytes of the content; `bytes` may be longer. */
  readonly size: number;
  readonly lineCount: number;
  /** Where each line starts, and at `lineCount` where the content ends. */
  readonly starts: Int32Array;
  /** Number of each line in the {@link LineTable}. */
  readonly ids: Int32Array;
}

/** Cuts a content into lines from nothing. */
export function readVersion(bytes: Uint8Array, size: number, table: LineTable): TextVersion {
  const lines = new LineCollector(Math.max(16, size >>> 5));
  lines.cut(bytes, 0, size, size, table);
  return lines.finish(bytes, size);
}

/** Cuts a content into lines, taking over those that it shares with a version that is cut already. */
export function deriveVersion(
  bytes: Uint8Array,
  size: number,
  known: TextVersion,
  ends: CommonEnds,
  table: LineTable,
): TextVersion {
  const { prefixLines, suffixLines } = ends;
  const shift = size - known.size;
  const suffixFrom = known.lineCount - suffixLines;
  const from = known.starts[prefixLines] as number;
  const to = (known.starts[suffixFrom] as number) + shift;
  const middle = new LineCollector(64);
  middle.cut(bytes, from, to, size, table);
  const middleCount = middle.count;
  const lineCount = prefixLines + middleCount + suffixLines;
  const starts = new Int32Array(lineCount + 1);
  const ids = new Int32Array(lineCount);
  starts.set(known.starts.subarray(0, prefixLines));
  ids.set(known.ids.subarray(0, prefixLines));
  starts.set(middle.starts.subarray(0, middleCount), prefixLines);
  ids.set(middle.ids.subarray(0, middleCount), prefixLines);
  ids.set(known.ids.subarray(suffixFrom, known.lineCount), prefixLines + middleCount);
  for (let at = prefixLines + middleCount, line = suffixFrom; line <= known.lineCount; at++, line++) {
    starts[at] = (known.starts[line] as number) + shift;
  }
  return { bytes, size, lineCount, starts, ids };
}

class LineCollector {
  count = 0;
  starts: Int32Array;
  ids: Int32Array;

  constructor(capacity: number) {
    this.starts = new Int32Array(capacity + 1);
    this.ids = new Int32Array(capacity);
  }

  cut(bytes: Uint8Array, from: number, to: number, size: number, table: LineTable): void {
    for (let start = from; start < to; ) {
      let end = bytes.indexOf(lineFeed, start);
      if (end < 0 || end >= size) end = size;
      if (this.count === this.ids.length) this.grow();
      this.starts[this.count] = start;
      this.ids[this.count++] = table.number(bytes, start, end);
      start = end + 1;
    }
  }

  finish(bytes: Uint8Array, size: number): TextVersion {
    this.starts[this.count] = size;
    return {
      bytes,
      size,
      lineCount: this.count,
      starts: this.starts.slice(0, this.count + 1),
      ids: this.ids.slice(0, this.count),
    };
  }

  private grow(): void {
    const starts = new Int32Array(this.ids.length * 2 + 1);
    const ids = new Int32Array(this.ids.length * 2);
    starts.set(this.starts);
    ids.set(this.ids);
    this.starts = starts;
    this.ids = ids;
  }
}
