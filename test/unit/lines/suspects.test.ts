import assert from 'node:assert/strict';
import fc from 'fast-check';
import { gathered, passGuessed, passUnchanged, type Suspects } from '../../../src/core/lines/suspects';

/** By line at the head: the line of a version it is sought in. */
type Naive = Map<number, number>;

const hunks: fc.Arbitrary<number[]> = fc.array(fc.tuple(fc.nat(6), fc.nat(4), fc.nat(4)), { maxLength: 7 }).map(all => {
  const made: number[] = [];
  let old = 0;
  let now = 0;
  for (const [unchanged, removed, added] of all) {
    if (removed + added === 0) continue;
    old += unchanged + (made.length === 0 ? 0 : 1);
    now += unchanged + (made.length === 0 ? 0 : 1);
    made.push(old, removed, now, added);
    old += removed;
    now += added;
  }
  return made;
});

/** Stretches in the order of the version's lines; they may overlap, as they do after an ignored revision. */
const suspects: fc.Arbitrary<Suspects> = fc
  .array(fc.tuple(fc.nat(50), fc.integer({ min: 1, max: 12 })), { maxLength: 8 })
  .map(all => {
    let target = 0;
    const made = all.map(([line, length]) => {
      target += length + 1;
      return [line, length, target - length];
    });
    return made.sort(([a = 0, , aTarget = 0], [b = 0, , bTarget = 0]) => a - b || aTarget - bTarget).flat();
  });

function eachLine(list: Suspects): Naive {
  const lines: Naive = new Map();
  for (let at = 0; at < list.length; at += 3) {
    const [line = 0, length = 0, target = 0] = list.slice(at, at + 3);
    assert.ok(length > 0);
    for (let step = 0; step < length; step++) {
      assert.ok(!lines.has(target + step), 'no line is passed twice');
      lines.set(target + step, line + step);
    }
  }
  return lines;
}

/** The line of the parent that a line is, -1 when a hunk added it. */
function lineBefore(line: number, all: readonly number[]): number {
  let shift = 0;
  for (let hunk = 0; hunk < all.length; hunk += 4) {
    const [oldStart = 0, removed = 0, newStart = 0, added = 0] = all.slice(hunk, hunk + 4);
    if (line < newStart) break;
    if (line < newStart + added) return -1;
    shift = oldStart + removed - newStart - added;
  }
  return line + shift;
}

function assertSorted(list: Suspects): void {
  for (let at = 3; at < list.length; at += 3) assert.ok((list[at - 3] ?? 0) <= (list[at] ?? 0));
}

describe('lines whose origin is sought', () => {
  it('go to the parent where no hunk touches them, each as it would alone', () => {
    fc.assert(
      fc.property(suspects, hunks, (list, all) => {
        const { passed, kept } = passUnchanged(list, all);
        const expectedPassed: Naive = new Map();
        const expectedKept: Naive = new Map();
        for (const [target, line] of eachLine(list)) {
          const before = lineBefore(line, all);
          if (before < 0) expectedKept.set(target, line);
          else expectedPassed.set(target, before);
        }
        assert.deepEqual(new Map([...eachLine(passed)].sort()), new Map([...expectedPassed].sort()));
        assert.deepEqual(new Map([...eachLine(kept)].sort()), new Map([...expectedKept].sort()));
      }),
      { numRuns: 2000 },
    );
  });

  it('keep their order where stretches do not overlap, and neighbours become one', () => {
    assert.deepEqual(passUnchanged([0, 10, 0], [2, 0, 2, 3, 5, 1, 8, 0]), {
      passed: [0, 2, 0, 2, 3, 5, 6, 2, 8],
      kept: [2, 3, 2],
    });
    assert.deepEqual(passUnchanged([0, 5, 0], []), { passed: [0, 5, 0], kept: [] });
    assert.deepEqual(passUnchanged([1, 2, 0, 3, 2, 2], [0, 9, 0, 9]), { passed: [], kept: [1, 4, 0] });
  });

  it('of an ignored commit go where they are guessed to come from, in the order of the parent', () => {
    fc.assert(
      fc.property(suspects, fc.array(fc.tuple(fc.nat(60), fc.integer({ min: -1, max: 20 }))), (list, all) => {
        const origins = new Map(all);
        const { passed, kept } = passGuessed(list, origins);
        assertSorted(passed);
        const [there, here] = [eachLine(passed), eachLine(kept)];
        for (const [target, line] of eachLine(list)) {
          const origin = origins.get(line) ?? -1;
          assert.equal(there.get(target), origin < 0 ? undefined : origin);
          assert.equal(here.get(target), origin < 0 ? line : undefined);
        }
      }),
    );
  });

  it('that come from several children are gathered in order', () => {
    assert.deepEqual(
      gathered([
        [3, 1, 0],
        [0, 2, 7],
      ]),
      [0, 2, 7, 3, 1, 0],
    );
    assert.deepEqual(
      gathered([
        [2, 2, 2],
        [0, 2, 0],
        [2, 1, 9],
      ]),
      [0, 4, 0, 2, 1, 9],
    );
    const one = [5, 1, 0];
    assert.equal(gathered([one]), one);
  });
});
