import assert from 'node:assert/strict';
import { inSteps } from '../../../src/extension/slices';

describe('work in steps', () => {
  function* counting(seen: number[]): Generator<undefined, number, undefined> {
    for (let step = 0; step < 3; step++) {
      seen.push(step);
      yield;
    }
    return seen.length;
  }

  it('gives the thread back before it begins, and then comes to its end', async () => {
    const seen: number[] = [];
    const done = inSteps(counting(seen), new AbortController().signal);
    assert.deepEqual(seen, []);
    assert.equal(await done, 3);
  });

  it('does not begin where it was ended before', async () => {
    const seen: number[] = [];
    assert.equal(await inSteps(counting(seen), AbortSignal.abort()), null);
    assert.deepEqual(seen, []);
  });
});
