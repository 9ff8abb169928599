import assert from 'node:assert/strict';
import { guessOrigins } from '../../../src/core/lines/guessOrigins';
import { Texts } from './texts';

/** What is guessed for each line that a hunk adds, as pairs of the new line and the old. */
function guessed(before: string, after: string, hunks: readonly number[]): [number, number][] {
  const texts = new Texts();
  return [...guessOrigins(texts.read(before), texts.read(after), hunks)];
}

describe('the guess which line a changed line comes from', () => {
  it('is the line it replaces, one by one', () => {
    assert.deepEqual(guessed('int first;\nint second;\n', 'long first;\nlong second;\n', [0, 2, 0, 2]), [
      [0, 0],
      [1, 1],
    ]);
  });

  it('is the most alike of those it replaces, whatever stands between', () => {
    const before = 'alpha(one);\nbeta(two);\n';
    const after = 'ALPHA(one);\n\nsomething else entirely\nBETA(two);\n';
    const origins = new Map(guessed(before, after, [0, 2, 0, 4]));
    assert.deepEqual([origins.get(0), origins.get(3)], [0, 1]);
  });

  it('is one line for all the lines it was split into', () => {
    const origins = guessed('call(first, second, third);\n', 'call(first,\n  second,\n  third);\n', [0, 1, 0, 3]);
    assert.deepEqual(origins, [
      [0, 0],
      [1, 0],
      [2, 0],
    ]);
  });

  it('goes elsewhere in the file when the hunk replaces nothing, if much is shared', () => {
    const before = 'a rather long line that is moved\nother\n';
    assert.deepEqual(guessed(before, `${before}A Rather Long Line That Is Moved!\n`, [2, 0, 2, 1]), [[2, 0]]);
    assert.deepEqual(guessed(before, `${before}others\n`, [2, 0, 2, 1]), []);
  });

  it('is none for what is like nothing, and for blank lines', () => {
    assert.deepEqual(guessed('abc\n', 'xyz\n', [0, 1, 0, 1]), []);
    assert.deepEqual(guessed('abc\n', '\n', [0, 1, 0, 1]), []);
    assert.deepEqual(guessed('', 'abc\n', [0, 0, 0, 1]), []);
  });

  it('does not cross: what comes later comes from later', () => {
    const origins = guessed('one a\ntwo b\n', 'two b!\none a!\n', [0, 2, 0, 2]);
    const lines = origins.map(([, old]) => old);
    assert.deepEqual(
      lines,
      [...lines].sort((a, b) => a - b),
    );
  });

  it('says nothing of lines that no hunk touches, and of hunks that only remove', () => {
    assert.deepEqual(guessed('a line\nsame\nmore\n', 'a  lime\nsame\n', [0, 1, 0, 1, 2, 1, 2, 0]), [[0, 0]]);
  });
});
