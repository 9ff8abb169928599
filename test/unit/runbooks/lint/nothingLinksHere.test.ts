import assert from 'node:assert/strict';
import { repositoryAlerts } from '../../../../src/core/runbooks/alerts/repositoryAlerts';
import { nothingLinksHere } from '../../../../src/core/runbooks/lint/rules/nothingLinksHere';
import { ruleFile } from './lintAlertText';
import { lintText, messages, repositoryView } from './lintText';

describe('RB055, a runbook nothing links to', () => {
  const path = 'alerts/DiskFull.md';
  const lint = (alerts: Readonly<Record<string, string>>, isLinked = false) => {
    const texts = new Map(Object.entries(alerts));
    const { links } = repositoryAlerts({ texts, paths: new Set([path, 'alerts/DiskSlow.md']), remotes: [] });
    return lintText(nothingLinksHere, '# DiskFull\n', {
      ...{ path, type: 'alert' },
      repository: repositoryView({ alertLinks: links, isLinked: () => isLinked }),
    });
  };
  const other = { 'rules.yaml': ruleFile('alerts/DiskSlow.md', { name: 'DiskSlow' }) };

  it('is a hint where other alerts lead to pages', () => {
    assert.deepEqual(messages(lint(other)), ['1: No alert and no page of this repository links to this runbook.']);
    assert.equal(lint(other)[0]?.finding.severity, 'hint');
  });

  it('is not said where an alert or a page leads there', () => {
    assert.deepEqual(lint({ ...other, 'more.yaml': ruleFile(path) }), []);
    assert.deepEqual(lint(other, true), []);
  });

  it('is not said where the alerts are defined elsewhere, or their links are computed', () => {
    assert.deepEqual(lint({}), []);
    assert.deepEqual(lint({ ...other, 'alerts.libsonnet': "{ alert: 'DiskFull', expr: 'up' }" }), []);
  });
});
