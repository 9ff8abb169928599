import assert from 'node:assert/strict';
import { dateOnlyReviews } from '../../../../src/core/runbooks/lint/rules/dateOnlyReviews';
import { sameReviewer } from '../../../../src/core/runbooks/lint/rules/sameReviewer';
import type { Review } from '../../../../src/core/runbooks/reviews/review';
import { lintText, messages, repositoryView } from './lintText';

const page = '---\nlast_reviewed_on: 2025-12-01\n---\n\n# Restart\n';

const review = (day: string, onlyDate: boolean, ...people: readonly number[]): Review => ({
  ...{ date: Date.parse(day) / 1000, onlyDate, people },
});

const found = (rule: typeof sameReviewer, ...reviews: readonly Review[]): readonly string[] =>
  messages(lintText(rule, page, { repository: repositoryView({ reviewsOf: () => reviews }) }));

describe('RB031, reviews that changed only the date', () => {
  it('are said of the last two', () => {
    const [last, before] = [review('2025-12-01', true, 1), review('2025-06-01', true, 2)];
    assert.deepEqual(found(dateOnlyReviews, last, before, review('2025-01-01', false, 1)), [
      '2: The last two reviews, on 2025-06-01 and 2025-12-01, changed only the review date.',
    ]);
  });

  it('are nothing when one of them changed the page, or only one is known', () => {
    assert.deepEqual(found(dateOnlyReviews, review('2025-12-01', true, 1), review('2025-06-01', false, 1)), []);
    assert.deepEqual(found(dateOnlyReviews, review('2025-12-01', true, 1)), []);
    assert.deepEqual(found(dateOnlyReviews), []);
  });
});

describe('RB032, always the same reviewer', () => {
  it('is said of three reviews, without a name', () => {
    const reviews = ['2025-12-01', '2025-06-01', '2025-01-01'].map(day => review(day, false, 7));
    assert.deepEqual(found(sameReviewer, ...reviews), [
      '2: The last 3 reviews of this page were made by the same person.',
    ]);
    assert.deepEqual(found(sameReviewer, ...reviews.slice(1)), []);
  });

  it('is nothing when another person made one of them, or helped', () => {
    const [one, two] = [review('2025-12-01', false, 7), review('2025-06-01', false, 7)];
    assert.deepEqual(found(sameReviewer, one, two, review('2025-01-01', false, 8)), []);
    assert.deepEqual(found(sameReviewer, one, two, review('2025-01-01', false, 7, 8)), []);
  });
});
