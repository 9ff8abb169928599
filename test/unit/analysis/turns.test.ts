import assert from 'node:assert/strict';
import { setImmediate as turn } from 'node:timers/promises';
import { Turns } from '../../../src/analysis/turns';
import { GitError } from '../../../src/git/errors';

describe('the order of analyses', () => {
  /** Analyses that stop where they are until told to go on, and what they did so far. */
  class Analyses {
    readonly done: string[] = [];
    private readonly turns = new Turns();
    private readonly waiting = new Map<string, () => void>();

    begin(name: string, signal = new AbortController().signal): Promise<void> {
      return this.turns.take(async beforeLines => {
        await this.step(`${name} tree`);
        await beforeLines(signal);
        await this.step(`${name} lines`);
      });
    }

    private step(what: string): Promise<void> {
      this.done.push(what);
      return new Promise(resolve => this.waiting.set(what, resolve));
    }

    /** Lets a step end; answers what has begun since. */
    async end(what: string): Promise<string[]> {
      const before = this.done.length;
      this.waiting.get(what)?.();
      await turn();
      return this.done.slice(before);
    }
  }

  it('has all first trees before any lines, and each of them alone', async () => {
    const analyses = new Analyses();
    const all = Promise.all(['a', 'b', 'c'].map(name => analyses.begin(name)));
    await turn();
    assert.deepEqual(analyses.done, ['a tree']);
    assert.deepEqual(await analyses.end('a tree'), ['b tree']);
    assert.deepEqual(await analyses.end('b tree'), ['c tree']);
    assert.deepEqual(await analyses.end('c tree'), ['a lines']);
    assert.deepEqual(await analyses.end('a lines'), ['b lines']);
    assert.deepEqual(await analyses.end('b lines'), ['c lines']);
    await analyses.end('c lines');
    await all;
  });

  it('does not keep a first tree waiting for lines that are under way', async () => {
    const analyses = new Analyses();
    void analyses.begin('a');
    await turn();
    assert.deepEqual(await analyses.end('a tree'), ['a lines']);
    void analyses.begin('b');
    await turn();
    assert.equal(analyses.done.at(-1), 'b tree');
    assert.deepEqual(await analyses.end('b tree'), []);
    assert.deepEqual(await analyses.end('a lines'), ['b lines']);
  });

  it('gives a turn on when an analysis fails, or is cancelled while it waits for its lines', async () => {
    const turns = new Turns();
    const failing = turns.take(() => Promise.reject(new RangeError('broken')));
    await assert.rejects(failing, RangeError);
    let end = (): void => {};
    const first = turns.take(async beforeLines => {
      await beforeLines(new AbortController().signal);
      await new Promise<void>(resolve => {
        end = resolve;
      });
    });
    const abort = new AbortController();
    const second = turns.take(beforeLines => beforeLines(abort.signal));
    await turn();
    abort.abort();
    await assert.rejects(second, (cause: unknown) => cause instanceof GitError && cause.reason === 'cancelled');
    end();
    await first;
    assert.equal(await turns.take(async () => 'next'), 'next');
  });
});
