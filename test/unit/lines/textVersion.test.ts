import assert from 'node:assert/strict';
import fc from 'fast-check';
import { countLines } from '../../../src/core/lines/textVersion';
import { contents, linesOf, pairs, said, Texts, withoutSpace } from './texts';

describe('a content cut into lines', () => {
  it('has a number for each line, the same for lines that differ in white space alone', () => {
    fc.assert(
      fc.property(contents, contents, (one, other) => {
        const texts = new Texts();
        const numbers = new Map<string, number>();
        for (const content of [one, other]) {
          const { lineCount, ids, starts } = texts.read(content);
          const lines = linesOf(content);
          assert.equal(lineCount, lines.length);
          assert.equal(countLines(Buffer.from(`${content}\n\n`, 'latin1'), content.length), lines.length);
          assert.equal(starts[lineCount], content.length);
          let place = 0;
          lines.forEach((line, index) => {
            assert.equal(starts[index], place);
            place += line.length;
            const key = withoutSpace(line);
            if (!numbers.has(key)) numbers.set(key, ids[index] ?? -1);
            assert.equal(ids[index], numbers.get(key));
          });
        }
        assert.equal(new Set(numbers.values()).size, numbers.size);
      }),
    );
  });

  it('forgets its lines when the table does, however many they were', () => {
    const texts = new Texts();
    const many = Array.from({ length: 70_000 }, (_, line) => `line ${line}\n`).join('');
    assert.equal(new Set(texts.read(many).ids.subarray(0, 70_000)).size, 70_000);
    texts.table.clear();
    assert.equal(texts.table.size, 0);
    assert.deepEqual(said(texts.read('b\na\nb\n')), { size: 6, lineCount: 3, starts: [0, 2, 4, 6], ids: [0, 1, 0] });
  });

  it('is the same when it is derived from another as when it is read from nothing', () => {
    fc.assert(
      fc.property(pairs, ([one, other]) => {
        const texts = new Texts();
        const known = texts.read(one);
        const before = said(known);
        const derived = texts.derive(other, known);
        assert.deepEqual(said(derived), said(texts.read(other)));
        assert.deepEqual(said(known), before);
        assert.deepEqual(said(texts.derive(one, derived)), before);
      }),
      { numRuns: 1500 },
    );
  });

  it('is the same after a whole row of versions, each derived from the one before', () => {
    fc.assert(
      fc.property(fc.array(pairs, { minLength: 2, maxLength: 6 }), all => {
        const texts = new Texts();
        let known = texts.read('');
        for (const content of all.flat()) {
          known = texts.derive(content, known);
          assert.deepEqual(said(known), said(texts.read(content)));
        }
      }),
      { numRuns: 200 },
    );
  });

  it('shares whole lines at both ends with another, and they never overlap', () => {
    fc.assert(
      fc.property(pairs, ([one, other]) => {
        const texts = new Texts();
        const { prefixLines, suffixLines, tailLines } = texts.ends(texts.read(one), other);
        const [ours, theirs] = [linesOf(one), linesOf(other)];
        assert.ok(prefixLines + suffixLines <= Math.min(ours.length, theirs.length));
        assert.deepEqual(ours.slice(0, prefixLines), theirs.slice(0, prefixLines));
        assert.deepEqual(ours.slice(ours.length - suffixLines), theirs.slice(theirs.length - suffixLines));
        assert.deepEqual(ours.slice(ours.length - tailLines), theirs.slice(theirs.length - tailLines));
      }),
      { numRuns: 1500 },
    );
  });

  it('shares no line with what goes on where it ends', () => {
    const ends = (one: string, other: string): number[] => {
      const texts = new Texts();
      const { prefixLines, suffixLines } = texts.ends(texts.read(one), other);
      return [prefixLines, suffixLines];
    };
    assert.deepEqual(ends('a\nb', 'a\nbc\n'), [1, 0]);
    assert.deepEqual(ends('a\nb', 'a\nb\n'), [1, 0]);
    assert.deepEqual(ends('b\n', 'ab\n'), [0, 0]);
    assert.deepEqual(ends('', 'a\n'), [0, 0]);
    assert.deepEqual(ends('a\n', ''), [0, 0]);
    assert.deepEqual(ends('a\na\na\n', 'a\na\n'), [2, 0]);
    assert.deepEqual(ends('a\nb\nc', 'a\nx\nc'), [1, 1]);
  });
});
