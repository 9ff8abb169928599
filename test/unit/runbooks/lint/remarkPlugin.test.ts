import assert from 'node:assert/strict';
import { remark } from 'remark';
import preset, { plugins } from '../../../../src/cli/remark';
import type { RulePluginOptions } from '../../../../src/core/runbooks/lint/remarkPlugin';

const stub =
  '# DiskFull\n\n## Meaning\n\nThe disk is full.\n\n## Impact\n\nTODO\n\n## Mitigation\n\n1. Delete old logs.\n2. Tell the team.\n';

describe('Rules as plugins of remark', () => {
  it('write what they find into the messages of the file', async () => {
    const file = await remark().use(preset).process({ path: 'docs/runbooks/DiskFull.md', value: stub });
    assert.deepEqual(
      file.messages.map(({ reason, line, column, ruleId, source, fatal }) => ({
        reason,
        line,
        column,
        ruleId,
        source,
        fatal,
      })),
      [
        {
          reason: 'The section "Impact" is not written yet.',
          ...{ line: 7, column: 1, ruleId: 'stub-section', source: 'single-points', fatal: undefined },
        },
      ],
    );
    assert.match(file.messages[0]?.note ?? '', /RB002/);
    assert.equal(String(file), stub, 'and change nothing');
  });

  it('take a severity and a type, and are silent where the page says so', async () => {
    const plugin = plugins['stub-section'];
    assert.ok(plugin);
    const messages = async (value: string, options: RulePluginOptions): Promise<readonly unknown[]> => {
      const file = await remark().use(plugin, options).process({ path: 'notes/x.md', value });
      return file.messages.map(({ fatal }) => fatal);
    };
    assert.deepEqual(await messages(stub, { type: 'alert', severity: 'error' }), [true]);
    assert.deepEqual(await messages(stub, { type: 'alert', severity: 'off' }), []);
    assert.deepEqual(await messages(stub, { type: 'hub' }), []);
    assert.deepEqual(await messages(`<!-- single-points-disable RB002 -->\n\n${stub}`, { type: 'alert' }), []);
    assert.deepEqual(await messages('# Recipes\n\n## Steps\n', {}), [], 'no runbook');
  });

  it('are one for each rule that needs no repository', () => {
    for (const name of ['missing-section', 'stub-section', 'placeholder-owner', 'missing-rollback'])
      assert.ok(plugins[name], name);
    assert.equal(plugins['single-author'], undefined);
    assert.equal(preset.plugins.length, Object.keys(plugins).length);
  });
});
