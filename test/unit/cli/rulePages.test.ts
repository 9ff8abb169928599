import assert from 'node:assert/strict';
import { readRulePages } from '../../../src/cli/rulePages';
import { alertRules, pageRules } from '../../../src/core/runbooks/lint/rules';

describe('The pages of rules', () => {
  it('are read for every rule, and say why it is there and what to do', async () => {
    const pages = await readRulePages('media/rules');
    for (const { id } of [...pageRules, ...alertRules]) {
      const page = pages.get(id);
      assert.ok(page !== undefined && page.title !== '', id);
      assert.match(page.html, /<h4>How to fix it<\/h4>/, id);
    }
  });

  it('are none where there is no such folder', async () => {
    assert.equal((await readRulePages('media/none')).size, 0);
  });
});
