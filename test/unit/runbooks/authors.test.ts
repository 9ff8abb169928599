import assert from 'node:assert/strict';
import { type RunbookEdit, runbookAuthors } from '../../../src/core/runbooks/authors';
import { readRunbook } from '../../../src/core/runbooks/runbook';
import { defaultSettings } from '../../../src/core/settings';
import { repositoryView } from './lint/lintText';

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

describe('Reading a runbook', () => {
  it('puts type, title, component, authors and owner together', () => {
    const runbook = readRunbook(
      {
        path: 'docs/runbooks/payments.md',
        text: '---\nteam: money\n---\n\n## Restart\n\n1. `make restart`\n',
        linked: false,
      },
      defaultSettings,
      repositoryView({ componentOf: () => 'services/payments', editsOf: () => [edit(3, 9, { created: true })] }),
    );
    assert.deepEqual(runbook && { ...runbook, findings: runbook.findings.at(-1)?.rule }, {
      path: 'docs/runbooks/payments.md',
      type: 'procedure',
      title: 'Restart',
      component: 'services/payments',
      authors: [{ person: 3, share: 1 }],
      owner: 'money',
      lastTouched: 9,
      findings: 'RB060',
    });
  });

  it('gives nothing for a page that is none', () => {
    const page = { path: 'README.md', text: '# x', linked: false };
    assert.equal(readRunbook(page, defaultSettings, repositoryView()), null);
  });
});
