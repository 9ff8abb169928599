import type { Nodes, Root } from 'mdast';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import { escapeMarkup } from './escapeHtml';

/** The page of a rule in `media/rules`, as reports show it. */
export interface RulePage {
  /** `the page depends on one person` */
  readonly title: string;
  /** The whole page, Markdown. */
  readonly text: string;
  /** Why there is such a rule and how what it finds is put right, HTML. */
  readonly html: string;
}

/** Parts of a page that whoever reads a finding needs; the others are about settings and examples. */
const told: ReadonlySet<string> = new Set(['Why', 'How to fix it']);

const parser = remark().use(remarkGfm);

/** Reads the page of a rule: `# RB020: title`, then sections. A page without a title has that of nothing. */
export function parseRulePage(text: string): RulePage {
  const { children }: Root = parser.parse(text);
  let section: string | null = null;
  const shown: Nodes[] = [];
  for (const node of children) {
    if (node.type === 'heading') section = node.depth > 1 ? wordsOf(node) : null;
    if (section !== null && told.has(section)) shown.push(node);
  }
  const title = /^# RB\d+: (.+)$/m.exec(text)?.[1] ?? '';
  return { title, text, html: shown.map(htmlOf).join('\n') };
}

const wordsOf = (node: Nodes): string =>
  'value' in node ? node.value : 'children' in node ? node.children.map(wordsOf).join('') : '';

const tags: Readonly<Partial<Record<Nodes['type'], string>>> = {
  paragraph: 'p',
  heading: 'h4',
  listItem: 'li',
  emphasis: 'em',
  strong: 'strong',
  blockquote: 'blockquote',
};

/** HTML of what rule pages are made of; of anything else, the words. Nothing of a page becomes markup by itself. */
function htmlOf(node: Nodes): string {
  const inside = 'children' in node ? node.children.map(htmlOf).join('') : '';
  switch (node.type) {
    case 'text':
      return escapeMarkup(node.value);
    case 'inlineCode':
      return `<code>${escapeMarkup(node.value)}</code>`;
    case 'code':
      return `<pre><code>${escapeMarkup(node.value)}</code></pre>`;
    case 'list':
      return node.ordered === true ? `<ol>${inside}</ol>` : `<ul>${inside}</ul>`;
    default: {
      const tag = tags[node.type];
      return tag === undefined ? inside : `<${tag}>${inside}</${tag}>`;
    }
  }
}
