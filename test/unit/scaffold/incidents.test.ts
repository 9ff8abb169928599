import assert from 'node:assert/strict';
import { incidents } from '../../../src/core/scaffold/incidents';
import { exampleFact } from './exampleMaterial';

const day = (text: string): number => Date.parse(text) / 1000;
const told = (...commits: readonly (readonly [date: string, subject: string])[]): readonly string[] =>
  (
    incidents({
      facts: [],
      repairs: commits.map(([date, subject]) => ({ sha: 'abc', date: day(date), subject })),
      today: '2026-06-01',
    }).said ?? []
  ).map(line => line.replace(/ \(`abc`\)$/, ''));

describe('Past incidents', () => {
  it('are what was undone and stayed so', () => {
    assert.deepEqual(told(['2026-05-02', 'Revert "Cache carts"']), ['- 2026-05-02 Revert "Cache carts"']);
    assert.deepEqual(told(['2026-05-03', 'Reapply "Cache carts"'], ['2026-05-02', 'Revert "Cache carts"']), []);
    assert.deepEqual(
      told(['2026-05-03', 'Revert "Revert "Cache carts"" - again'], ['2026-05-02', 'Revert "Cache carts" (#4)']),
      [],
    );
    assert.deepEqual(
      told(
        ['2026-05-04', 'Revert "Reapply "Cache carts""'],
        ['2026-05-03', 'Reapply "Cache carts"'],
        ['2026-05-02', 'Revert "Cache carts"'],
      ),
      ['- 2026-05-04 Revert "Reapply "Cache carts""'],
    );
  });

  it('are told for two years', () => {
    assert.deepEqual(told(['2024-05-30', 'Hotfix of the prices'], ['2024-06-05', 'Hotfix of the sums']), [
      '- 2024-06-05 Hotfix of the sums',
    ]);
  });

  it('are asked for as long as no page tells of one', () => {
    const repairs = [{ sha: 'abc', date: day('2026-05-02'), subject: 'Hotfix' }];
    const asked = (facts: Parameters<typeof incidents>[0]['facts']): number =>
      incidents({ facts, repairs, today: '2026-06-01' }).asked.length;
    assert.equal(asked([]), 1);
    assert.equal(asked([exampleFact('postmortem', 'a', 'The lost carts', 1)]), 0);
  });
});
