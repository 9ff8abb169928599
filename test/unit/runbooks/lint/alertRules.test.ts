import assert from 'node:assert/strict';
import type { Linted } from '../../../../src/core/runbooks/lint/linted';
import { alertRules } from '../../../../src/core/runbooks/lint/rules';
import { lintAlertTexts, ruleFile } from './lintAlertText';
import { applied } from './lintText';

const prose = 'Look at the graphs of the disk, find what grows, remove it, and wait until the alert ends.\n';
const blob = 'https://github.com/acme/shop/blob/main';

/** Rule, severity and message of each finding. */
const said = (found: readonly Linted[]): readonly string[] =>
  found.map(({ finding: { rule, severity, message } }) => `${rule} ${severity}: ${message}`);

const fixTitles = (found: readonly Linted[]): readonly string[] =>
  found.flatMap(({ fixes }) => fixes.map(({ title }) => title));

/** The rule file after the first fix of its first finding. */
function mended(runbook: string | null, files: Readonly<Record<string, string>>): string {
  const text = ruleFile(runbook);
  const [first] = lintAlertTexts({ 'rules.yaml': text, ...files });
  return first === undefined ? '' : applied(text, first);
}

describe('RB050, an alert without runbook', () => {
  it('is a warning where it wakes someone up, else information', () => {
    const message = 'The alert DiskFull names no runbook.';
    assert.deepEqual(said(lintAlertTexts({ 'rules.yaml': ruleFile(null) })), [`RB050 warning: ${message}`]);
    assert.deepEqual(said(lintAlertTexts({ 'rules.yaml': ruleFile(null, { severity: 'page' }) })), [
      `RB050 warning: ${message}`,
    ]);
    assert.deepEqual(said(lintAlertTexts({ 'rules.yaml': ruleFile(null, { severity: 'warning' }) })), [
      `RB050 information: ${message}`,
    ]);
  });

  it('stands at the name of the alert, in the file that defines it', () => {
    const [found] = lintAlertTexts({ 'ops/rules.yaml': ruleFile(null) });
    assert.deepEqual(
      { ...found?.finding, message: '', severity: '' },
      {
        ...{ rule: 'RB050', severity: '', message: '', path: 'ops/rules.yaml', data: { alert: 'DiskFull' } },
        ...{ line: 2, column: 10, endLine: 2, endColumn: 18 },
      },
    );
  });

  it('is not said of what may get its runbook elsewhere', () => {
    assert.deepEqual(lintAlertTexts({ 'alerts.libsonnet': "{ alert: 'DiskFull', expr: 'up' }" }), []);
  });

  it('offers the runbook that is there already, else to draft one', () => {
    const page = { 'docs/runbooks/disk-full.md': `# Disk full\n\n${prose}` };
    assert.deepEqual(fixTitles(lintAlertTexts({ 'rules.yaml': ruleFile(null), ...page })), [
      'Link to docs/runbooks/disk-full.md',
    ]);
    assert.equal(
      mended(null, page),
      ruleFile(null).replace('    summary', '    runbook_url: docs/runbooks/disk-full.md\n    summary'),
    );
    const [draft] = lintAlertTexts({ 'rules.yaml': ruleFile(null) });
    assert.deepEqual(
      draft?.fixes.map(({ action, data }) => ({ action, data })),
      [
        {
          action: 'draftAlertRunbook',
          data: { alert: 'DiskFull', severity: 'critical', expression: 'free < 1', path: 'docs/runbooks/DiskFull.md' },
        },
      ],
    );
    assert.deepEqual(fixTitles([draft as Linted]), ['Draft a runbook for DiskFull at docs/runbooks/DiskFull.md']);
  });

  it('offers it in the style of the other alerts', () => {
    const files = {
      'other.yaml': ruleFile(`${blob}/docs/runbooks/DiskSlow.md`, { name: 'DiskSlow' }),
      'docs/runbooks/DiskSlow.md': prose,
      'docs/all.md': `# All\n\n## Alert name: "DiskFull"\n\n${prose}`,
    };
    assert.deepEqual(fixTitles(lintAlertTexts({ 'rules.yaml': ruleFile(null), ...files })), [
      `Link to ${blob}/docs/all.md#alert-name-diskfull`,
    ]);
  });
});

