/** As in a syntax tree: from 1, columns in UTF-16 units. */
interface Point {
  readonly line: number;
  readonly column: number;
}

/**
 * Where the places of a page's syntax tree stand in the text it was read from, which `pageText` took the byte order mark
 * and carriage returns out of: offsets of `source` in UTF-16 units. What is behind the last line is its end.
 */
export function sourceOffsets(source: string): (point: Point) => number {
  const starts = [source.startsWith('\uFEFF') ? 1 : 0];
  for (const { index, 0: ending } of source.matchAll(/\r\n?|\n/g)) starts.push(index + ending.length);
  return ({ line, column }) => Math.min(source.length, (starts[line - 1] ?? source.length) + column - 1);
}
