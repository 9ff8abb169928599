import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Alert } from '../../../../src/core/runbooks/alerts/alert';
import { alertSources } from '../../../../src/core/runbooks/alerts/alertSources';
import { alertsOfFile } from '../../../../src/core/runbooks/alerts/readAlerts';
import type { Place } from '../../../../src/core/runbooks/place';

/** What stands at a place of a text. */
function at(text: string, { line, column, endLine, endColumn }: Place): string {
  const lines = text.split('\n').slice(line - 1, endLine);
  const last = lines.length - 1;
  lines[last] = (lines[last] ?? '').slice(0, endColumn - 1);
  lines[0] = (lines[0] ?? '').slice(column - 1);
  return lines.join('\n');
}

function runbook(alert: Alert | undefined): string | null {
  const named = alert?.runbook ?? null;
  return named === null || named === 'unknown' ? named : named.text;
}

const runbooks = (path: string, text: string): readonly (readonly [string, string | null])[] =>
  alertsOfFile(path, text).map(alert => [alert.name, runbook(alert)]);

const ruleFile = `groups:
  - name: disks
    rules:
      - record: disk:free
        expr: sum(free)
      - alert: DiskFull # soon
        expr: disk:free < 0.1
        labels: { severity: Critical }
        annotations:
          summary: "{{ $labels.disk }} is full"
          description: Fewer than 10 %
          runbook_url: 'https://example.org/runbooks/DiskFull'
      - alert: DiskSlow
        expr: |
          rate(latency[5m]) > 1
`;

describe('Alerts of a rule file', () => {
  it('are read with what they say of themselves', () => {
    const [full, slow, ...more] = alertsOfFile('prometheus/disks.yml', ruleFile);
    assert.equal(more.length, 0);
    assert.equal(full?.severity, 'critical');
    assert.equal(full?.expression, 'disk:free < 0.1');
    assert.equal(full?.summary, '{{ $labels.disk }} is full');
    assert.equal(full?.description, 'Fewer than 10 %');
    assert.deepEqual(
      [slow?.name, slow?.severity, slow?.runbook, slow?.expression],
      ['DiskSlow', null, null, 'rate(latency[5m]) > 1'],
    );
  });

  it('stand at the exact range of their name and of their runbook', () => {
    const [full] = alertsOfFile('prometheus/disks.yml', ruleFile);
    assert.ok(full && full.runbook !== null && full.runbook !== 'unknown');
    assert.equal(at(ruleFile, full.place), 'DiskFull');
    assert.equal(at(ruleFile, full.runbook.place), 'https://example.org/runbooks/DiskFull');
    assert.equal(full.runbook.replaceable, true);
  });

  it('are found in resources, in several documents and in lists of them', () => {
    const rule = (name: string, indent: string): string =>
      `${indent}kind: PrometheusRule\n${indent}spec:\n${indent}  groups:\n${indent}  - rules:\n${indent}    - {alert: ${name}, expr: up}\n`;
    assert.deepEqual(runbooks('a/rules.yaml', `${rule('One', '')}---\n${rule('Two', '')}`), [
      ['One', null],
      ['Two', null],
    ]);
    const list = `kind: List\nitems:\n-\n${rule('Three', '  ')}`;
    assert.deepEqual(runbooks('a/rules.yaml', list), [['Three', null]]);
  });

  it('are found in the text of a ConfigMap, where they stand', () => {
    const text = `kind: ConfigMap\ndata:\n  rules.yaml: |\n    groups:\n    - rules:\n      - alert: DiskFull\n        expr: up\n        annotations:\n          runbook: >-\n            docs/disk.md#full\n`;
    const [alert] = alertsOfFile('rules.yaml', text);
    assert.ok(alert && alert.runbook !== null && alert.runbook !== 'unknown');
    assert.equal(at(text, alert.place), 'DiskFull');
    assert.equal(at(text, alert.runbook.place), 'docs/disk.md#full');
  });

  it('name their runbook under many keys, in labels, or by a link in their description', () => {
    const rule = (more: string): string => `- alert: A\n  expr: up\n${more}`;
    for (const key of ['runbook', 'runbook_url', 'runbookURL', 'Runbook-Link', 'playbook', 'sop_url']) {
      assert.deepEqual(runbooks('rules.yml', rule(`  annotations:\n    ${key}: docs/a.md\n`)), [['A', 'docs/a.md']]);
    }
    assert.deepEqual(runbooks('rules.yml', rule('  labels:\n    runbook: docs/a.md\n')), [['A', 'docs/a.md']]);
    assert.deepEqual(
      runbooks('rules.yml', rule('  annotations:\n    message: Full, see https://example.org/runbooks/a.\n')),
      [['A', 'https://example.org/runbooks/a']],
    );
    assert.deepEqual(
      runbooks('rules.yml', rule('  annotations:\n    message: Full, see https://example.org/graphs\n')),
      [['A', null]],
    );
  });

  it('follow references and merged maps', () => {
    const text = `x: &common\n  runbook: docs/a.md\nrules:\n- alert: A\n  expr: up\n  annotations:\n    <<: *common\n- alert: B\n  expr: up\n  annotations: *common\n`;
    assert.deepEqual(runbooks('rules.yml', text), [
      ['A', 'docs/a.md'],
      ['B', 'docs/a.md'],
    ]);
  });

  it('are not made of schemas, tests and files of others', () => {
    assert.deepEqual(
      runbooks('rules.yaml', 'properties:\n  alert:\n    type: string\n  expr:\n    type: string\n'),
      [],
    );
    for (const path of ['disks_test.yaml', 'vendor/rules.yaml', 'test/rules.yaml', 'testdata/rules.yaml', 'rules.md']) {
      assert.deepEqual(runbooks(path, ruleFile), []);
    }
  });
});

