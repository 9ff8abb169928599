import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { findClone } from '../../bench/evaluate/clones';
import { judge } from '../../bench/evaluate/judgement';
import { readSystems } from '../../bench/evaluate/systems';

describe('the judgement of a truck factor', () => {
  it('is precision, recall and their harmonic mean', () => {
    const { precision, recall, f1, excess } = judge(
      [['Ann Example'], ['Ben Ito']],
      ['ann example', 'cleo dorn', 'eve'],
    );
    assert.deepEqual([precision, recall, excess], [0.5, 1 / 3, -1]);
    assert.ok(Math.abs(f1 - 0.4) < 1e-12);
  });

  it('is nothing, and no error, for nobody found', () => {
    const { precision, recall, f1 } = judge([], ['ann example']);
    assert.deepEqual([precision, recall, f1], [0, 0, 0]);
  });

  it('knows a name again without its accents, its middle part or its spaces', () => {
    for (const [found, named] of [
      ['Bjørn Łukasz', 'bjorn lukasz'],
      ['Ann Maria Example', 'ann example'],
      ['AnnExample', 'ann example'],
      ['ann.example', 'Ann Example'],
    ] as const) {
      assert.equal(judge([[found]], [named]).f1, 1, found);
    }
    for (const [found, named] of [
      ['Ann Example', 'ann other'],
      ['Ann', 'ann example'],
    ] as const) {
      assert.equal(judge([[found]], [named]).f1, 0, found);
    }
  });
});

describe('a table of systems', () => {
  it('is read with quotes, and without the people of the reference tool', () => {
    const text = 'commit,repository,named_developers\r\nabc,"a/b","ann ""x"" example|ben, ito"\r\n';
    assert.deepEqual(readSystems(text), [
      { repository: 'a/b', commit: 'abc', developers: ['ann "x" example', 'ben, ito'], reference: null },
    ]);
  });

  it('is refused where a column or a value is missing', () => {
    assert.throws(() => readSystems('repository,commit\na/b,abc\n'), /no column "named_developers"/);
    assert.throws(
      () => readSystems('repository,commit,named_developers\na/b,,ann\n'),
      /Row 2 of the table has no commit/,
    );
  });
});

describe('the clone of a system', () => {
  it('is found by owner and name, however they are joined', async () => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'clones-'));
    try {
      const places = ['a/one/.git', 'a+two/repo/objects', 'three.git/objects', 'a__four/.git'];
      for (const place of places) await mkdir(path.join(folder, place), { recursive: true });
      for (const place of places) {
        const name = /one|two|three|four/.exec(place)?.[0] ?? '';
        assert.equal(await findClone(folder, `a/${name}`), path.join(folder, path.dirname(place)));
      }
      assert.equal(await findClone(folder, 'a/five'), null);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});
