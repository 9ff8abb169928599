import { printable } from './printable';

/** Text that stands in Markdown as it is: nothing in it is read as markup. One line. */
export function escapeMarkdown(text: string): string {
  return printable(text)
    .replace(/[\\`*_{}[\]<>|~#!&$]/g, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2')
    .replace(/^([-+=])/, '\\$1')
    .replace(/:\/\//g, '&#58;//')
    .replace(/\b(www)\./gi, '$1&#46;');
}

/** Text as inline code; a `|` is escaped as tables need it. */
export function codeSpan(text: string): string {
  const content = printable(text).replaceAll('|', '\\|');
  const longest = Math.max(0, ...Array.from(content.matchAll(/`+/g), ([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const padding = /^`|`$/.test(content) || content === '' ? ' ' : '';
  return fence + padding + content + padding + fence;
}

/** A row of a table; the cells are Markdown already. */
export function tableRow(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}
