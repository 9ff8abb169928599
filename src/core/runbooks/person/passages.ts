import type { Nodes, Parent, Root } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import type { Place } from '../place';
import type { Range } from './sentences';

/** Stands in a passage for code, an image or anything else without words. */
const wordless = '\uE001';

/** A link over a part of a passage. */
export interface PassageLink extends Range {
  readonly url: string;
}

/** The words of one paragraph, heading or table cell, emphasis and links dissolved, with the way back to the page. */
export interface Passage {
  /** Without code and HTML; a soft line break is a space, a hard one `\n`. */
  readonly text: string;
  readonly links: readonly PassageLink[];
  /** Where a name or an address was written as code. */
  readonly code: readonly Range[];
  /** In a quotation, which is what somebody says or sends. */
  readonly quoted: boolean;
  readonly heading: boolean;
  readonly cell: boolean;
  /** In an item to tick off, where whoever ticks speaks. */
  readonly task: boolean;
  /** In an item that is ticked off: it tells what was done. */
  readonly done: boolean;
  /** The words that introduce the list or the table it is in; empty elsewhere. */
  readonly lead: string;
  /** Where a range of the text stands on the page. */
  place(start: number, end: number): Place;
}

interface Piece {
  readonly at: number;
  readonly node: Nodes;
  readonly value: string;
}

/** A name or an address that was written as code because it is typed that way. */
const mention = /^(?:@[\p{L}\p{N}][\p{L}\p{N}._-]*(?: \p{Lu}[\p{L}'’-]+){0,2}|[\w.+-]+@[\w-]+(?:\.[\w-]+)+)$/u;

/** The passages of a page, in its order. `text` is what the tree was made from. */
export function passagesOf(tree: Root, text: string): readonly Passage[] {
  const passages: Passage[] = [];
  const lines = text.split('\n');
  const walk = (node: Nodes, around: Around): void => {
    if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') {
      passages.push(passageOf(node, around, lines));
    } else if ('children' in node) {
      let said = around.lead;
      const quoted = around.quoted || node.type === 'blockquote';
      const task = around.task || (node.type === 'listItem' && typeof node.checked === 'boolean');
      const done = around.done || (node.type === 'listItem' && node.checked === true);
      for (const child of node.children) {
        const isLed = child.type === 'list' || child.type === 'table';
        walk(child, { quoted, task, done, lead: isLed ? said : around.lead });
        if (child.type === 'paragraph' || child.type === 'heading') said = textOf(child);
      }
    }
  };
  walk(tree, { quoted: false, task: false, done: false, lead: '' });
  return passages;
}

type Around = Pick<Passage, 'quoted' | 'task' | 'done' | 'lead'>;

function passageOf(block: Parent & Nodes, around: Around, lines: readonly string[]): Passage {
  const pieces: Piece[] = [];
  const links: PassageLink[] = [];
  const code: Range[] = [];
  let text = '';
  const add = (node: Nodes, value: string): void => {
    pieces.push({ at: text.length, node, value });
    text += value;
  };
  const read = (node: Nodes): void => {
    switch (node.type) {
      case 'text':
        add(node, node.value.replace(/\n/g, ' '));
        break;
      case 'inlineCode':
        if (mention.test(node.value)) code.push({ start: text.length, end: text.length + node.value.length });
        add(node, mention.test(node.value) ? node.value : wordless);
        break;
      case 'break':
        add(node, '\n');
        break;
      case 'html':
        if (/^<br\b/i.test(node.value)) add(node, '\n');
        break;
      case 'image':
      case 'imageReference':
      case 'footnoteReference':
        add(node, wordless);
        break;
      default: {
        if (!('children' in node)) break;
        const start = text.length;
        for (const child of node.children) read(child);
        if (node.type === 'link') links.push({ start, end: text.length, url: node.url });
      }
    }
  };
  for (const child of block.children) read(child);
  return {
    ...{ ...around, text, links, code, heading: block.type === 'heading', cell: block.type === 'tableCell' },
    place: (start, end) => {
      const first = pointOf(pieces, start, lines, block, false);
      const last = pointOf(pieces, end, lines, block, true);
      return { line: first.line, column: first.column, endLine: last.line, endColumn: last.column };
    },
  };
}

interface Point {
  readonly line: number;
  readonly column: number;
}

/** The point of the page at an offset of the passage; `after`: behind the character before it. */
function pointOf(
  pieces: readonly Piece[],
  offset: number,
  lines: readonly string[],
  block: Nodes,
  after: boolean,
): Point {
  const wanted = after ? offset - 1 : offset;
  const piece = pieces.findLast(({ at }) => at <= wanted);
  const position = piece?.node.position ?? block.position;
  if (piece === undefined || position === undefined) return { line: 1, column: 1 };
  // A node that the parser made by splitting another has no position: the block is all that is known.
  if (piece.node.position === undefined) return after ? position.end : position.start;
  if (piece.value === wordless || piece.node.type === 'break') return after ? position.end : position.start;
  return walkTo(piece.value, wanted - piece.at, position.start, lines, after);
}

/** Follows a value through its source, over escapes, character references and the marks a line begins with. */
function walkTo(value: string, wanted: number, from: Point, lines: readonly string[], after: boolean): Point {
  let { line, column } = from;
  for (let index = 0; index <= wanted; index++) {
    const character = value[index];
    let source = lines[line - 1] ?? '';
    if (
      character === ' ' &&
      source.slice(column - 1).trim() === '' &&
      line < lines.length &&
      index < value.length - 1
    ) {
      // A soft line break; the next line begins behind indents and marks of quotations.
      line++;
      source = lines[line - 1] ?? '';
      column = (/^[\s>]*/.exec(source)?.[0].length ?? 0) + 1;
      if (index === wanted) return { line, column };
      continue;
    }
    const reference =
      source[column - 1] === '&' && character !== '&'
        ? /^&#?\w{1,32};/.exec(source.slice(column - 1, column + 40))
        : null;
    let width = reference?.[0].length ?? 1;
    if (reference === null && source[column - 1] !== character) {
      const next = source.indexOf(character ?? '', column - 1);
      // What opens code or a link stands before its words, an escape before its character.
      if (next >= 0 && next - column < 40) column = next + 1;
      width = 1;
    }
    if (index === wanted) return { line, column: after ? column + width : column };
    column += width;
  }
  return { line, column };
}
