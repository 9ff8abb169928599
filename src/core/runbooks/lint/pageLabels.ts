import type { Nodes, Paragraph, TableRow } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { isPlaceholder } from '../placeholder';
import type { LintPage } from './rule';

const summary = /<summary\b[^>]*>(.*?)<\/summary>/gis;
const mostLabels = 500;
const longestLabel = 80;

/**
 * What a page gives a name without a heading: the first cell of a row whose second one says something, the summary of a
 * block that folds, and the bold words a paragraph begins with. In the order of the page.
 */
export function labelsOf({ document: { tree } }: LintPage): readonly string[] {
  if (tree === null) return [];
  const labels: string[] = [];
  visit(tree, (node, index, parent) => {
    if (node.type === 'tableRow') labels.push(...rowLabel(node));
    else if (node.type === 'html') {
      for (const [, text = ''] of node.value.matchAll(summary)) labels.push(text.replace(/<[^>]*>/g, ' ').trim());
    } else if (node.type === 'paragraph') labels.push(...boldLabel(node, parent?.children[(index ?? 0) + 1]));
  });
  return labels.filter(label => label !== '' && label.length <= longestLabel).slice(0, mostLabels);
}

function rowLabel({ children: [name, value] }: TableRow): readonly string[] {
  const said = value === undefined ? '' : textOf(value).trim();
  return name === undefined || said === '' || isPlaceholder(said) ? [] : [textOf(name).trim()];
}

/** `**Impact:** nobody can pay.`, or a list behind it. */
function boldLabel({ children: [first, ...rest] }: Paragraph, next: Nodes | undefined): readonly string[] {
  if (first?.type !== 'strong') return [];
  const said = rest.map(node => textOf(node)).join('');
  const label = textOf(first).trim();
  if (!label.endsWith(':') && !said.startsWith(':')) return [];
  const value = said.replace(/^:/, '').trim();
  const isSaid = value === '' ? next?.type === 'list' || next?.type === 'code' : !isPlaceholder(value);
  return isSaid ? [label.replace(/:$/, '')] : [];
}
