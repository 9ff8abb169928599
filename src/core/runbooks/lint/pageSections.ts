import type { Heading as HeadingNode, RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { type Place, placeOf } from '../place';
import type { SectionId } from '../sections';
import type { LintPage } from './rule';

/** A heading of a page with what stands under it. */
export interface PageSection {
  /** What the heading opens; null for a heading of no known name. */
  readonly id: SectionId | null;
  readonly heading: string;
  readonly depth: number;
  readonly place: Place;
  /** Up to the next heading of this rank or a higher one; lower headings are among them. */
  readonly body: readonly RootContent[];
}

/** A page taken apart at its headings. */
export interface PageOutline {
  /** What stands before the first heading, or right under the title. */
  readonly introduction: readonly RootContent[];
  /** In the order of the page, without the title. */
  readonly sections: readonly PageSection[];
}

const outlines = new WeakMap<LintPage['document'], PageOutline>();

/** The sections of a page. Headings inside quotes and lists open none; a page that could not be parsed has none. */
export function outlineOf(page: LintPage): PageOutline {
  const known = outlines.get(page.document);
  if (known !== undefined) return known;
  const outline = readOutline(page);
  outlines.set(page.document, outline);
  return outline;
}

function readOutline({ document, sections: sectionOf }: LintPage): PageOutline {
  const nodes = document.tree?.children ?? [];
  const title = nodes.findIndex(node => isHeading(node) && isTitle(node, document));
  const heads = nodes.flatMap((node, at) => (isHeading(node) && at !== title ? [{ node, at }] : []));
  const begin = title >= 0 && title < (heads[0]?.at ?? nodes.length) ? title + 1 : 0;
  const sections = heads.map(({ node, at }, order): PageSection => {
    const heading = textOf(node, { includeHtml: false });
    let next = order + 1;
    while ((heads[next]?.node.depth ?? 0) > node.depth) next++;
    const body = nodes.slice(at + 1, heads[next]?.at);
    return { id: sectionOf(heading), heading, depth: node.depth, place: placeOf(node), body };
  });
  return { introduction: nodes.slice(begin, heads[0]?.at ?? nodes.length).filter(isContent), sections };
}

/** The heading the title is taken from, or the one of the highest rank where the front matter has another. */
const isTitle = (node: HeadingNode, { titlePlace, frontMatter }: LintPage['document']): boolean =>
  placeOf(node).line === titlePlace.line || (frontMatter.title !== null && node.depth === 1);

const isHeading = (node: RootContent): node is HeadingNode => node.type === 'heading';

/** Whether a node says something to a reader: not front matter, a definition or a comment. */
export function isContent(node: RootContent): boolean {
  if (node.type === 'html') return !/^<!--.*-->$/s.test(node.value.trim());
  return !['yaml', 'toml', 'definition', 'thematicBreak'].includes(node.type);
}

/** Words of a text, in any alphabet; a letter of Chinese or Japanese is about half a word. */
export function countWords(text: string): number {
  const ideographs = text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0;
  const words = text.match(/[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}'’./-]*/gu)?.length ?? 0;
  return words + Math.floor(ideographs / 2);
}
