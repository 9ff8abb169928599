import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Alert } from '../../../src/core/runbooks/alerts/alert';
import { alertsOfFile } from '../../../src/core/runbooks/alerts/readAlerts';
import { readDocument } from '../../../src/core/runbooks/document';
import { sectionOfHeading } from '../../../src/core/runbooks/sections';
import { type AlertStubMaterial, writeAlertStub } from '../../../src/core/scaffold/alertStub';

const rules = `rules:
- alert: DiskFull
  expr: |
    sum by (disk_name) (node_disk_free{job="disk_agent"})
      / node_disk_size < 0.1
  labels: {severity: critical}
  annotations:
    summary: "{{ $labels.disk }} is full"
    description: No file can be written.
`;
const alert = alertsOfFile('ops/rules.yaml', rules)[0] as Alert;
const material: AlertStubMaterial = {
  alert,
  component: { id: 'services/disk', name: 'disk' },
  facts: [],
  owners: [{ name: 'Ann Example' }],
  backup: { name: 'Ben Example', reasons: ['Changed it twice'] },
  paths: ['runbooks/other.md', 'ops/rules.yaml'],
  page: null,
  today: '2026-03-04',
};

describe('A runbook drafted for an alert', () => {
  it('is filled from its annotations, its severity and its expression, each with its place', () => {
    const { markdown } = writeAlertStub(material);
    assert.match(markdown, /^- \{\{ \\\$labels\.disk \}\} is full \(`ops\/rules\.yaml:2`\)$/m);
    assert.match(markdown, /^- No file can be written\. \(`ops\/rules\.yaml:2`\)$/m);
    assert.match(markdown, /^- Severity: `critical` \(`ops\/rules\.yaml:2`\)$/m);
    assert.match(
      markdown,
      /^```promql\nsum by \(disk_name\) \(node_disk_free\{job="disk_agent"\}\)\n {2}\/ node_disk_size < 0\.1\n```$/m,
    );
    assert.match(markdown, /^- Metrics behind it: `node_disk_free`, `node_disk_size`$/m);
    assert.match(markdown, /^- Known by, from the history: Ann Example\.$/m);
    assert.match(markdown, /^backup: "Ben Example"/m);
    assert.match(markdown, /^component: "services\/disk"$/m);
  });

  it('has the sections of an alert, each with a question to a role', () => {
    const { headings } = readDocument(writeAlertStub(material).markdown);
    assert.equal(headings[0]?.text, 'DiskFull');
    const sections = headings.slice(1).map(({ text }) => sectionOfHeading(text));
    for (const section of ['impact', 'diagnosis', 'mitigation', 'owner'] as const)
      assert.ok(sections.includes(section), section);
  });

  it('belongs among the runbooks there are, under the name of the alert, never over a file', () => {
    assert.equal(writeAlertStub(material).path, 'runbooks/DiskFull.md');
    const taken = { ...material, paths: ['runbooks/diskfull.md'] };
    assert.equal(writeAlertStub(taken).path, 'runbooks/DiskFull-2.md');
    assert.equal(
      writeAlertStub({ ...material, paths: [], alert: { ...alert, name: 'Disk is full!' } }).path,
      'docs/runbooks/Disk-is-full.md',
    );
  });

  it('invents nothing for an alert that says nothing', () => {
    const { markdown } = writeAlertStub({
      ...material,
      alert: { ...alert, severity: null, expression: '', summary: '', description: '' },
      component: null,
      owners: [],
      backup: null,
    });
    assert.match(markdown, /- \[ \] Service owner: what is wrong when this alert fires\?/);
    assert.doesNotMatch(markdown, /Severity|promql|Metrics/);
  });

  it('keeps its structure whatever the alert says', () => {
    const titles = (text: string): readonly string[] =>
      readDocument(text)
        .headings.map(heading => heading.text)
        .slice(1);
    const expected = titles(writeAlertStub(material).markdown);
    const hostile = fc.string({
      unit: fc.constantFrom('#', '`', '\n', '-', '<', '[', ']', '(', '{', 'x', ' ', '\u202E'),
      maxLength: 60,
    });
    fc.assert(
      fc.property(hostile, hostile, hostile, (expression, summary, description) => {
        const { markdown } = writeAlertStub({
          ...material,
          alert: { ...alert, expression: `x${expression}`, summary, description },
        });
        assert.deepEqual(titles(markdown), expected);
      }),
    );
  });
});
