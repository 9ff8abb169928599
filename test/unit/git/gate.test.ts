import assert from 'node:assert/strict';
import { setImmediate as turn } from 'node:timers/promises';
import { GitError } from '../../../src/git/errors';
import { Gate } from '../../../src/git/gate';

describe('a gate', () => {
  it('lets as many in as it has places, and the others in the order they came', async () => {
    const gate = new Gate(2);
    const order: number[] = [];
    const leavers: (() => void)[] = [];
    for (const id of [1, 2, 3, 4]) {
      void gate.enter().then(leave => {
        order.push(id);
        leavers.push(leave);
      });
    }
    await turn();
    assert.deepEqual(order, [1, 2]);
    leavers[1]?.();
    await turn();
    assert.deepEqual(order, [1, 2, 3]);
    leavers[0]?.();
    await turn();
    assert.deepEqual(order, [1, 2, 3, 4]);
  });

  it('takes a place back once, however often it is given', async () => {
    const gate = new Gate(1);
    const leave = await gate.enter();
    leave();
    leave();
    await gate.enter();
    const second = gate.enter().then(() => 'in');
    assert.equal(await Promise.race([second, turn('waiting')]), 'waiting');
  });

  it('lets who was cancelled go, without its place', async () => {
    const gate = new Gate(1);
    const leave = await gate.enter();
    const abort = new AbortController();
    const cancelled = gate.enter(abort.signal);
    const next = gate.enter();
    abort.abort();
    await assert.rejects(cancelled, (cause: unknown) => cause instanceof GitError && cause.reason === 'cancelled');
    leave();
    (await next)();
    await assert.rejects(gate.enter(abort.signal), GitError);
  });
});
