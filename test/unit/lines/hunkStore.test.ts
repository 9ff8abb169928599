import assert from 'node:assert/strict';
import fc from 'fast-check';
import { HunkStore, readHunks, writeHunks } from '../../../src/core/lines/hunkStore';
import { VarintReader, VarintWriter } from '../../../src/core/lines/varints';

/** Hunks as a comparison gives them: in order, with unchanged lines between. */
const hunks: fc.Arbitrary<number[]> = fc
  .array(fc.tuple(fc.nat(300), fc.nat(40), fc.nat(40)), { maxLength: 6 })
  .map(all => {
    const made: number[] = [];
    let old = 0;
    let now = 0;
    for (const [unchanged, removed, added] of all) {
      if (removed + added === 0) continue;
      made.push(old + unchanged + 1, removed, now + unchanged + 1, added);
      old += unchanged + 1 + removed;
      now += unchanged + 1 + added;
    }
    return made;
  });
const entries = fc.array(fc.tuple(fc.nat(50), fc.nat(50), hunks), { maxLength: 60, size: 'max' });

describe('the hunks of pairs of blobs', () => {
  it('are found as they were put in first, and no others', () => {
    fc.assert(
      fc.property(entries, all => {
        const store = new HunkStore();
        const expected = new Map<string, number[]>();
        for (const [before, after, found] of all) {
          store.put(before, after, found);
          const key = `${before} ${after}`;
          if (!expected.has(key)) expected.set(key, found);
        }
        assert.equal(store.size, expected.size);
        for (let before = 0; before < 50; before++) {
          for (let after = 0; after < 50; after++) {
            const known = expected.get(`${before} ${after}`);
            assert.equal(store.has(before, after), known !== undefined);
            assert.deepEqual(store.get(before, after), known ?? null);
          }
        }
      }),
      { numRuns: 20 },
    );
  });

  it('are the same after they were stored, and more can be put in', () => {
    fc.assert(
      fc.property(entries, entries, (all, more) => {
        const store = new HunkStore();
        for (const [before, after, found] of all) store.put(before, after, found);
        const writer = new VarintWriter();
        writer.write(7);
        store.encode(writer);
        writer.write(9);
        const reader = new VarintReader(writer.bytes.slice());
        reader.read();
        const decoded = HunkStore.decode(reader);
        assert.equal(reader.read(), 9);
        assert.deepEqual([...store.entries(3)], [...store.entries()].slice(3));
        assert.deepEqual([...decoded.entries()], [...store.entries()]);
        for (const [before, after, found] of more) {
          store.put(before, after, found);
          decoded.put(before, after, found);
        }
        assert.deepEqual([...decoded.entries()], [...store.entries()]);
      }),
    );
  });

  it('are found among thousands', () => {
    const store = new HunkStore();
    for (let pair = 0; pair < 5000; pair++) store.put(pair, 5000 - pair, [pair, 1, pair, 2]);
    for (let pair = 0; pair < 5000; pair++) assert.deepEqual(store.get(pair, 5000 - pair), [pair, 1, pair, 2]);
    assert.equal(store.get(1, 1), null);
  });

  it('that are cut off are an error', () => {
    const store = new HunkStore();
    for (let pair = 0; pair < 4; pair++) store.put(pair, pair + 1, [200, 1, 200, 300]);
    const writer = new VarintWriter();
    store.encode(writer);
    for (let length = 0; length < writer.length; length++) {
      assert.throws(() => HunkStore.decode(new VarintReader(writer.bytes.slice(0, length))), RangeError, `${length}`);
    }
  });

  it('are written without their places, which follow from what is between', () => {
    fc.assert(
      fc.property(hunks, found => {
        const writer = new VarintWriter();
        writeHunks(writer, found);
        assert.deepEqual(readHunks(new VarintReader(writer.bytes)), found);
      }),
    );
  });
});
