import type { Html, Parents } from 'mdast';
import { visit } from 'unist-util-visit';
import { readDocument } from '../runbooks/document';
import { sourceOffsets } from '../runbooks/sourceOffsets';

/** A stretch of a page that is written by us, between two comments on lines of their own. */
export interface MarkedRegion {
  readonly id: string;
  /** Offsets of the lines between the comments, in UTF-16 units; the last line break is inside. */
  readonly start: number;
  readonly end: number;
  /** White space before the comments, for a region in a list. */
  readonly indent: string;
  /** What ends its lines. */
  readonly lineBreak: string;
  /** What holds it: the page, or an item of a list. */
  readonly parent: Parents;
}

type Mark = 'begin' | 'end';

const marker = /^<!-- single-points:(begin|end) ([\w./-]+) -->$/;

/** The comment that begins or ends a region. `id`: letters, digits and `_./-`. */
export function regionMarker(mark: Mark, id: string): string {
  return `<!-- single-points:${mark} ${id} -->`;
}

/** A region as lines, to be put into a page that has none of that id. */
export function regionLines(id: string, body: readonly string[]): readonly string[] {
  return [regionMarker('begin', id), ...body, regionMarker('end', id)];
}

/**
 * The regions of a page, in its order: each begins and ends with its comment in the same list or at the same level, and none is
 * in another. Comments in code, in a quotation or in a line of text are no markers; of two regions with one id the first
 * counts. None for a page too long or too deep to be read whole.
 */
export function markedRegions(source: string): readonly MarkedRegion[] {
  const { tree, complete } = readDocument(source);
  if (tree === null || !complete) return [];
  const offsetOf = sourceOffsets(source);
  const found = new Map<string, MarkedRegion>();
  let open: { readonly id: string; readonly node: Html; readonly indent: string; readonly parent: Parents } | null =
    null;
  visit(tree, 'html', (node, _index, parent) => {
    const [, mark, id = ''] = marker.exec(node.value) ?? [];
    if (mark === undefined || parent === undefined || node.position === undefined) return;
    const { start } = node.position;
    const indent = source.slice(offsetOf({ line: start.line, column: 1 }), offsetOf(start));
    if (indent.trim() !== '') return;
    if (mark === 'begin') {
      open = { id, node, indent, parent };
      return;
    }
    if (open?.id === id && open.parent === parent && !found.has(id)) found.set(id, regionOf(open, node));
    open = null;
  });
  return [...found.values()];

  function regionOf(begin: NonNullable<typeof open>, end: Html): MarkedRegion {
    const { id, indent, parent } = begin;
    const first = offsetOf({ line: (begin.node.position?.end.line ?? 0) + 1, column: 1 });
    const last = offsetOf({ line: end.position?.start.line ?? 0, column: 1 });
    const lineBreak = /\r\n?$|\n$/.exec(source.slice(0, first))?.[0] ?? '\n';
    return { id, start: first, end: last, indent, lineBreak, parent };
  }
}

/**
 * The page with other lines in its regions; everything else stays as it is, to the byte. A region without lines here
 * stays, and one that is not on the page is not put there: who took it out does not want it.
 */
export function withRegions(source: string, bodies: ReadonlyMap<string, readonly string[]>): string {
  let written = '';
  let from = 0;
  for (const { id, start, end, indent, lineBreak } of markedRegions(source)) {
    const body = bodies.get(id);
    if (body === undefined) continue;
    const lines = body.map(line => (line === '' ? lineBreak : `${indent}${line}${lineBreak}`));
    written += source.slice(from, start) + lines.join('');
    from = end;
  }
  return written + source.slice(from);
}
