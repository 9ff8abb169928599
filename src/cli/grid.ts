import { pad, truncateEnd, truncateMiddle, widthOf } from './width';

/** A column of a table. Texts have no control characters and no colour. */
export interface Column {
  readonly heading: string;
  readonly cells: readonly string[];
  readonly align?: 'left' | 'right';
  /** Where a text is cut when there is no room; a column without it keeps its width. */
  readonly cut?: 'middle' | 'end';
  /** How much of the room it should get beside others that are cut; 1 without it. */
  readonly weight?: number;
  /** Colour of a cell, given after it got its width. */
  readonly paint?: (text: string, row: number) => string;
}

const gap = '  ';

/** A column that is cut keeps at least this much. */
const leastWidth = 6;

/**
 * Lays columns out in at most `width` terminal columns: the widest that may be cut gives way first. First line: headings.
 */
export function gridLines(columns: readonly Column[], width: number, paintHeading: (text: string) => string): string[] {
  const widths = columnWidths(columns, width);
  const line = (texts: readonly string[], paint: (text: string, column: Column) => string): string =>
    columns
      .map((column, index) => {
        const columnWidth = widths[index] ?? 0;
        const truncate = column.cut === 'middle' ? truncateMiddle : truncateEnd;
        const text = pad(truncate(texts[index] ?? '', columnWidth), columnWidth, column.align ?? 'left');
        const last = index === columns.length - 1 && column.align !== 'right';
        return paint(last ? text.trimEnd() : text, column);
      })
      .join(gap);
  const rows = Math.max(0, ...columns.map(({ cells }) => cells.length));
  return [
    line(
      columns.map(({ heading }) => heading),
      paintHeading,
    ),
    ...Array.from({ length: rows }, (_, row) =>
      line(
        columns.map(({ cells }) => cells[row] ?? ''),
        (text, column) => column.paint?.(text, row) ?? text,
      ),
    ),
  ];
}

function columnWidths(columns: readonly Column[], width: number): number[] {
  const widths = columns.map(({ heading, cells }) => Math.max(...[heading, ...cells].map(widthOf)));
  const total = (): number => widths.reduce((sum, columnWidth) => sum + columnWidth, gap.length * (widths.length - 1));
  const claim = (index: number): number => (widths[index] ?? 0) / (columns[index]?.weight ?? 1);
  for (let over = total() - width; over > 0; over--) {
    let widest = -1;
    columns.forEach((column, index) => {
      if (column.cut && (widths[index] ?? 0) > leastWidth && (widest < 0 || claim(index) > claim(widest))) {
        widest = index;
      }
    });
    if (widest < 0) {
      break;
    }
    widths[widest] = (widths[widest] ?? 0) - 1;
  }
  return widths;
}
