import { pageAnchors, slugOf } from '../anchors';
import { readDocument } from '../document';

// ERB, Liquid, Hugo, MkDocs snippets, MDX and Sphinx put text from elsewhere into a page.
const inclusion =
  /<%=|\{%-?\s*include|\{\{[<%]\s*\w|^--8<--|^[ \t]*!\[\[|^import\s.+\sfrom\s|^[ \t]*(?:```|:::)\{(?:include|literalinclude|auto)|<!--\s*#?include|\{!.{1,200}!\}/m;

/** The anchors of a page's text, also those of generators; null when more is put into it than can be read here. */
export function knownAnchors(text: string): ReadonlySet<string> | null {
  if (inclusion.test(text)) return null;
  const document = readDocument(text);
  if (!document.complete) return null;
  // Redcarpet and older generators take `##Title` for a heading.
  const glued = [...text.matchAll(/^#{1,6}([^#\s].{0,200})$/gm)].map(match => slugOf(match[1] ?? ''));
  return new Set([...pageAnchors(document), ...glued]);
}