describe('RB051, a runbook that does not exist', () => {
  it('is an error at the value, and nothing is said where the page exists', () => {
    const files = { 'rules.yaml': ruleFile(`${blob}/docs/gone.md`), 'docs/other.md': prose };
    const [found] = lintAlertTexts(files);
    assert.deepEqual(said(found ? [found] : []), [
      'RB051 error: The runbook of the alert DiskFull does not exist: docs/gone.md.',
    ]);
    assert.deepEqual([found?.finding.line, found?.finding.column], [8, 18]);
    assert.deepEqual(lintAlertTexts({ ...files, 'docs/gone.md': prose }), []);
  });

  it('is looked for in other repositories that are given', () => {
    const other = (paths: readonly string[], remotes: readonly string[] = ['github.com/acme/runbooks']) => {
      const texts = new Map([
        ...paths.map(path => [path, prose] as const),
        ['config.yaml', 'baseURL: https://go.example.org/\n'],
      ]);
      return new Map([['runbooks', { texts, paths: new Set(texts.keys()), remotes }]]);
    };
    const lint = (url: string, others: ReturnType<typeof other>) =>
      said(lintAlertTexts({ 'rules.yaml': ruleFile(url) }, new Map(), others));
    const url = 'https://github.com/acme/runbooks/blob/main/docs/DiskFull.md';
    assert.deepEqual(lint(url, other(['docs/DiskSlow.md'])), [
      'RB051 error: The runbook of the alert DiskFull does not exist: runbooks: docs/DiskFull.md.',
    ]);
    assert.deepEqual(lint(url, other(['docs/DiskFull.md'])), []);
    assert.deepEqual(lint(`${url}#cause`, other(['docs/DiskFull.md'])), [
      'RB052 warning: The runbook of the alert DiskFull has no heading #cause: runbooks: docs/DiskFull.md.',
    ]);
    assert.deepEqual(lint(url, other(['docs/DiskSlow.md'], ['github.com/acme/other'])), []);
    assert.deepEqual(lint('https://go.example.org/disk/full', other(['content/disk/slow.md'])), [
      'RB051 error: The runbook of the alert DiskFull does not exist: runbooks: content/disk/full.md.',
    ]);
  });

  it('offers the page with the anchor where it was moved, in the same style', () => {
    const url = `"${blob}/docs/odh/hub/runbook.md#disk-full"`;
    const files = {
      'docs/odh/docs/hub/runbook.md': `# Hub\n\n## Disk full\n\n${prose}`,
      'docs/kafka/docs/runbook.md': `# Kafka\n\n${prose}`,
    };
    assert.equal(mended(url, files), ruleFile(`"${blob}/docs/odh/docs/hub/runbook.md#disk-full"`));
    assert.equal(mended('./gone/disk.md', { 'ops/disk.md': prose }), ruleFile('./ops/disk.md'));
    assert.equal(mended('gone/disk.md', { 'ops/disk.md': prose }), ruleFile('ops/disk.md'));
  });

  it('offers none of several that could be meant', () => {
    const files = { 'a/runbook.md': prose, 'b/runbook.md': prose };
    assert.deepEqual(fixTitles(lintAlertTexts({ 'rules.yaml': ruleFile('c/runbook.md'), ...files })), [
      'Draft a runbook for DiskFull at docs/runbooks/DiskFull.md',
    ]);
  });
});

