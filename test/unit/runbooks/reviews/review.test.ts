import assert from 'node:assert/strict';
import fc from 'fast-check';
import { reviewOfEdit } from '../../../../src/core/runbooks/reviews/review';
import { mayHaveReviewDate, pageVersion } from '../../../../src/core/runbooks/reviews/reviewLines';

const page = (date: string, text = 'Restart it.', cycle = '6 months'): string =>
  `---\ntitle: Restart\nlast_reviewed_on: ${date}\nreview_in: ${cycle}\n---\n\n${text}\n`;

describe('An edit of a page with a review date', () => {
  it('is a review when the date changed, and shows whether anything else did', () => {
    assert.deepEqual(reviewOfEdit(page('2026-01-01'), page('2026-06-01')), { onlyDate: true });
    assert.deepEqual(reviewOfEdit(page('2026-01-01'), page('2026-06-01', 'Drain it.')), { onlyDate: false });
  });

  it('changed only the date, too, when the interval or spaces changed with it', () => {
    assert.deepEqual(reviewOfEdit(page('2026-01-01'), page('2026-06-01', 'Restart  it.\n', '1 year')), {
      onlyDate: true,
    });
  });

  it('is no review when the date stayed, or was not there before', () => {
    assert.equal(reviewOfEdit(page('2026-01-01'), page('2026-01-01', 'Drain it.')), null);
    assert.equal(reviewOfEdit('Restart it.', page('2026-01-01')), null);
  });

  it('is read from a line or a section of the text, too', () => {
    const line = (date: string): string => `# Restart\n\n- **Last reviewed:** ${date}\n\nDo.\n`;
    const section = (date: string): string => `# Restart\n\n## Last reviewed\n\n${date}\n\n## Steps\n`;
    for (const text of [line, section]) {
      assert.equal(pageVersion(text('2026-01-01')).reviewed, '2026-01-01');
      assert.deepEqual(reviewOfEdit(text('2026-01-01'), text('2026-02-01')), { onlyDate: true });
    }
  });
});

describe('Pages that may have a review date', () => {
  it('are told by a label, not by the word', () => {
    assert.ok(mayHaveReviewDate(page('2026-01-01')));
    assert.ok(mayHaveReviewDate('| Review date | 2026-01-01 |'));
    assert.ok(!mayHaveReviewDate('Ask for a review on Friday.\nReviewed by the team.\n'));
  });

  it('are read whatever they hold', () => {
    fc.assert(fc.property(fc.string(), text => typeof pageVersion(text).rest === 'string'));
  });
});
