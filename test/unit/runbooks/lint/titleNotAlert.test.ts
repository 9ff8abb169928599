import assert from 'node:assert/strict';
import { repositoryAlerts } from '../../../../src/core/runbooks/alerts/repositoryAlerts';
import { titleNotAlert } from '../../../../src/core/runbooks/lint/rules/titleNotAlert';
import { ruleFile } from './lintAlertText';
import { applied, lintText, messages, repositoryView } from './lintText';

describe('RB006, a title that is not the name of the alert', () => {
  const lint = (text: string, path = 'alerts/DiskFull.md', alerts: Readonly<Record<string, string>> = {}) => {
    const texts = new Map(Object.entries(alerts));
    const { links } = repositoryAlerts({ texts, paths: new Set([...texts.keys(), path]), remotes: [] });
    return lintText(titleNotAlert, text, { path, type: 'alert', repository: repositoryView({ alertLinks: links }) });
  };

  const ours = { 'rules.yaml': ruleFile('alerts/DiskFull.md') };

  it('is a warning where it names another alert, else information', () => {
    const found = lint('# DiskSlow\n', undefined, ours);
    assert.deepEqual(messages(found), ['1: The title is “DiskSlow”, the alert is DiskFull.']);
    assert.equal(found[0]?.finding.severity, 'warning');
    assert.equal(lint('# No space left\n', undefined, ours)[0]?.finding.severity, 'information');
  });

  it('says nothing where no alert leads to the page', () => {
    assert.deepEqual(lint('# DiskSlow\n'), []);
  });

  it('is not said where case, spaces or words around the name differ', () => {
    for (const text of [
      '# DiskFull\n',
      '# Disk full\n',
      '# Alert: `DiskFull` on a node\n',
      '---\ntitle: Disk Full\n---\n\n# Meaning\n',
      '---\ntitle: Storage\n---\n\n# DiskFull\n',
    ]) {
      assert.deepEqual(lint(text), [], text);
    }
  });

  it('takes the alert that leads to the page before the name of the file', () => {
    const rules = { 'rules.yaml': ruleFile('alerts/storage.md', { name: 'NoSpaceLeft' }) };
    assert.deepEqual(messages(lint('# Storage\n', 'alerts/storage.md', rules)), [
      '1: The title is “Storage”, the alert is NoSpaceLeft.',
    ]);
    const several = { ...rules, 'more.yaml': ruleFile('alerts/storage.md', { name: 'NoInodesLeft' }) };
    assert.deepEqual(lint('# Storage\n', 'alerts/storage.md', several), []);
    assert.deepEqual(lint('# Storage\n', 'alerts/storage.md'), []);
  });

  it('offers the name of the alert as the title', () => {
    const text = '## DiskSlow\n\nText.\n';
    const [found] = lint(text, undefined, ours);
    assert.ok(found);
    assert.equal(applied(text, found), '## DiskFull\n\nText.\n');
  });
});
