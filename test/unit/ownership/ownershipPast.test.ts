import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Snapshot } from '../../../src/core/model';
import type { PastMoment } from '../../../src/core/pastMoment';
import { ann, at, ben, type WrittenCommit } from '../history/writtenHistory';
import { snapshotOf, type Written, writtenRepositories } from './writtenSnapshot';

/** What a Snapshot says of today, in the form of a moment. */
function today({ components, files, truckFactor }: Snapshot): Omit<PastMoment, 'date'> {
  return {
    files: files.length,
    truckFactor: truckFactor.activity.value,
    truckFactorWithoutLines: truckFactor.combined.value,
    components: components.length,
    sole: components.filter(({ state }) => state === 'sole').length,
    orphaned: components.filter(({ state }) => state === 'orphaned').length,
  };
}

function withoutDate({ date: _, ...moment }: PastMoment): Omit<PastMoment, 'date'> {
  return moment;
}

const quarterOf = (date: number): string => {
  const day = new Date(date * 1000);
  return `${day.getUTCFullYear()} ${Math.floor(day.getUTCMonth() / 3)}`;
};

describe('the past of a repository', () => {
  it('is at each moment what a Snapshot of that commit says', function () {
    this.timeout(60_000);
    fc.assert(
      fc.property(writtenRepositories, ({ lines: _, trees, ...written }) => {
        const snapshot = snapshotOf({ ...written, past: true });
        assert.ok(snapshot.past.length > 0);
        for (const [index, moment] of snapshot.past.entries()) {
          const place = written.commits.findLastIndex(({ on = 0 }) => at(on) <= moment.date);
          const then = snapshotOf({
            ...written,
            commits: written.commits.slice(0, place + 1),
            tree: trees[place] ?? [],
          });
          assert.deepEqual(withoutDate(moment), today(then), new Date(moment.date * 1000).toISOString());
          for (const component of snapshot.components) {
            const before = then.components.find(({ id }) => id === component.id);
            assert.equal(component.pastTruckFactors[index], before?.truckFactors.activity ?? null, component.id);
          }
        }
      }),
      { numRuns: 25 },
    );
  });

  const touch = (author: typeof ann, on: number, ...changes: string[]): WrittenCommit => ({ author, on, changes });

  it('has the end of each quarter with a commit, at most ten years of them, and today', () => {
    const commits = Array.from({ length: 200 }, (_, index) =>
      touch(index % 2 === 0 ? ann : ben, index * 30, `${index === 0 ? 'A' : 'M'} a.ts`),
    );
    const { past, asOf } = snapshotOf({ commits, tree: ['a.ts'], past: true });
    assert.equal(past.length, 40);
    assert.equal(past.at(-1)?.date, asOf);
    assert.equal(new Set(past.map(({ date }) => quarterOf(date))).size, 40);
    for (const { date } of past.slice(0, -1)) assert.match(new Date(date * 1000).toISOString(), /T23:59:59/);
  });

  it('leaves out quarters in which nothing happened', () => {
    const commits = [touch(ann, 0, 'A a.ts'), touch(ann, 5, 'M a.ts'), touch(ann, 900, 'M a.ts')];
    assert.equal(snapshotOf({ commits, tree: ['a.ts'], past: true }).past.length, 2);
  });

  it('judges people as of that day', () => {
    const commits = [
      touch(ann, 0, 'A a.ts'),
      touch(ann, 5, 'M a.ts'),
      touch(ben, 900, 'A b.ts'),
      touch(ben, 901, 'M b.ts'),
    ];
    const { past } = snapshotOf({ commits, tree: ['a.ts', 'b.ts'], past: true });
    assert.deepEqual(
      past.map(({ files, truckFactor }) => [files, truckFactor]),
      [
        [1, 1],
        [2, 1],
      ],
    );
  });

  it('has the combined truck factor by authorship and activity, since no lines of the past are known', () => {
    const commits = [
      touch(ann, 0, 'A a.ts', 'A b.ts', 'A c.ts'),
      touch(ann, 1, 'M a.ts', 'M b.ts', 'M c.ts'),
      ...[400, 401, 402, 403, 404, 405].map(on => touch(ben, on, 'M a.ts', 'M b.ts', 'M c.ts')),
      touch(ann, 406, 'A d.ts'),
    ];
    const tree = ['a.ts', 'b.ts', 'c.ts', 'd.ts'];
    const { past } = snapshotOf({ commits, tree, past: true });
    const last = past.at(-1);
    assert.deepEqual([last?.truckFactor, last?.truckFactorWithoutLines], [1, 2]);
  });

  it('counts who is listed as left until they left', () => {
    const people = [
      { name: null, emails: ['ann@example.com'], left: true, present: false, bot: false, away: [], teams: [] },
    ];
    const commits = [touch(ann, 0, 'A a.ts'), touch(ann, 5, 'M a.ts'), touch(ann, 120, 'M a.ts')];
    const { past } = snapshotOf({ commits, tree: ['a.ts'], past: true, settings: { people } });
    assert.deepEqual(
      past.map(({ truckFactor }) => truckFactor),
      [1, null],
    );
  });

  it('takes a branch in when it is merged, whenever its commits were made', () => {
    const commits: WrittenCommit[] = [
      touch(ann, 0, 'A a.ts'),
      { ...touch(ben, 10, 'A b.ts'), parents: [0] },
      { ...touch(ann, 120, 'M a.ts'), parents: [0] },
      { author: ann, on: 240, parents: [2, 1] },
    ];
    const { past } = snapshotOf({ commits, tree: ['a.ts', 'b.ts'], past: true });
    assert.deepEqual(
      past.map(({ files }) => files),
      [1, 1, 2],
    );
  });

  it('does not take the places of a history that was merged as a subtree for its own', () => {
    const commits: WrittenCommit[] = [
      touch(ann, 0, 'A a.ts'),
      { ...touch(ben, 5, 'A lib.c', 'A readme'), parents: [] },
      { author: ann, on: 10, parents: [0, 1] },
      { ...touch(ann, 120, 'M a.ts'), parents: [2] },
    ];
    const { past } = snapshotOf({ commits, tree: ['a.ts'], past: true });
    assert.deepEqual(
      past.map(({ files }) => files),
      [1, 1],
    );
  });

  it('takes a file that only the head shows to be gone to be there until its last touch', () => {
    const commits = [touch(ann, 0, 'A a.ts', 'A b.ts'), touch(ann, 120, 'M a.ts'), touch(ann, 240, 'M a.ts')];
    const { past } = snapshotOf({ commits, tree: ['a.ts'], past: true });
    assert.deepEqual(
      past.map(({ files }) => files),
      [2, 1, 1],
    );
  });

  it('is not told where the history is cut off, nor where it was not asked for', () => {
    const written: Written = { commits: [touch(ann, 0, 'A a.ts')], tree: ['a.ts'] };
    assert.deepEqual(snapshotOf({ ...written, past: true, boundary: [0] }).past, []);
    assert.deepEqual(snapshotOf(written).past, []);
  });
});
