import type { Code } from 'mdast';
import { visit } from 'unist-util-visit';
import { hasPrompts, isShell } from '../../commands/shellBlock';
import { placeOf } from '../../place';
import type { Problem } from '../problem';
import { operationalTypes, type PageRule } from '../rule';

/** RB007: a fence without a language whose content is shell, so that nothing colours, copies or runs it right. */
export const fenceLanguage: PageRule = {
  id: 'RB007',
  name: 'fence-language',
  severity: 'off',
  types: operationalTypes,
  needs: 'page',
  check: ({ document, text }) => {
    const problems: Problem[] = [];
    const lines = text.split('\n');
    if (document.tree !== null) {
      visit(document.tree, 'code', (node: Code) => {
        const { line, column } = placeOf(node);
        const fence = /^(?:`{3,}|~{3,})/.exec(lines[line - 1]?.slice(column - 1) ?? '')?.[0];
        if (fence === undefined || (node.lang ?? '') !== '' || !isShell(node)) return;
        const at = column + fence.length;
        const language = hasPrompts(node) ? 'console' : 'sh';
        const place = { line, column: at, endLine: line, endColumn: at };
        problems.push({
          place: { line, column, endLine: line, endColumn: at },
          data: {},
          fixes: [{ code: 'addLanguage', data: { language }, edits: [{ place, text: language }], safe: true }],
        });
      });
    }
    return problems;
  },
  text: (_data, translate) => translate('This block of commands has no language.', {}),
  fixText: ({ data }, translate) => translate('Add the language "{language}"', { language: data['language'] ?? '' }),
};