describe('Alerts of Grafana and Alertmanager', () => {
  const grafana = {
    groups: [
      {
        rules: [
          {
            title: 'Disk full',
            condition: 'C',
            data: [{ model: { expr: 'up == 0' } }],
            noDataState: 'OK',
            annotations: { runbook_url: 'docs/a.md' },
            labels: { severity: 'page' },
          },
        ],
      },
    ],
  };

  it('are read from provisioning files, in YAML and in JSON', () => {
    for (const [path, text] of [
      ['grafana/alerts.json', JSON.stringify(grafana, null, 2)],
      [
        'grafana/alerts.yaml',
        'apiVersion: 1\ngroups:\n- rules:\n  - title: Disk full\n    condition: C\n    noDataState: OK\n    data: [{model: {expr: up == 0}}]\n    labels: {severity: page}\n    annotations:\n      runbook_url: docs/a.md\n',
      ],
    ] as const) {
      const [alert] = alertsOfFile(path, text);
      assert.deepEqual(
        [alert?.name, alert?.expression, alert?.severity, runbook(alert)],
        ['Disk full', 'up == 0', 'page', 'docs/a.md'],
      );
    }
  });

  it('are receivers where these link to a runbook', () => {
    const text = `route: {receiver: team}\nreceivers:\n- name: team\n  slack_configs:\n  - actions:\n    - url: https://example.org/runbooks/all\n- name: quiet\n`;
    const [receiver, ...more] = alertsOfFile('alertmanager.yml', text);
    assert.equal(more.length, 0);
    assert.deepEqual(
      [receiver?.kind, receiver?.name, runbook(receiver)],
      ['receiver', 'team', 'https://example.org/runbooks/all'],
    );
  });
});

describe('Alerts of a template', () => {
  it('are read line by line where the file is no YAML yet', () => {
    const text = `groups:
{{- if .Values.disks }}
- rules:
  - alert: DiskFull
    expr: |-
      disk_free{job="{{ .Values.job }}"}
        < 1
    labels:
      severity: {{ .Values.severity }}
    annotations:
      runbook_url: "docs/a.md" # ours
  - alert: DiskSlow
    annotations:
      runbook_url: {{ .Values.runbooks }}/disk-slow
    expr: up
  - alert: DiskGone
    expr: up
    annotations:
{{ toYaml .Values.annotations | indent 6 }}
  - alert: DiskOld
    expr: up
    annotations:
      summary: {{ .Values.name }}
{{- end }}
`;
    assert.deepEqual(runbooks('charts/disks/templates/rules.yaml', text), [
      ['DiskFull', 'docs/a.md'],
      ['DiskSlow', '{{ .Values.runbooks }}/disk-slow'],
      ['DiskGone', 'unknown'],
      ['DiskOld', null],
    ]);
    const [full] = alertsOfFile('charts/disks/templates/rules.yaml', text);
    assert.ok(full && full.runbook !== null && full.runbook !== 'unknown');
    assert.equal(at(text, full.place), 'DiskFull');
    assert.equal(at(text, full.runbook.place), 'docs/a.md');
    assert.equal(full.expression, 'disk_free{job="{{ .Values.job }}"}\n< 1');
    assert.equal(full.severity, null);
  });

  it('have the constants of the template filled in', () => {
    const text =
      '{{- $alert := "DiskFull" -}}\n{{- if .on }}\nalert: {{ $alert }}\nannotations:\n  runbook_url: docs/{{ $alert }}.md\nexpr: up\nlabels:\n  severity: page\n{{- end }}\n';
    const [alert] = alertsOfFile('charts/rules/disk.yaml', text);
    assert.ok(alert && alert.runbook !== null && alert.runbook !== 'unknown');
    assert.deepEqual([alert.name, alert.runbook.text, alert.severity], ['DiskFull', 'docs/DiskFull.md', 'page']);
    assert.equal(at(text, alert.runbook.place), 'docs/{{ $alert }}.md');
    assert.equal(alert.runbook.replaceable, false);
  });
});

