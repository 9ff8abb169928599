import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { OwnershipAt } from '../../../src/core/ownership/ownershipAt';
import { type OwnershipRow, rowIn } from '../../../src/core/ownership/ownershipColumns';
import { inOneGo } from '../../../src/core/steps';
import { ann, ben } from '../history/writtenHistory';
import { analysisOf, writtenRepositories } from './writtenSnapshot';

const rowsOf = (columns: OwnershipAt['files']): OwnershipRow[] =>
  Array.from(columns.states, (_, index) => rowIn(columns, index));

describe('who owned what at a moment of the past', () => {
  it('counts as the past of the Snapshot counts, and is today what the Snapshot says without lines', function () {
    this.timeout(60_000);
    fc.assert(
      fc.property(writtenRepositories, ({ lines: _, trees: __, ...written }) => {
        const { snapshot, ownershipAt } = analysisOf({ ...written, past: true });
        const ids = snapshot.components.map(({ id }) => id);
        for (const moment of snapshot.past) {
          const found = inOneGo(ownershipAt(moment.date, ids));
          assert.ok(found !== null);
          const there = rowsOf(found.files).filter(({ state }) => state !== 'absent');
          assert.equal(there.length + found.gone, moment.files);
          const components = rowsOf(found.components).map(({ state }) => state);
          assert.ok(components.filter(state => state === 'sole').length <= moment.sole);
          if (found.gone > 0 || there.length < snapshot.files.length) continue;
          assert.equal(components.filter(state => state === 'sole').length, moment.sole);
          assert.equal(components.filter(state => state === 'orphaned').length, moment.orphaned);
        }
        const last = inOneGo(ownershipAt(snapshot.past.at(-1)?.date ?? 0, ids));
        assert.ok(last !== null);
        assert.deepEqual(
          rowsOf(last.files).map(({ state, lastTouched }) => [state === 'absent' ? 'unknown' : state, lastTouched]),
          snapshot.files.map(({ state, lastTouched }) => [state, lastTouched]),
        );
        assert.deepEqual(
          rowsOf(last.components).map(({ state, owners }) => [state, owners]),
          snapshot.components.map(({ state, owners }) => [state, owners.length]),
        );
      }),
      { numRuns: 25 },
    );
  });

  it('tells of a file under whatever name it had, of one that was not there yet, and of those that are gone', () => {
    const commits = [
      { author: ann, on: 0, changes: ['A old.ts', 'A gone.ts'] },
      { author: ann, on: 5, changes: ['M old.ts'] },
      { author: ben, on: 120, changes: ['R old.ts new.ts', 'D gone.ts', 'A later.ts'] },
      { author: ben, on: 125, changes: ['M new.ts'] },
    ];
    const { snapshot, ownershipAt } = analysisOf({ commits, tree: ['later.ts', 'new.ts'], past: true });
    const found = inOneGo(ownershipAt(snapshot.past[0]?.date ?? 0, ['elsewhere']));
    assert.deepEqual(found && rowsOf(found.files).map(({ state, owners }) => [state, owners]), [
      ['absent', 0],
      ['sole', 1],
    ]);
    assert.equal(found?.gone, 1);
    assert.deepEqual(found && rowsOf(found.components).map(({ state }) => state), ['absent']);
  });

  it('is null for a day that is none of the moments', () => {
    const { ownershipAt } = analysisOf({
      commits: [{ author: ann, on: 0, changes: ['A a'] }],
      tree: ['a'],
      past: true,
    });
    assert.equal(inOneGo(ownershipAt(1, [])), null);
  });

  it('goes on in one step for each quarter, so that it can be ended between two', () => {
    const commits = [0, 120, 240].map(on => ({ author: ann, on, changes: [`${on === 0 ? 'A' : 'M'} a`] }));
    const { snapshot, ownershipAt } = analysisOf({ commits, tree: ['a'], past: true });
    const steps = [...ownershipAt(snapshot.past[1]?.date ?? 0, [])];
    assert.deepEqual(steps, [
      { done: 1, total: 2 },
      { done: 2, total: 2 },
    ]);
  });
});
