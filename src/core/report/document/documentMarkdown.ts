import { codeSpan, escapeMarkdown, tableRow } from '../markdownText';
import {
  type Block,
  type Item,
  keepingSpaces,
  piecesOf,
  type ReportDocument,
  type RichText,
  type Section,
} from './block';

/** A document as Markdown, without its drawings. */
export function documentMarkdown({ title, opening, sections }: ReportDocument): string {
  return `${[`# ${escapeMarkdown(title)}`, '', ...opening.flatMap(blockLines), ...sections.flatMap(sectionLines)]
    .join('\n')
    .trimEnd()}\n`;
}

function sectionLines({ title, blocks }: Section): readonly string[] {
  return [`## ${escapeMarkdown(title)}`, '', ...blocks.flatMap(blockLines)];
}

function blockLines(block: Block): readonly string[] {
  switch (block.kind) {
    case 'paragraph':
      return [inline(block.text), ''];
    case 'warning':
      return [
        '> [!WARNING]',
        `> ${escapeMarkdown(block.title)}`,
        '>',
        ...block.items.map(item => `> - ${inline(item)}`),
        '',
      ];
    case 'figures':
      return [
        ...block.figures.map(
          ({ value, label, meaning }) =>
            `- **${escapeMarkdown(label)}: ${escapeMarkdown(value)}.** ${escapeMarkdown(meaning)}`,
        ),
        '',
      ];
    case 'list':
      return [...block.items.flatMap((item, index) => itemLines(item, block.isOrdered ? `${index + 1}. ` : '- ')), ''];
    case 'heading':
      return [`### ${inline(block.text)}`, ''];
    case 'quote':
      return [`> ${inline(block.text)}`, ''];
    case 'table':
      if (block.isOfDrawing) return [];
      return [
        `${escapeMarkdown(block.caption)}.`,
        '',
        tableRow(block.columns.map(({ head }) => escapeMarkdown(head))),
        `|${block.columns.map(({ isNumber }) => (isNumber ? '--:' : '---')).join('|')}|`,
        ...block.rows.map(row => tableRow(row.map(inline))),
        '',
      ];
    case 'drawing':
      return [];
  }
}

function itemLines({ text, details = [] }: Item, mark: string): readonly string[] {
  return [`${mark}${inline(text)}`, ...details.map(detail => `${' '.repeat(mark.length)}- ${inline(detail)}`)];
}

function inline(text: RichText): string {
  return piecesOf(text)
    .map(piece => {
      if (typeof piece === 'string') return keepingSpaces(piece, escapeMarkdown);
      return 'code' in piece ? codeSpan(piece.code) : `**${escapeMarkdown(piece.strong)}**`;
    })
    .join('');
}
