import assert from 'node:assert/strict';
import { authorFindings, type RunbookEdit, runbookAuthors } from '../../../src/core/runbooks/authors';
import { readRunbook } from '../../../src/core/runbooks/runbook';
import { defaultSettings } from '../../../src/core/settings';

const edit = (person: number, date: number, change: Partial<RunbookEdit> = {}): RunbookEdit => ({
  person,
  date,
  automated: false,
  created: false,
  mechanical: false,
  ...change,
});

describe('Who wrote a runbook', () => {
  it('is counted in edits of its content, the most first', () => {
    const written = runbookAuthors([edit(1, 10, { created: true }), edit(2, 30), edit(2, 20), edit(2, 25)]);
    assert.deepEqual(written.authors, [
      { person: 2, share: 0.75 },
      { person: 1, share: 0.25 },
    ]);
    assert.equal(written.lastTouched, 30);
  });

  it('is no bot and nobody who reformatted it', () => {
    const written = runbookAuthors([
      edit(1, 10, { created: true }),
      edit(2, 20, { automated: true }),
      edit(4, 40, { mechanical: true }),
    ]);
    assert.deepEqual(written.authors, [{ person: 1, share: 1 }]);
    assert.equal(written.lastTouched, 10);
  });

  it('is nobody without edits, and the day of a bot is all there is when only bots edited', () => {
    assert.deepEqual(runbookAuthors([]), { authors: [], lastTouched: 0, edits: 0, created: false });
    assert.equal(runbookAuthors([edit(1, 5, { automated: true })]).lastTouched, 5);
  });
});

describe('RB060', () => {
  const findings = (
    edits: readonly RunbookEdit[],
    type: 'procedure' | 'hub' | 'record' = 'procedure',
  ): readonly unknown[] => authorFindings('a.md', type, runbookAuthors(edits));

  it('says that one person wrote the page', () => {
    assert.deepEqual(findings([edit(7, 1, { created: true })]), [
      {
        rule: 'RB060',
        severity: 'information',
        path: 'a.md',
        line: 1,
        message: 'This runbook was written by one person.',
        data: { person: 7 },
      },
    ]);
    assert.equal(findings([edit(7, 1), edit(7, 2)]).length, 1);
  });

  it('says nothing of two authors, of one late edit, of hubs and records', () => {
    assert.deepEqual(findings([edit(7, 1), edit(8, 2)]), []);
    assert.deepEqual(findings([edit(7, 1)]), []);
    assert.deepEqual(findings([edit(7, 1, { created: true })], 'hub'), []);
    assert.deepEqual(findings([edit(7, 1, { created: true })], 'record'), []);
  });
});

describe('Reading a runbook', () => {
  it('puts type, title, component, authors and owner together', () => {
    const runbook = readRunbook(
      {
        path: 'docs/runbooks/payments.md',
        text: '---\nteam: money\n---\n\n## Restart\n',
        linked: false,
        edits: [edit(3, 9, { created: true })],
      },
      [{ id: 'services/payments', name: 'payments', kind: 'service', paths: ['services/payments/**'] }],
      defaultSettings,
    );
    assert.deepEqual(runbook && { ...runbook, findings: runbook.findings.map(finding => finding.rule) }, {
      path: 'docs/runbooks/payments.md',
      type: 'procedure',
      title: 'Restart',
      component: 'services/payments',
      authors: [{ person: 3, share: 1 }],
      owner: 'money',
      lastTouched: 9,
      findings: ['RB060'],
    });
  });

  it('gives nothing for a page that is none', () => {
    assert.equal(readRunbook({ path: 'README.md', text: '# x', linked: false, edits: [] }, [], defaultSettings), null);
  });
});
