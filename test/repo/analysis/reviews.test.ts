import assert from 'node:assert/strict';
import type { Snapshot } from '../../../src/core/model';
import { analyse, ann, at, ben, Repositories } from './analyse';

const page = (date: string, text = 'Restart it.'): string =>
  `---\nlast_reviewed_on: ${date}\nreview_in: 6 months\n---\n\n# Restart\n\n${text}\n\n${'It is long. '.repeat(20)}\n`;

/** Those that speak of reviews. */
const rules = (snapshot: Snapshot): string[] =>
  snapshot.findings
    .map(({ rule }) => rule)
    .filter(rule => rule.startsWith('RB03'))
    .sort();

describe('reviews in a repository', () => {
  const repositories = new Repositories();
  after(() => repositories.dispose());

  const path = 'docs/runbooks/restart.md';
  const history = [
    { author: ann, date: at(0), files: { 'docs/restart.md': page('2023-01-01') } },
    { author: ben, date: at(1), files: { 'docs/restart.md': page('2023-02-01', 'Drain it.') } },
    { author: ben, date: at(2), files: { 'docs/restart.md': null, [path]: page('2023-03-01', 'Drain it.') } },
    { author: ben, date: at(3), files: { [path]: page('2023-04-01', 'Drain it.') } },
  ];

  it('are found through renames, with what else they changed and by whom', async () => {
    const repository = await repositories.of(history);
    const snapshot = await analyse(repository);
    assert.deepEqual(rules(snapshot), ['RB030', 'RB031', 'RB032']);
    assert.equal(
      snapshot.findings.find(({ rule }) => rule === 'RB031')?.message,
      'The last two reviews, on 2023-11-16 and 2023-11-17, changed only the review date.',
    );
  });

  it('are not known where the history is not there', async () => {
    const repository = await repositories.of(history);
    for (const clone of [await repository.shallowClone(1), await repository.partialClone({ checkout: true })]) {
      assert.deepEqual(
        rules(await analyse(clone)).filter(rule => rule === 'RB031' || rule === 'RB032'),
        [],
      );
    }
  });

  it('are nothing to say when the last one changed the page, by another person', async () => {
    const repository = await repositories.of([
      ...history,
      { author: ann, date: at(4), files: { [path]: page('2023-05-01', 'Drain it, then wait.') } },
    ]);
    assert.deepEqual(rules(await analyse(repository)), ['RB030']);
  });
});
