import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { RunbookType } from '../../../../src/core/model';
import { missingSections } from '../../../../src/core/runbooks/lint/rules/missingSections';
import { applied, lintText, messages } from './lintText';

const alert = (...names: readonly string[]): string =>
  `# DiskFull\n\n${names.map(name => `## ${name}\n\nThe disk is full.\n`).join('\n')}`;
const found = (text: string, type: RunbookType = 'alert'): readonly string[] =>
  lintText(missingSections, text, { type }).map(({ finding }) => `${finding.severity} ${finding.message}`);

describe('RB001, a runbook without what it is read for', () => {
  it('names all that an alert leaves open in one sentence at the title', () => {
    const text = `\n${alert('References')}`;
    assert.deepEqual(messages(lintText(missingSections, text, { type: 'alert' })), [
      '2: This runbook does not say: what to do, what it means, the impact.',
    ]);
    assert.deepEqual(found(text).length, 1);
  });

  it('is a warning only where nobody could act on the page', () => {
    assert.deepEqual(found(alert('Meaning', 'Impact')), ['warning This runbook does not say: what to do.']);
    assert.deepEqual(found(alert('Meaning', 'Mitigation')), ['information This runbook does not say: the impact.']);
    assert.deepEqual(found(alert('Meaning', 'Impact', 'Diagnosis')), [
      'information This runbook does not say: what to do.',
    ]);
  });

  it('takes any section, in any of eight languages, and prose or steps without a heading for an answer', () => {
    assert.deepEqual(found(alert('Meaning', 'Impact', 'Mitigation')), []);
    assert.deepEqual(found(alert('Bedeutung', 'Auswirkung', 'Behebung')), []);
    assert.deepEqual(found(alert('症状', '影響', '対処')), []);
    assert.deepEqual(found(alert('Symptoms', 'Impact', 'Diagnosis and mitigation')), []);
    const prose = '# DiskFull\n\nThe disk of the shop is full.\n\n## Impact\n\nNo orders.\n\n## Then\n\n1. a\n2. b\n';
    assert.deepEqual(found(prose), []);
    assert.deepEqual(found(`---\ntitle: Disk full\n---\n\n${prose}`), []);
  });

  it('takes a row of a table, a block that folds and bold words for an answer, and none of them without one', () => {
    const page = (rest: string): string => `${alert('Meaning', 'Mitigation')}\n${rest}`;
    for (const answer of [
      '| | |\n|---|---|\n| Severity | high |\n',
      '<details>\n<summary>Consequences</summary>\n\nNo orders.\n\n</details>\n',
      '**Consequences:** no orders.\n',
      '**Consequences**: no orders.\n',
      '**Consequences:**\n\n- no orders\n',
    ])
      assert.deepEqual(found(page(answer)), [], answer);
    for (const none of ['| | |\n|---|---|\n| Severity | TBD |\n', '**Consequences:**\n\n## End\n'])
      assert.equal(found(page(none)).length, 1, none);
  });

  it('takes the end of an incident for what shows that it is over', () => {
    const playbook = alert('Detection', 'Impact', 'Containment', 'Escalation');
    assert.equal(found(playbook, 'playbook').length, 1);
    assert.deepEqual(found(`${playbook}\n## Step 7: post-mortem\n\nHold one.\n`, 'playbook'), []);
  });

  it('asks a how-to for nothing but to say how', () => {
    assert.deepEqual(found('# How to restart\n\n```sh\nmake restart\n```\n', 'procedure'), []);
    assert.deepEqual(found('# How to restart\n\nSee [the wiki](https://example.org).\n', 'procedure'), []);
    assert.deepEqual(found('# How to restart\n', 'procedure'), ['warning This runbook does not say: what to do.']);
  });

  it('asks a service how it is built, deployed, watched and undone', () => {
    const full = '# Pay\n\nPay takes the money of the shop.\n\n## Architecture\n\n## Deployment\n\n## Dashboards\n\n';
    assert.deepEqual(found(`${full}## Rollback\n`, 'service'), []);
    assert.deepEqual(found(full, 'service'), ['information This runbook does not say: how a change is undone.']);
  });

  it('never asks hubs and records, nor pages that moved or are over', () => {
    for (const type of ['hub', 'record'] as const) assert.deepEqual(found('# Runbooks\n', type), []);
    assert.deepEqual(found('# DiskFull\n\nThis page has moved to [there](https://example.org).\n'), []);
    assert.deepEqual(found('# DiskFull [Deprecated]\n\nThis alert is deprecated.\n'), []);
  });

  it('offers the missing sections at the end, each with an open question to a role', () => {
    const text = '# DiskFull\n\n## Meaning\n\nThe disk is full.';
    const [problem] = lintText(missingSections, text, { type: 'alert' });
    assert.ok(problem);
    const mended = applied(text, problem);
    assert.ok(mended.startsWith(`${text}\n\n## Mitigation\n\n- [ ] Owning team: `), mended);
    assert.ok(mended.includes('\n\n## Impact\n\n- [ ] '));
    assert.equal(problem.fixes[0]?.safe, false);
    assert.deepEqual(found(mended), []);
  });

  it('takes any text', () => {
    const types = fc.constantFrom<RunbookType>('alert', 'procedure', 'service', 'playbook');
    const lines = fc.array(
      fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('# a', '## Impact', '---', '> # x')),
    );
    fc.assert(
      fc.property(lines, types, (text, type) => {
        assert.ok(found(text.join('\n'), type).length <= 1);
      }),
    );
  });
});
