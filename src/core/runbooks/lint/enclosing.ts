import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { type Place, placeOf } from '../place';

/** A part of a page in which a comment would be text; in front matter there is no place for one around it either. */
export interface Enclosing {
  readonly kind: 'code' | 'table' | 'frontMatter';
  readonly place: Place;
}

/** The parts of a page that hold a line; null where prose does. */
export function enclosingIn(tree: Root | null): (line: number) => Enclosing | null {
  const parts: Enclosing[] = [];
  if (tree !== null) {
    visit(tree, node => {
      const type = node.type as string;
      const kind =
        type === 'yaml' || type === 'toml' ? 'frontMatter' : type === 'code' || type === 'table' ? type : null;
      if (kind !== null) parts.push({ kind, place: placeOf(node) });
    });
  }
  return line => parts.find(({ place }) => place.line <= line && line <= place.endLine) ?? null;
}
