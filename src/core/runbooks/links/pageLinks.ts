import type { Html, Nodes } from 'mdast';
import { visit } from 'unist-util-visit';
import type { RunbookDocument } from '../document';
import { type Place, placeOf } from '../place';

/** A link or picture of a page. */
export interface PageLink {
  /** As written, without what Markdown and HTML escape. */
  readonly url: string;
  readonly place: Place;
  readonly image: boolean;
}

const most = 10_000;
const htmlLink = /<(a|img)\s[^<>]{0,400}?\b(?:href|src)\s*=\s*(?:"([^"<>]{0,500})"|'([^'<>]{0,500})')/gi;

/** Links, pictures and definitions of a page, in its order; `<a href>` and `<img src>` too. Places are those of the whole link. */
export function pageLinks({ tree }: Pick<RunbookDocument, 'tree'>): readonly PageLink[] {
  const found: PageLink[] = [];
  if (tree === null) return found;
  visit(tree, (node: Nodes) => {
    if (found.length >= most) return;
    if (node.type === 'link' || node.type === 'image' || node.type === 'definition') {
      found.push({ url: node.url, place: placeOf(node), image: node.type === 'image' });
    } else if (node.type === 'html') {
      found.push(...linksOfHtml(node));
    }
  });
  return found;
}

function linksOfHtml(node: Html): PageLink[] {
  const place = placeOf(node);
  const visible = withoutComments(node.value);
  return [...visible.matchAll(htmlLink)].map(match => {
    const before = visible.slice(0, match.index).split('\n');
    const line = place.line + before.length - 1;
    const column = (before.length === 1 ? place.column : 1) + (before.at(-1)?.length ?? 0);
    const lines = match[0].split('\n');
    return {
      url: (match[2] ?? match[3] ?? '').replaceAll('&amp;', '&'),
      place: {
        ...{ line, column },
        endLine: line + lines.length - 1,
        endColumn: (lines.length === 1 ? column : 1) + (lines.at(-1)?.length ?? 0),
      },
      image: match[1]?.toLowerCase() === 'img',
    };
  });
}

/** Comments as spaces, so that places stay. */
function withoutComments(html: string): string {
  let visible = '';
  let at = 0;
  for (;;) {
    const start = html.indexOf('<!--', at);
    if (start < 0) return visible + html.slice(at);
    const end = html.indexOf('-->', start);
    const after = end < 0 ? html.length : end + 3;
    visible += html.slice(at, start) + html.slice(start, after).replace(/[^\n]/g, ' ');
    at = after;
  }
}
