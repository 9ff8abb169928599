import type { Nodes } from 'mdast';

/** A range of a page, as editors count: lines and columns from 1, columns in UTF-16 units, the end not included. */
export interface Place {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** The beginning of a page, for what is about all of it. */
export const pageStart: Place = { line: 1, column: 1, endLine: 1, endColumn: 1 };

/** Where a node of a syntax tree stands; the beginning of the page for a node that was made up. */
export function placeOf({ position }: Pick<Nodes, 'position'>): Place {
  if (position === undefined) return pageStart;
  const { start, end } = position;
  return { line: start.line, column: start.column, endLine: end.line, endColumn: end.column };
}
