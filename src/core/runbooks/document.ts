import type { Nodes, Root } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { remark } from 'remark';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import { SKIP, visit } from 'unist-util-visit';
import { type FrontMatter, noFrontMatter, parseFrontMatter } from './frontMatter';
import { fenceBehind, markdownOutline, withoutAttributes } from './markdownOutline';
import { longestLine, longestPage } from './pageLimits';
import { type Place, pageStart, placeOf } from './place';
import { unclosedFence } from './unclosedFence';

export interface Heading {
  readonly depth: number;
  readonly text: string;
  readonly place: Place;
}

export interface DocumentLink {
  readonly url: string;
  readonly text: string;
  readonly place: Place;
}

export interface CodeBlock {
  /** As written behind the fence, lower case; null where none is. */
  readonly language: string | null;
  readonly value: string;
  readonly place: Place;
}

/** What a Markdown page is made of. */
export interface RunbookDocument {
  /** From the front matter, else the first heading of the highest rank, else ''. */
  readonly title: string;
  readonly titlePlace: Place;
  readonly headings: readonly Heading[];
  readonly frontMatter: FrontMatter;
  readonly links: readonly DocumentLink[];
  readonly code: readonly CodeBlock[];
  /** Items of ordered lists. */
  readonly steps: number;
  /** Items of all lists. */
  readonly listItems: number;
  /** Lines that are not blank. */
  readonly lines: number;
  /** Words outside code and front matter. */
  readonly words: number;
  /** The syntax tree; null when it is too deep to be read. Not kept in a Snapshot. */
  readonly tree: Root | null;
  /** False when the page was too large, too long in a line or too deep, and only part of it was read. */
  readonly complete: boolean;
  /** The fence that is never closed and hides the rest of the page; null as a rule, and when the page is not complete. */
  readonly unclosedFence: Place | null;
}

const parser = remark().use(remarkGfm).use(remarkFrontmatter, ['yaml', 'toml']);

const mostLines = 8000;
const longestBlock = 400;
const largestBlock = 24 * 1024;
const deepestLine = 24;
const deepestIndent = 160;
const mostDelimiters = 200;

const newParagraph = /^[\t ]*(?:[-+*>#|]|\d{1,9}[.)][\t ])/;
const nesting = /^(?:[\t ]*(?:>|[-+*](?=[\t ]|$)|\d{1,9}[.)](?=[\t ]|$)))+/;

/** A line without nesting beyond any prose. */
function flattened(line: string): string {
  const markers = nesting.exec(line)?.[0] ?? '';
  const flat = markers.replace(/[\t ]/g, '').length > deepestLine ? line.slice(markers.length) : line;
  const indent = /^[\t ]*/.exec(flat)?.[0].length ?? 0;
  return indent > deepestIndent ? flat.slice(indent - deepestIndent) : flat;
}

/**
 * The text without what makes a Markdown parser slow: deep nesting, delimiters that never close, and blocks whose cost
 * is the square of their length (tables, definitions). Lines keep their numbers.
 */
function tamed(text: string): { readonly text: string; readonly complete: boolean } {
  const lines = text.slice(0, longestPage).split('\n', mostLines);
  let complete = text.length <= longestPage && lines.length < mostLines;
  let delimiters = 0;
  let length = 0;
  let size = 0;
  let open: string | null = null;
  for (const [index, original] of lines.entries()) {
    let line = original.slice(0, longestLine);
    const before: string | null = open;
    open = fenceBehind(line, before);
    if (before === null && open === null) {
      line = flattened(line);
      const isBlank = line.trim() === '';
      length = isBlank ? 0 : length + 1;
      size = isBlank ? 0 : size + line.length;
      // Labels and emphasis are matched within a paragraph.
      if (isBlank || newParagraph.test(line)) delimiters = 0;
      delimiters += line.length - line.replace(/[[*_~`]/g, '').length;
      if (length > longestBlock || size > largestBlock) line = '';
      else if (delimiters > mostDelimiters) line = line.replace(/[[*_~`<]/g, ' ');
    }
    if (line === original) continue;
    lines[index] = line;
    complete = false;
  }
  return { text: complete ? text : lines.join('\n'), complete };
}

/** A page without a byte order mark, every line ended by `\n`: the text that places refer to. */
export function pageText(source: string): string {
  return source.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
}

/** The syntax tree of a page; null when it is too deep to be parsed. */
function parse(text: string): Root | null {
  try {
    return parser.parse(text);
  } catch {
    return null;
  }
}

/**
 * Reads a Markdown page: GitHub's dialect, YAML or TOML front matter; ERB and MDX are read as Markdown.
 * Never throws; hostile nesting is cut off, and `complete` then says so.
 */
export function readDocument(source: string): RunbookDocument {
  const { text, complete } = tamed(pageText(source));
  const tree = parse(text);
  const headings: Heading[] = [];
  const links: DocumentLink[] = [];
  const code: CodeBlock[] = [];
  const definitions = new Map<string, string>();
  const references: { readonly identifier: string; readonly text: string; readonly place: Place }[] = [];
  let frontMatter = noFrontMatter;
  let steps = 0;
  let listItems = 0;
  let words = 0;
  const read = (node: Nodes): typeof SKIP | undefined => {
    switch (node.type) {
      case 'yaml':
        frontMatter = parseFrontMatter(node.value, placeOf(node).line + 1, 'yaml');
        break;
      case 'heading':
        headings.push({
          depth: node.depth,
          text: withoutAttributes(textOf(node, { includeHtml: false })),
          place: placeOf(node),
        });
        break;
      case 'link':
        links.push({ url: node.url, text: textOf(node), place: placeOf(node) });
        break;
      case 'definition':
        definitions.set(node.identifier, node.url);
        break;
      case 'linkReference':
        references.push({ identifier: node.identifier, text: textOf(node), place: placeOf(node) });
        break;
      case 'code':
        code.push({ language: node.lang?.toLowerCase() ?? null, value: node.value, place: placeOf(node) });
        return SKIP;
      case 'list':
        listItems += node.children.length;
        if (node.ordered === true) steps += node.children.length;
        break;
      case 'text':
        words += node.value.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
        break;
      default:
        if ((node.type as string) === 'toml') {
          frontMatter = parseFrontMatter((node as { value: string }).value, placeOf(node).line + 1, 'toml');
        }
    }
    return undefined;
  };
  if (tree === null) readHeadingsOnly(text, headings);
  else visit(tree, read);
  for (const reference of references) {
    const url = definitions.get(reference.identifier);
    if (url !== undefined) links.push({ url, text: reference.text, place: reference.place });
  }
  links.sort((a, b) => a.place.line - b.place.line || a.place.column - b.place.column);
  const top = headings.reduce<Heading | null>(
    (best, next) => (best === null || next.depth < best.depth ? next : best),
    null,
  );
  const title = frontMatter.title?.value ?? top?.text ?? '';
  return {
    title,
    titlePlace: frontMatter.title?.place ?? top?.place ?? pageStart,
    headings,
    frontMatter,
    links,
    code,
    steps,
    listItems,
    lines: text.split('\n').filter(line => line.trim() !== '').length,
    words,
    tree,
    complete: complete && tree !== null,
    unclosedFence: complete && tree !== null ? unclosedFence(tree, text) : null,
  };
}

function readHeadingsOnly(source: string, into: Heading[]): void {
  const lines = source.split('\n');
  for (const { depth, text, line } of markdownOutline(source).headings)
    into.push({
      depth,
      text,
      place: { line, column: 1, endLine: line, endColumn: (lines[line - 1] ?? '').length + 1 },
    });
}
