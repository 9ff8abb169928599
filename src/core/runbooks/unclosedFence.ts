import type { Root, RootContent } from 'mdast';
import { type Place, placeOf } from './place';

const opening = /^ {0,3}(`{3,}|~{3,})[ \t]*([\w-]*)/;
/** Capital first, no mark of code: `## Roll back the release`, not `## vim: ft=sh` or `## end of script ####`. */
const proseHeading = /^ {0,3}#{2,4}[ \t]+(?:\d+[.)]?[ \t]+|\p{So}\uFE0F?[ \t]*)?[\p{Lu}\p{Lo}][^#={}|\\$;]{1,100}$/u;
/**
 * What stands below headings of a page, and not below comments of code: a sentence, an item, a link, a table, a quotation or
 * another fence. `RUN npm ci --omit dev`, `Name: a b c` and `- name: a` are code.
 */
const proseBelow =
  /^ {0,3}(?:(?!\p{Lu}{2,}\b)\p{Lu}[^\s:=]*(?:[ \t]+[^\s=]+){3,}|\p{Lo}.{10,}|(?:[-*+]|\d+\.)[ \t]+(?![\w.-]+:)\S.*|\[[^\]]+\]\(.*|\*\*.*|>[ \t].*|\|.*\||`{3,}.*|~{3,}.*)$/u;
/** A page that is shown to be copied. */
const markdown = /^(?:markdown|md|mdx|rst|text|txt|diff|patch)$/i;

/** So many headings that look like those of the page, not like comments of code. */
const leastHeadings = 2;

/**
 * Where a fence (```` ``` ```` or `~~~`) opens that is never closed and hides headings of the page, so that they and all that
 * stands below them is code to a parser; null where there is none. Code that a page ends with may lack its closing fence.
 *
 * @param tree of that text
 */
export function unclosedFence(tree: Root, text: string): Place | null {
  const last = tree.children.at(-1);
  if (last?.type !== 'code' || tree.children.some(hidesFence)) return null;
  const lines = text.split('\n');
  const { line, column } = placeOf(last);
  const first = lines[line - 1] ?? '';
  const [, mark, language = ''] = opening.exec(first) ?? [];
  if (mark === undefined || markdown.test(language) || isClosed(lines.slice(line), mark)) return null;
  const hidden = lines.slice(line);
  const headings = hidden.filter((each, at) => {
    const below = hidden.slice(at + 1, at + 4).find(next => next.trim() !== '');
    return (
      proseHeading.test(each) && (hidden[at - 1] ?? '').trim() === '' && below !== undefined && proseBelow.test(below)
    );
  });
  if (headings.length < leastHeadings) return null;
  return { line, column, endLine: line, endColumn: first.length + 1 };
}

/** What stands in elements of MDX is HTML to this parser up to a blank line, and so may be the fence that the last one closes. */
const hidesFence = (node: RootContent): boolean => node.type === 'html' && /^[ \t]*(?:`{3}|~{3})/m.test(node.value);

/** The block is the last of the page: its fence is closed if the last line that is not blank closes it. */
function isClosed(lines: readonly string[], mark: string): boolean {
  const end = lines.findLast(line => line.trim() !== '') ?? '';
  const run = end.trim();
  return /^ {0,3}\S/.test(end) && run.startsWith(mark) && run === mark.charAt(0).repeat(run.length);
}