describe('RB052, an anchor that does not exist', () => {
  const page = (heading: string): Readonly<Record<string, string>> => ({
    'docs/disks.md': `# Disks\n\n## ${heading}\n\n${prose}`,
  });

  it('is found where alerts are rows of a table', () => {
    const table = { 'docs/disks.md': `# Alerts\n\n|Name|Summary|\n|---|---|\n|DiskFull|${prose.trim()}|\n` };
    assert.deepEqual(said(lintAlertTexts({ 'rules.yaml': ruleFile('docs/disks.md#alert-name-diskfull'), ...table })), [
      'RB052 warning: The runbook of the alert DiskFull has no heading #alert-name-diskfull: docs/disks.md.',
    ]);
  });

  it('offers the heading of the alert, the one of the same letters, or one that is spelt nearly so', () => {
    assert.equal(mended('docs/disks.md#full', page('Alert: DiskFull')), ruleFile('docs/disks.md#alert-diskfull'));
    assert.equal(mended('docs/disks.md#disk_is_full', page('Disk is full')), ruleFile('docs/disks.md#disk-is-full'));
    assert.equal(
      mended('docs/disks.md#the-disk-is-ful', page('The disk is full')),
      ruleFile('docs/disks.md#the-disk-is-full'),
    );
  });

  it('is not said of anchors that are there, and of pages whose anchors are not known', () => {
    assert.deepEqual(lintAlertTexts({ 'rules.yaml': ruleFile('docs/disks.md#disk-full'), ...page('Disk full') }), []);
    assert.deepEqual(
      lintAlertTexts({ 'rules.yaml': ruleFile('docs/disks.html#disk-full'), 'docs/disks.html': '' }),
      [],
    );
  });
});

describe('RB053, a runbook that is still to be written', () => {
  it('is found, with the words that stand there', () => {
    assert.deepEqual(said(lintAlertTexts({ 'rules.yaml': ruleFile("'TBD'") })), [
      'RB053 warning: The runbook of the alert DiskFull is still to be written: TBD.',
    ]);
    assert.deepEqual(said(lintAlertTexts({ 'rules.yaml': ruleFile('""') })), [
      'RB053 warning: The runbook of the alert DiskFull is empty.',
    ]);
  });

  it('offers the runbook that has been written since', () => {
    assert.equal(mended("'TODO'", { 'runbooks/DiskFull.md': prose }), ruleFile("'runbooks/DiskFull.md'"));
  });
});

describe('RB054, a URL without scheme', () => {
  it('is found, and mended by a fix that is always right', () => {
    const found = lintAlertTexts({ 'rules.yaml': ruleFile('"go.example.org/disk"') });
    assert.deepEqual(said(found), [
      'RB054 warning: The runbook of the alert DiskFull is no link without https://: go.example.org/disk.',
    ]);
    assert.equal(found[0]?.fixes[0]?.safe, true);
    assert.deepEqual(fixTitles(found), ['Write https://go.example.org/disk']);
    assert.equal(mended('"go.example.org/disk"', {}), ruleFile('"https://go.example.org/disk"'));
  });
});

describe('Rules for alerts', () => {
  it('are as the settings say, or off', () => {
    const files = { 'rules.yaml': ruleFile(null) };
    assert.deepEqual(lintAlertTexts(files, new Map([['RB050', 'off']])), []);
    assert.equal(lintAlertTexts(files, new Map([['RB050', 'hint']]))[0]?.finding.severity, 'hint');
  });

  it('are silent where a comment of the file says so', () => {
    const text = ruleFile(null);
    assert.deepEqual(lintAlertTexts({ 'rules.yaml': `# single-points-disable RB050 -- these need none\n${text}` }), []);
    assert.deepEqual(
      lintAlertTexts({ 'rules.yaml': text.replace('- alert', '# single-points-disable-next-line RB050\n- alert') }),
      [],
    );
    assert.deepEqual(
      lintAlertTexts({ 'rules.yaml': text.replace('DiskFull', 'DiskFull # single-points-disable-line') }),
      [],
    );
    assert.equal(lintAlertTexts({ 'rules.yaml': `# single-points-disable RB051\n${text}` }).length, 1);
  });

  it('have ids and names of their own, and are in order', () => {
    const ids = alertRules.map(({ id }) => id);
    assert.deepEqual(ids, [...new Set(ids)].sort());
    assert.equal(new Set(alertRules.map(({ name }) => name)).size, alertRules.length);
  });
});
