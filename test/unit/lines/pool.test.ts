import assert from 'node:assert/strict';
import { Pool } from '../../../src/core/lines/pool';

describe('arrays that are used again', () => {
  it('have room for what was asked, and not much more', () => {
    const pool = new Pool(length => new Uint8Array(length));
    for (const length of [0, 1, 2, 63, 64, 65, 127, 128, 129, 5000]) {
      const taken = pool.take(length);
      assert.ok(taken.length >= length && taken.length <= Math.max(64, length * 2), `${length}: ${taken.length}`);
    }
  });

  it('are given out again when they are large enough, and never to two', () => {
    const pool = new Pool(length => new Uint8Array(length));
    const [one, two] = [pool.take(100), pool.take(100)];
    assert.notEqual(one, two);
    pool.give(one);
    assert.notEqual(pool.take(200), one);
    assert.equal(pool.take(70), one);
    assert.notEqual(pool.take(70), one);
  });
});
