import assert from 'node:assert/strict';
import fc from 'fast-check';
import { LineDiff } from '../../../src/core/lines/lineDiff';
import { linesOf, pairs, Texts, withoutSpace } from './texts';

/** Keeps its arrays from one comparison to the next, as in earnest. */
const diff = new LineDiff();

function hunksOf(one: string, other: string): number[] {
  const texts = new Texts();
  const after = texts.read(other);
  const before = texts.derive(one, after);
  return diff.hunks(before, after, texts.ends(after, one), texts.table.size);
}

/** Lines that no hunk touches are the same in both, and hunks stand in order with such lines between. */
function assertEditScript(one: string, other: string, hunks: readonly number[]): void {
  const ours = linesOf(one).map(withoutSpace);
  const theirs = linesOf(other).map(withoutSpace);
  let old = 0;
  let now = 0;
  for (let hunk = 0; hunk <= hunks.length; hunk += 4) {
    const [oldStart = ours.length, removed = 0, newStart = theirs.length, added = 0] = hunks.slice(hunk, hunk + 4);
    assert.ok(hunk === 0 || hunk === hunks.length || oldStart > old, 'hunks that touch are one');
    assert.deepEqual(ours.slice(old, oldStart), theirs.slice(now, newStart));
    assert.ok(hunk === hunks.length || removed + added > 0);
    old = oldStart + removed;
    now = newStart + added;
  }
}

describe('the hunks between two versions', () => {
  it('turn one into the other, and leave alone what is the same without white space', () => {
    fc.assert(
      fc.property(pairs, ([one, other]) => assertEditScript(one, other, hunksOf(one, other))),
      { numRuns: 1500 },
    );
  });

  it('are none where only white space differs', () => {
    assert.deepEqual(hunksOf('a b\n\n}\n', 'ab\r\n  \t\n   }'), []);
    assert.deepEqual(hunksOf('', ''), []);
  });

  it('are whole files where one of them is empty', () => {
    assert.deepEqual(hunksOf('', 'a\nb'), [0, 0, 0, 2]);
    assert.deepEqual(hunksOf('a\nb\n', ''), [0, 2, 0, 0]);
    assert.deepEqual(hunksOf('a\nb\n', 'c\n'), [0, 2, 0, 1]);
  });

  it('put an added function where it reads best', () => {
    const first = 'one {\n  return;\n}\n';
    const second = '\ntwo {\n  return;\n}\n';
    assert.deepEqual(hunksOf(first + second, first + second.replace('two', 'new') + second), [4, 0, 4, 4]);
  });

  it('are found for thousands of lines that repeat, and do not take for ever', () => {
    const lines = (seed: number): string =>
      Array.from({ length: 4000 }, (_, index) => `${(Math.imul(index + seed, 0x9e3779b1) >>> 27) % (seed + 3)}\n`).join(
        '',
      );
    const [one, other] = [lines(7), lines(9)];
    assertEditScript(one, other, hunksOf(one, other));
  });
});
