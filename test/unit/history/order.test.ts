import assert from 'node:assert/strict';
import fc from 'fast-check';
import { canonicalOrder, ShaTable } from '../../../src/core/history/order';
import { ann, shaAt, type WrittenCommit, writeHistory } from './writtenHistory';

/** Random DAGs: a commit's parents stand before it, or are not there at all (99); clocks may be wrong. */
const graph: fc.Arbitrary<WrittenCommit[]> = fc
  .array(fc.record({ on: fc.nat(6), picks: fc.array(fc.nat(), { maxLength: 3 }), cut: fc.boolean() }), {
    maxLength: 20,
  })
  .map(nodes =>
    nodes.map(({ on, picks, cut }, place) => {
      const parents = place === 0 ? [] : picks.map(pick => pick % place);
      return { author: ann, on, parents: cut ? [...parents, 99] : parents };
    }),
  );

function orderedShas(commits: readonly WrittenCommit[], reading?: number[]): string[] {
  const history = writeHistory(commits, reading);
  return [...canonicalOrder(history)].map(commit => history.shaOf(commit));
}

describe('the canonical order', () => {
  it('holds every commit once, parents before children', () => {
    fc.assert(
      fc.property(graph, commits => {
        const order = [...canonicalOrder(writeHistory(commits))];
        assert.deepEqual(
          [...order].sort((a, b) => a - b),
          [...commits.keys()],
        );
        const placeOf = new Map(order.map((commit, place) => [commit, place]));
        commits.forEach(({ parents = [] }, commit) => {
          for (const parent of parents) {
            assert.ok(parent === 99 || (placeOf.get(parent) ?? 0) < (placeOf.get(commit) ?? 0));
          }
        });
      }),
    );
  });

  it('does not depend on the order in which the commits were read', () => {
    const read = graph.chain(commits => {
      const places = [...commits.keys()];
      const shuffled = fc.shuffledSubarray(places, { minLength: places.length, maxLength: places.length });
      return fc.tuple(fc.constant(commits), shuffled);
    });
    fc.assert(
      fc.property(read, ([commits, reading]) => assert.deepEqual(orderedShas(commits, reading), orderedShas(commits))),
    );
  });

  it('takes the oldest first among those that could come next, then the smallest object id', () => {
    const commits: WrittenCommit[] = [
      { author: ann, on: 1 },
      { author: ann, on: 5, parents: [0] },
      { author: ann, on: 3, parents: [0] },
      { author: ann, on: 3, parents: [0] },
    ];
    assert.deepEqual([...canonicalOrder(writeHistory(commits))], [0, 2, 3, 1]);
  });

  it('of nothing is nothing', () => {
    assert.equal(canonicalOrder(writeHistory([])).length, 0);
  });
});

describe('a table of object ids', () => {
  it('finds what is there and nothing else, though heads collide', () => {
    const twin = (last: number): Uint8Array => Uint8Array.from({ length: 20 }, (_, at) => (at === 19 ? last : 7));
    const packed = Buffer.concat([twin(1), twin(2), shaAt(3)]);
    const table = new ShaTable(packed, 20, 3);
    assert.deepEqual(
      [twin(1), twin(2), shaAt(3), twin(3), shaAt(4)].map(sha => table.find(sha, 0)),
      [0, 1, 2, -1, -1],
    );
  });
});
