import assert from 'node:assert/strict';
import { olderThanComponent } from '../../../../src/core/runbooks/lint/rules/olderThanComponent';
import { lintText, messages, repositoryView } from './lintText';

const days = (count: number): number => count * 86_400;
const edit = { person: 1, date: days(20_000), automated: false, created: true, mechanical: false };

const found = (changes: readonly number[], text = '# Payments\n', edits = [edit]): readonly string[] =>
  messages(
    lintText(olderThanComponent, text, {
      component: 'payments',
      repository: repositoryView({ editsOf: () => edits, changesOf: () => changes }),
    }),
  );

describe('RB033, a page older than its component', () => {
  const later = Array.from({ length: 10 }, (_, index) => days(20_100 + 10 * index));

  it('is said when the component was changed ten times, the last time half a year later', () => {
    assert.deepEqual(found([days(10_000), ...later]), [
      '1: This page was last edited on 2024-10-04; payments has been changed 10 times since then.',
    ]);
  });

  it('is nothing after few changes, soon after, or without a component', () => {
    assert.deepEqual(found(later.slice(1)), []);
    assert.deepEqual(found(later.map(date => date - days(60))), []);
    assert.deepEqual(found(later, '# Payments\n', []), []);
    assert.deepEqual(
      lintText(olderThanComponent, '# A\n', { repository: repositoryView({ editsOf: () => [edit] }) }),
      [],
    );
  });

  it('counts a review as reading the page', () => {
    assert.deepEqual(found(later, '---\nlast_reviewed_on: 2025-02-01\n---\n\n# Payments\n'), []);
  });
});
