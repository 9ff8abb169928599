import assert from 'node:assert/strict';
import { reviewOverdue } from '../../../../src/core/runbooks/lint/rules/reviewOverdue';
import { lintText, messages, repositoryView } from './lintText';

// It is 2026-01-01 there.
const found = (text: string): readonly string[] =>
  messages(lintText(reviewOverdue, text, { repository: repositoryView() }));

const page = (matter: string): string => `---\ntitle: Restart\n${matter}\n---\n\nRestart it.\n`;

describe('RB030, a review that is overdue', () => {
  it('says since when', () => {
    assert.deepEqual(found(page('last_reviewed_on: 2025-06-01\nreview_in: 6 months')), [
      '3: The review of this page was due on 2025-12-01, 31 days ago.',
    ]);
    assert.deepEqual(found(page('last_reviewed_on: 2025-06-01\nreview_by: 2025-12-31')).length, 1);
    assert.deepEqual(found(page('last_reviewed_on: 2025-07-02\nreview_in: 6 months')), []);
  });

  it('takes a year where no interval is given', () => {
    assert.deepEqual(found(page('last_reviewed_on: 2024-12-01')).length, 1);
    assert.deepEqual(found(page('last_reviewed_on: 2025-02-01')), []);
  });

  it('reads a line, a row of a table and a section', () => {
    const said = 'The review of this page was due on 2025-03-12, 295 days ago.';
    assert.deepEqual(found('# Restart\n\nLast reviewed: 12 March 2024 by the platform team\n'), [`3: ${said}`]);
    assert.deepEqual(found('# Restart\n\n| a | b |\n|---|---|\n| Last review date | 2024-03-12 |\n'), [`5: ${said}`]);
    assert.deepEqual(found('# Restart\n\n## Last reviewed\n\n2024-03-12\n'), [`5: ${said}`]);
  });

  it('says when the date or the interval is none, or in the future', () => {
    assert.deepEqual(found(page('last_reviewed_on: 2025-02-30')), [
      '3: "2025-02-30" is no date of a review. Write it as YYYY-MM-DD.',
    ]);
    assert.deepEqual(found(page('last_reviewed_on: 2025-06-01\nreview_in: soon')), [
      '4: "soon" does not say when the next review is due. Write it as 6 months, or as a date.',
    ]);
    assert.deepEqual(found(page('last_reviewed_on: 2027-06-01')), ['3: The review date 2027-06-01 is in the future.']);
  });

  it('says nothing of what a site generator fills in, of prose, and of pages without a date', () => {
    assert.deepEqual(found(page('last_reviewed_on: "{{ date }}"')), []);
    assert.deepEqual(found(page('last_updated: 2019-01-01')), []);
    assert.deepEqual(found('# Restart\n\nWe last reviewed it in 2019.\n\nReviewed by: the team, 2019-01-01\n'), []);
  });
});