describe('Alerts of Jsonnet', () => {
  it('are objects with a name as it stands; what may be added elsewhere is unknown', () => {
    const text = `// alert: 'No'
{
  prometheusAlerts+:: { groups+: [{ rules: [
    {
      alert: 'DiskFull',
      expr: |||
        free{job="%(job)s"} < 1 // }
      ||| % $._config,
      labels: { severity: 'critical' },
      annotations+: { summary: 'Full', runbook_url: 'docs/a.md' },
    },
    { alert: "DiskSlow", expr: 'up', annotations: { runbook_url: 'https://example.org/%s' % name } },
    { alert: 'DiskGone', expr: 'up' },
    { alert: name, expr: 'up' },
    { alert: 'NoRule' },
  ] }] },
}
`;
    assert.deepEqual(runbooks('mixin/alerts.libsonnet', text), [
      ['DiskFull', 'docs/a.md'],
      ['DiskSlow', 'unknown'],
      ['DiskGone', 'unknown'],
    ]);
    const [full] = alertsOfFile('mixin/alerts.libsonnet', text);
    assert.ok(full && full.runbook !== null && full.runbook !== 'unknown');
    assert.deepEqual(
      [at(text, full.place), at(text, full.runbook.place), full.severity, full.summary],
      ['DiskFull', 'docs/a.md', 'critical', 'Full'],
    );
  });
});

describe('Whatever a file holds', () => {
  it('reading it never throws, and every place lies within', () => {
    const piece = fc.constantFrom(
      '- alert: A',
      '  expr: up',
      '  annotations:',
      '    runbook: x',
      '{{ if }}',
      '{',
      '}',
      "alert: 'B',",
      'expr: |',
      '|||',
      '\t',
      '"',
      '*a',
      '&a',
      '<<: *a',
      '🙂',
      '---',
      'noDataState: 1',
      'receivers:',
      '',
    );
    const path = fc.constantFrom('rules.yaml', 'alerts.libsonnet', 'grafana/alerts.json');
    fc.assert(
      fc.property(path, fc.array(piece, { maxLength: 30 }), (file, pieces) => {
        const text = pieces.join('\n');
        for (const alert of alertsOfFile(file, text)) {
          assert.ok(alert.place.line >= 1 && alert.place.endLine <= pieces.length);
        }
      }),
    );
  });

  it('aliases that would grow without end cost nothing', () => {
    const bomb = `a: &a [x]\n${'bcdefghijk'
      .split('')
      .map((name, index) => `${name}: &${name} [${`*${'abcdefghijk'[index]},`.repeat(9)}]`)
      .join('\n')}\nrules:\n- alert: A\n  expr: up\n  annotations: *k\n`;
    assert.deepEqual(runbooks('rules.yaml', bomb), [['A', 'unknown']]);
  });
});

describe('The files that are read for alerts', () => {
  it('are those whose path speaks of it, before other YAML, and not without end', () => {
    const paths = [
      'README.md',
      'team/disk.yaml',
      'grafana/board.json',
      'package.json',
      'mixins/disk.libsonnet',
      'charts/a/templates/my-rules.yaml',
    ];
    assert.deepEqual(alertSources(paths), [
      'grafana/board.json',
      'mixins/disk.libsonnet',
      'charts/a/templates/my-rules.yaml',
      'team/disk.yaml',
    ]);
    assert.equal(alertSources(Array.from({ length: 9000 }, (_, index) => `${index}.yaml`)).length, 1000);
  });
});
