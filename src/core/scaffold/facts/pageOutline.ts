import { headingText, markdownOutline, type OutlineHeading, type PageOutline } from '../../runbooks/markdownOutline';
import { isMarkdownPath } from '../../runbooks/markdownPath';
import { longestPage } from '../../runbooks/pageLimits';

const mostLines = 3000;
const longestLine = 1000;

/** Whether a file is a page of prose whose headings can be told: Markdown, reStructuredText or AsciiDoc. */
export const isPagePath = (path: string): boolean => isMarkdownPath(path) || /\.(?:rst|adoc|asciidoc)$/i.test(path);

/** The outline of a page in the markup that its path tells; of any other, it is read as Markdown. Never throws. */
export function pageOutline(path: string, text: string): PageOutline {
  const reader = /\.rst$/i.test(path) ? structuredHeadings : /\.a(?:sciid|d)oc$/i.test(path) ? asciiDocHeadings : null;
  if (reader === null) return markdownOutline(text);
  const lines = text
    .slice(0, longestPage)
    .split('\n')
    .slice(0, mostLines)
    .map(line => line.slice(0, longestLine).trimEnd());
  const headings = reader(lines);
  return { title: headings.find(({ depth }) => depth === 1) ?? null, headings };
}

/** Those of AsciiDoc, where `====` is a block or, below a text as long, makes it a title. */
function asciiDocHeadings(lines: readonly string[]): readonly OutlineHeading[] {
  const found: OutlineHeading[] = [];
  let open: string | null = null;
  for (const [index, line] of lines.entries()) {
    if (open !== null) {
      if (line === open) open = null;
      continue;
    }
    const sign = /^([=\-~^+])\1{2,}$/.exec(line)?.[1];
    const above = lines[index - 1] ?? '';
    if (sign !== undefined && isTitle(above) && Math.abs(above.length - line.length) <= 1)
      found.push({ depth: '=-~^+'.indexOf(sign) + 1, text: headingText(above), line: index });
    else if (/^(?:([-.=/+])\1{3,}|```.*)$/.test(line)) open = line.startsWith('```') ? '```' : line;
    else {
      const [, marks = '', text = ''] = /^(={1,6})[ \t]+(\S.*)$/.exec(line) ?? [];
      if (text !== '') found.push({ depth: marks.length, text: headingText(text), line: index + 1 });
    }
  }
  return found;
}

// What begins with a full stop or a bracket is about the block below.
const isTitle = (line: string): boolean => /^[^\s.[=]/.test(line) && /[\p{L}\p{N}]/u.test(line);

/** Those of reStructuredText: whichever line of signs comes first is the title's, a line above is a mark of its own. */
function structuredHeadings(lines: readonly string[]): readonly OutlineHeading[] {
  const marks: string[] = [];
  const found: OutlineHeading[] = [];
  for (const [index, line] of lines.entries()) {
    const below = lines[index + 1] ?? '';
    const sign = /^([=\-~^"'`*+#.:_])\1{2,}$/.exec(below)?.[1];
    if (sign === undefined || line === '' || /^\s/.test(line) || /^(.)\1*$/.test(line)) continue;
    if (below.length < line.length) continue;
    const mark = lines[index - 1] === below ? `${sign}${sign}` : sign;
    if (!marks.includes(mark)) marks.push(mark);
    found.push({ depth: marks.indexOf(mark) + 1, text: headingText(line), line: index + 1 });
  }
  return found;
}
