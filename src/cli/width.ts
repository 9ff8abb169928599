import stringWidth from 'string-width';

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Columns a text takes on a terminal. */
export function widthOf(text: string): number {
  return stringWidth(text);
}

/** The text if it fits, else its beginning and `…`. */
export function truncateEnd(text: string, width: number): string {
  return widthOf(text) <= width ? text : `${beginning(text, width - 1)}…`;
}

/** The text if it fits, else its beginning and its end with `…` between: paths differ at their ends. */
export function truncateMiddle(text: string, width: number): string {
  if (widthOf(text) <= width) {
    return text;
  }
  const tail = Math.floor((width - 1) / 2);
  return `${beginning(text, width - 1 - tail)}…${ending(text, tail)}`;
}

/** The text with spaces up to a width. */
export function pad(text: string, width: number, align: 'left' | 'right'): string {
  const spaces = ' '.repeat(Math.max(0, width - widthOf(text)));
  return align === 'left' ? text + spaces : spaces + text;
}

/** Lines of at most `width` columns, broken between words. The first begins with `start`, the others stand under it. */
export function wrap(text: string, width: number, start = ''): string[] {
  const indent = ' '.repeat(widthOf(start));
  const lines: string[] = [];
  let line = start;
  let empty = true;
  for (const word of text.split(' ').filter(part => part !== '')) {
    if (!empty && widthOf(`${line} ${word}`) > width) {
      lines.push(line);
      line = indent;
      empty = true;
    }
    line = empty ? line + truncateMiddle(word, Math.max(1, width - indent.length)) : `${line} ${word}`;
    empty = false;
  }
  return [...lines, line];
}

function beginning(text: string, width: number): string {
  let part = '';
  for (const { segment } of graphemes.segment(text)) {
    if (widthOf(part + segment) > width) {
      break;
    }
    part += segment;
  }
  return part;
}

function ending(text: string, width: number): string {
  let part = '';
  for (const { segment } of [...graphemes.segment(text)].reverse()) {
    if (widthOf(segment + part) > width) {
      break;
    }
    part = segment + part;
  }
  return part;
}
