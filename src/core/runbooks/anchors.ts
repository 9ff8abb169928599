import type { Nodes } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import type { RunbookDocument } from './document';

// What GitHub leaves of a heading: Ruby's \p{Word}, which holds marks too, hyphens and spaces.
const notInSlug = /[^\p{Alphabetic}\p{M}\p{Nd}\p{Pc}\- ]/gu;

/**
 * The anchor that GitHub gives a heading, before `-1` tells equal ones apart: `Roll back & wait` → `roll-back--wait`.
 * Source: html-pipeline, table_of_contents_filter.rb.
 */
export function slugOf(heading: string): string {
  return heading.slice(0, 1000).toLowerCase().replace(notInSlug, '').replaceAll(' ', '-');
}

const identifier = /\s(?:id|name)\s*=\s*(?:"([^"]{1,300})"|'([^']{1,300})'|([^\s"'<>]{1,300}))/gi;
const htmlHeading = /<h([1-6])\b[^<>]{0,300}>([\s\S]{0,500}?)<\/h\1\s*>/gi;
const tag = /<[^<>]{0,300}>/g;
// `{#anchor .class}` of Hugo and Pandoc, `{: #anchor }` of MkDocs.
const attributes = /\s*\{:?\s*(?:[#.][^{}]*)\}\s*$/;

// A variation selector is a mark, and so a part of the slug, but nobody types it. GitHub tries lower case, too.
const plain = (anchor: string): string => anchor.toLowerCase().replaceAll('\uFE0F', '');

/**
 * Every anchor of a page, as {@link hasAnchor} compares them: headings in Markdown and HTML by GitHub's rules, equal ones
 * with `-1`, `-2` …, `id` and `name` of HTML elements, `{#anchor}` behind headings.
 */
export function pageAnchors({ tree, headings }: Pick<RunbookDocument, 'tree' | 'headings'>): ReadonlySet<string> {
  const anchors = new Set<string>();
  const counts = new Map<string, number>();
  const addHeading = (text: string): void => {
    const slug = slugOf(text);
    const count = counts.get(slug) ?? 0;
    counts.set(slug, count + 1);
    anchors.add(plain(count === 0 ? slug : `${slug}-${count}`));
  };
  const read = (node: Nodes): void => {
    if (node.type === 'heading') {
      const text = textOf(node, { includeImageAlt: false, includeHtml: false });
      addHeading(text);
      const own = attributes.exec(text);
      if (own === null) return;
      addHeading(text.slice(0, own.index));
      const id = /#([^\s{}]+)/.exec(own[0])?.[1];
      if (id !== undefined) anchors.add(plain(id));
    } else if (node.type === 'html') {
      for (const match of node.value.matchAll(identifier)) anchors.add(plain(match[1] ?? match[2] ?? match[3] ?? ''));
      for (const match of node.value.matchAll(htmlHeading)) addHeading((match[2] ?? '').replace(tag, '').trim());
    }
  };
  if (tree === null) for (const { text } of headings) addHeading(text);
  else visit(tree, read);
  return anchors;
}

// Lines of a file (`L10-L20`), the page as a whole, a passage of text, GitHub's own anchors for footnotes.
const builtIn = /^(?:l\d+(?:c\d+)?(?:-l?\d+(?:c\d+)?)?|top|readme|:~:.*|fn(?:ref)?-.*)?$/;

/** Whether a link to `#fragment` finds its place among the {@link pageAnchors anchors} of a page; `fragment` as written in the link. */
export function hasAnchor(anchors: ReadonlySet<string>, fragment: string): boolean {
  const name = plain(decoded(fragment)).replace(/^user-content-/, '');
  return builtIn.test(name) || anchors.has(name);
}

function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    // A stray percent sign: the name is taken as it stands.
    return fragment;
  }
}
