import { parseFrontMatter } from './frontMatter';
import { longestPage } from './pageLimits';

/** A heading, from lines alone; of depth 1 is a title's. */
export interface OutlineHeading {
  readonly depth: number;
  readonly text: string;
  /** From 1. */
  readonly line: number;
}

/** What a page is called, and what its parts are. */
export interface PageOutline {
  /** From the front matter, else the first heading of depth 1; null where neither is. */
  readonly title: OutlineHeading | null;
  /** In their order, the title's among them. */
  readonly headings: readonly OutlineHeading[];
}

/** A longer heading is cut: what is asked of one must not cost the square of a hostile line. */
const longestHeading = 300;

const fence = /^ {0,3}(?:(`{3,})[^`]*|(~{3,}).*)$/;

/** The fence that stays open behind a line, where `open` was before it; null for none. */
export function fenceBehind(line: string, open: string | null): string | null {
  const mark = fence.exec(line);
  const run = mark?.[1] ?? mark?.[2];
  if (open === null) return run ?? null;
  return run?.startsWith(open) && line.trim() === run ? null : open;
}

const rule = /^ {0,3}([-*_])[ \t]*(?:\1[ \t]*){2,}$/;
// A line that belongs to no paragraph, as does what follows up to a blank one: an item, a quotation, HTML, a table.
const otherBlock = (line: string): boolean =>
  /^ {0,3}(?:[-+*][ \t]|>|\d{1,9}[.)][ \t]|<[a-z/!?])/i.test(line) || (/^[ \t|:-]*$/.test(line) && line.includes('|'));

/**
 * The outline of a Markdown page, by its lines: headings of both kinds, without those in front matter, code and comments.
 * For where many pages are asked: the syntax tree of one takes more than a hundred times as long. Never throws.
 */
export function markdownOutline(text: string): PageOutline {
  const lines = text
    .slice(0, longestPage)
    .replace(/^\uFEFF/, '')
    .split(/\r\n?|\n/);
  const headings: OutlineHeading[] = [];
  const { titled, end } = frontMatterOf(lines);
  let open: string | null = null;
  let isComment = false;
  // Lines that a line of signs below makes a heading; null where none can be.
  let paragraph: string[] | null = [];
  for (let at = end; at < lines.length; at++) {
    const line = lines[at] ?? '';
    const before: string | null = open;
    if (!isComment) open = fenceBehind(line, open);
    if (before !== null || open !== null) {
      paragraph = [];
      continue;
    }
    if (isComment || /^ {0,3}<!--/.test(line)) {
      isComment = !line.includes('-->');
      paragraph = [];
      continue;
    }
    const [, marks, marked = ''] = /^ {0,3}(#{1,6})(?:[ \t](.*))?$/.exec(line) ?? [];
    const underline = /^ {0,3}(=+|-+)[ \t]*$/.exec(line)?.[1];
    if (marks !== undefined) {
      headings.push({ depth: marks.length, text: headingText(withoutClosing(marked)), line: at + 1 });
      paragraph = [];
    } else if (underline !== undefined && paragraph !== null && paragraph.length > 0) {
      const depth = underline.startsWith('=') ? 1 : 2;
      headings.push({ depth, text: headingText(paragraph.join(' ')), line: at + 1 - paragraph.length });
      paragraph = [];
    } else if (line.trim() === '' || rule.test(line)) paragraph = [];
    else if (otherBlock(line)) paragraph = null;
    // An indented line begins code, but goes on with a paragraph.
    else if (paragraph !== null && (paragraph.length > 0 || !/^(?: {4}| {0,3}\t)/.test(line)))
      paragraph.push(line.trim().slice(0, longestHeading));
  }
  const told = headings.filter(({ text: said }) => said !== '');
  return { title: titled ?? told.find(({ depth }) => depth === 1) ?? null, headings: told };
}

/** The title that front matter gives, and the index of the line behind it; 0 without front matter. */
function frontMatterOf(lines: readonly string[]): { readonly titled: OutlineHeading | null; readonly end: number } {
  const mark = lines[0]?.trimEnd();
  const last = mark === '---' || mark === '+++' ? lines.findIndex((line, at) => at > 0 && line.trimEnd() === mark) : -1;
  if (last < 0) return { titled: null, end: 0 };
  const { title } = parseFrontMatter(lines.slice(1, last).join('\n'), 2, mark === '---' ? 'yaml' : 'toml');
  return {
    titled: title && {
      depth: 1,
      text: withoutAttributes(title.value.slice(0, longestHeading)),
      line: title.place.line,
    },
    end: last + 1,
  };
}

/** `Cart ##` → `Cart`, but `C#` as it is. */
function withoutClosing(text: string): string {
  const said = text.trim();
  let end = said.length;
  while (said[end - 1] === '#') end--;
  return end === 0 || /\s/.test(said[end - 1] ?? '') ? said.slice(0, end).trimEnd() : said;
}

/** A heading from its line, without markup and tags: `[Cart](a) {#cart}` → `Cart`. */
export const headingText = (line: string): string =>
  withoutAttributes(
    line
      .slice(0, longestHeading)
      .replace(/!?\[([^\]]*)\](?:\([^)]*\)|\[[^\]]*\])/g, '$1')
      // An address between angle brackets is text, not a tag.
      .replace(/<(\w+:[^\s>]*)>/g, '$1')
      .replace(/<[^>]*>|[`*]/g, ''),
  );

/** A heading on one line, without the attributes of MkDocs and Hugo (`{#anchor .class}`), which are no part of it. */
export const withoutAttributes = (heading: string): string =>
  heading
    .replace(/\s+/g, ' ')
    .replace(/ ?\{[#.:][^}]*\} ?$/, '')
    .trim();
