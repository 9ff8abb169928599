/** A heading of a page; level 1 is its title's. */
export interface PageHeading {
  readonly level: number;
  readonly text: string;
  /** From 1. */
  readonly line: number;
}

const mostLines = 3000;
const pages = /\.(?:md|markdown|rst|adoc|asciidoc)$/i;

/** Whether a file is a page of prose whose headings can be told: Markdown, reStructuredText or AsciiDoc. */
export const isPagePath = (path: string): boolean => pages.test(path);

/** The headings of a page, in its order, without those in blocks of code. A page of no known markup has none. */
export function pageHeadings(path: string, text: string): readonly PageHeading[] {
  const lines = text
    .slice(0, 400_000)
    .split('\n')
    .slice(0, mostLines)
    .map(line => line.slice(0, 1000));
  if (/\.rst$/i.test(path)) return underlined(lines);
  return /\.a(?:sciid|d)oc$/i.test(path)
    ? marked(lines, /^(={1,6})\s+(\S.*?)\s*$/, /^(?:-{4,}|\.{4,}|={4,}|```)\s*$/)
    : marked(lines, /^(#{1,6})\s+(\S.*?)\s*#*\s*$/, /^\s{0,3}(?:```|~~~)/);
}

function marked(lines: readonly string[], heading: RegExp, fence: RegExp): readonly PageHeading[] {
  const found: PageHeading[] = [];
  let isCode = false;
  for (const [index, line] of lines.entries()) {
    if (fence.test(line)) isCode = !isCode;
    const [, marks = '', text = ''] = isCode ? [] : (heading.exec(line) ?? []);
    if (text !== '') found.push({ level: marks.length, text: withoutMarkup(text), line: index + 1 });
  }
  return found;
}

/** Those of reStructuredText: whichever line of signs comes first is the title's, a line above is a mark of its own. */
function underlined(lines: readonly string[]): readonly PageHeading[] {
  const marks: string[] = [];
  const found: PageHeading[] = [];
  for (const [index, line] of lines.entries()) {
    const sign = /^([=\-~^"'`*+#.:_])\1{2,}\s*$/.exec(lines[index + 1] ?? '')?.[1];
    const text = line.trim();
    if (sign === undefined || text === '' || /^\s/.test(line) || /^(.)\1*$/.test(text)) continue;
    if ((lines[index + 1] ?? '').trim().length < text.length) continue;
    const mark = lines[index - 1]?.trim() === (lines[index + 1] ?? '').trim() ? `${sign}${sign}` : sign;
    if (!marks.includes(mark)) marks.push(mark);
    found.push({ level: marks.indexOf(mark) + 1, text: withoutMarkup(text), line: index + 1 });
  }
  return found;
}

const withoutMarkup = (text: string): string =>
  text
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/<[^>]*>|[`*]/g, '')
    .trim();
