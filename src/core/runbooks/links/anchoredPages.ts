import { resolveRelative } from '../discover';
import { isMarkdownPath } from '../markdownPath';

/** Most pages that are read for their anchors alone. */
const mostPages = 500;

const anchoredLink = /\]\(\s*<?([^)\s<>#]{1,500})#[^)\s<>]/g;

/** The Markdown pages whose anchors other pages link to, at most 500; `texts` by path, of the pages that link. */
export function anchoredPages(texts: ReadonlyMap<string, string>, paths: ReadonlySet<string>): readonly string[] {
  const found = new Set<string>();
  for (const [from, text] of texts) {
    if (!isMarkdownPath(from)) continue;
    for (const [, url] of text.matchAll(anchoredLink)) {
      const path = resolveRelative(from, url ?? '');
      if (path !== null && isMarkdownPath(path) && paths.has(path)) found.add(path);
      if (found.size >= mostPages) return [...found];
    }
  }
  return [...found];
}
