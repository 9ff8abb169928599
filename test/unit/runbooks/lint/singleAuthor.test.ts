import assert from 'node:assert/strict';
import type { RunbookEdit } from '../../../../src/core/runbooks/authors';
import { singleAuthor } from '../../../../src/core/runbooks/lint/rules/singleAuthor';
import { lintText, repositoryView } from './lintText';

const edit = (person: number, date: number, change: Partial<RunbookEdit> = {}): RunbookEdit => ({
  ...{ person, date, automated: false, created: false, mechanical: false },
  ...change,
});

describe('RB060, a runbook by one person', () => {
  const findings = (edits: readonly RunbookEdit[], type: 'procedure' | 'hub' | 'record' = 'procedure') =>
    lintText(singleAuthor, '\n# Restart\n', { type, repository: repositoryView({ editsOf: () => edits }) });

  it('says so at the title', () => {
    assert.deepEqual(
      findings([edit(7, 1, { created: true })]).map(({ finding }) => finding),
      [
        {
          rule: 'RB060',
          severity: 'information',
          path: 'docs/runbooks/page.md',
          ...{ line: 2, column: 1, endLine: 2, endColumn: 10 },
          message: 'This runbook was written by one person.',
          data: { person: 7 },
        },
      ],
    );
    assert.equal(findings([edit(7, 1), edit(7, 2)]).length, 1);
  });

  it('says nothing of two authors, of one late edit, of hubs and records', () => {
    assert.deepEqual(findings([edit(7, 1), edit(8, 2)]), []);
    assert.deepEqual(findings([edit(7, 1)]), []);
    assert.deepEqual(findings([edit(7, 1, { created: true })], 'hub'), []);
    assert.deepEqual(findings([edit(7, 1, { created: true })], 'record'), []);
  });
});
