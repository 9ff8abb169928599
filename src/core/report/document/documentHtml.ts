import { escapeHtml } from '../escapeHtml';
import { htmlPage } from '../htmlPage';
import type { Translate } from '../translate';
import {
  type Block,
  type Item,
  keepingSpaces,
  piecesOf,
  type ReportDocument,
  type RichText,
  type Section,
  type Table,
} from './block';
import { documentStyle } from './documentStyle';

/**
 * A document as one self-contained HTML file without scripts.
 *
 * @param translate into the language that the document is in
 */
export function documentHtml({ title, opening, sections }: ReportDocument, translate: Translate): string {
  const links = sections.map(({ id, title: name }) => `<li><a href="#${id}">${escapeHtml(name)}</a></li>`);
  const body = `<header>
<h1>${escapeHtml(title)}</h1>
${opening.map(blockHtml).join('')}</header>
<nav aria-label="${escapeHtml(translate('Contents', {}))}"><ul>${links.join('')}</ul></nav>
<main>
${sections.map(sectionHtml).join('')}</main>
`;
  return htmlPage({ language: translate.locale ?? 'en', title, style: documentStyle, body });
}

function sectionHtml({ id, title, blocks }: Section): string {
  return `<section id="${id}" aria-labelledby="${id}-title">
<h2 id="${id}-title">${escapeHtml(title)}</h2>
${blocks.map(blockHtml).join('')}</section>
`;
}

function blockHtml(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return `<p>${inline(block.text)}</p>\n`;
    case 'warning': {
      const items = block.items.map(item => `<li>${inline(item)}</li>`).join('');
      return `<aside class="warning"><p><strong>${escapeHtml(block.title)}</strong></p><ul>${items}</ul></aside>\n`;
    }
    case 'figures': {
      const figures = block.figures.map(
        ({ value, label, meaning }) =>
          `<div><dt>${escapeHtml(label)} <b>${escapeHtml(value)}</b></dt><dd>${escapeHtml(meaning)}</dd></div>\n`,
      );
      return `<dl class="figures">\n${figures.join('')}</dl>\n`;
    }
    case 'list': {
      const tag = block.isOrdered ? 'ol' : 'ul';
      return `<${tag}>\n${block.items.map(itemHtml).join('')}</${tag}>\n`;
    }
    case 'heading':
      return `<h3>${inline(block.text)}</h3>\n`;
    case 'quote':
      return `<blockquote><p>${inline(block.text)}</p></blockquote>\n`;
    case 'table':
      return tableHtml(block);
    case 'drawing':
      return block.html;
  }
}

function itemHtml({ text, details = [] }: Item): string {
  const inner = details.length === 0 ? '' : `<ul>${details.map(detail => `<li>${inline(detail)}</li>`).join('')}</ul>`;
  return `<li>${inline(text)}${inner}</li>\n`;
}

function tableHtml({ caption, columns, rows, isFolded }: Table): string {
  const numberAt = (index: number): string => (columns[index]?.isNumber ? ' class="number"' : '');
  const heads = columns.map(({ head }, index) => `<th scope="col"${numberAt(index)}>${escapeHtml(head)}</th>`);
  const body = rows.map(row => {
    // The first cell names what the row is of.
    const cells = row.map((cell, index) =>
      index === 0
        ? `<th scope="row"${numberAt(index)}>${inline(cell)}</th>`
        : `<td${numberAt(index)}>${inline(cell)}</td>`,
    );
    return `<tr>${cells.join('')}</tr>\n`;
  });
  const hidden = isFolded ? ' class="unseen"' : '';
  const table = `<div class="wide"><table>
<caption${hidden}>${escapeHtml(caption)}</caption>
<thead><tr>${heads.join('')}</tr></thead>
<tbody>
${body.join('')}</tbody>
</table></div>
`;
  return isFolded ? `<details><summary>${escapeHtml(caption)}</summary>\n${table}</details>\n` : table;
}

function inline(text: RichText): string {
  return piecesOf(text)
    .map(piece => {
      if (typeof piece === 'string') return keepingSpaces(piece, escapeHtml);
      return 'code' in piece
        ? `<code>${escapeHtml(piece.code)}</code>`
        : `<strong>${escapeHtml(piece.strong)}</strong>`;
    })
    .join('');
}
