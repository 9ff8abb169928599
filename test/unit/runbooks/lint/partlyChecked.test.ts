import assert from 'node:assert/strict';
import type { RunbookType } from '../../../../src/core/model';
import { pageRules } from '../../../../src/core/runbooks/lint/rules';
import { partlyChecked } from '../../../../src/core/runbooks/lint/rules/partlyChecked';
import { lintText, messages, repositoryView } from './lintText';

const rest =
  '## Impact\n\nCustomers cannot pay.\n\n## How to check\n\nThe dashboard should be green.\n\n## Roll back\n\n- Undo it.\n';
const page = (close: string): string => `# Shop\n\n\`\`\`sh\nkubectl scale deploy/shop --replicas 3\n${close}\n${rest}`;

const rulesOn = (text: string, type: RunbookType): readonly string[] =>
  lintText(pageRules, text, { type, repository: repositoryView() }).map(({ finding }) => finding.rule);

describe('RB000, a page that is checked partly', () => {
  it('says where a fence opens that hides the rest of the page', () => {
    const [found, ...more] = lintText(partlyChecked, page(''));
    assert.deepEqual(messages(found === undefined ? [] : [found]), [
      '3: The code block that begins here is never closed, so that the rest of this page was not checked.',
    ]);
    assert.deepEqual([found?.finding.severity, more.length], ['warning', 0]);
    assert.deepEqual(lintText(partlyChecked, page('```\n')), []);
  });

  it('stands for what would be said of sections that are only hidden', () => {
    for (const type of ['alert', 'procedure', 'service', 'playbook'] as const) {
      const missing = rulesOn(page(''), type).filter(rule => /^RB00[1-4]|^RB010/.test(rule));
      assert.deepEqual([rulesOn(page(''), type)[0], missing], ['RB000', []], type);
    }
    assert.deepEqual(
      rulesOn(page('```\n'), 'service').filter(rule => /^RB00[01]|^RB010/.test(rule)),
      ['RB001', 'RB010'],
    );
  });
});
