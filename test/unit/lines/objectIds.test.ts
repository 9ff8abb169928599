import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { ObjectIds } from '../../../src/core/lines/objectIds';

const hexOf = (number: number, length: 20 | 32): string =>
  createHash(length === 20 ? 'sha1' : 'sha256')
    .update(`${number}`)
    .digest('hex');
const lengths = fc.constantFrom<(20 | 32)[]>(20, 32);

describe('a set of object ids', () => {
  it('numbers them as they come, and each once', () => {
    fc.assert(
      fc.property(lengths, fc.array(fc.nat(400), { maxLength: 600, size: 'max' }), (length, picks) => {
        const ids = new ObjectIds(length);
        const expected = new Map<string, number>();
        for (const pick of picks) {
          const hex = hexOf(pick, length);
          if (!expected.has(hex)) expected.set(hex, expected.size);
          const asHex = pick % 2 === 0;
          assert.equal(asHex ? ids.addHex(hex) : ids.add(Buffer.from(`00${hex}`, 'hex'), 1), expected.get(hex));
        }
        assert.equal(ids.size, expected.size);
        assert.equal(Buffer.from(ids.packed).toString('hex'), [...expected.keys()].join(''));
        for (const [hex, number] of expected) {
          assert.equal(ids.hex(number), hex);
          assert.equal(Buffer.from(ids.at(number)).toString('hex'), hex);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('compares them by their bytes, and gives some of them in any order', () => {
    for (const length of [20, 32] as const) {
      const ids = new ObjectIds(length);
      const all = Array.from({ length: 50 }, (_, index) => hexOf(index, length));
      for (const hex of all) ids.addHex(hex);
      const numbers = all.map((_, index) => index).sort((a, b) => ids.compare(a, b));
      assert.equal(Buffer.from(ids.pick(numbers)).toString('hex'), [...all].sort().join(''));
      assert.equal(ids.compare(7, 7), 0);
    }
  });

  it('keeps hundreds apart, also those that begin alike', () => {
    const ids = new ObjectIds(20);
    const all = Array.from(
      { length: 900 },
      (_, index) => `abcd${'0'.repeat(28)}${index.toString(16).padStart(8, '0')}`,
    );
    for (const [number, hex] of all.entries()) assert.equal(ids.addHex(hex), number);
    for (const [number, hex] of all.entries()) assert.equal(ids.addHex(hex), number);
    assert.equal(ids.size, all.length);
  });

  it('takes many at once, and finds them and what was there before', () => {
    fc.assert(
      fc.property(lengths, fc.nat(700), fc.nat(700), (length, before, more) => {
        const ids = new ObjectIds(length);
        for (let index = 0; index < before; index++) ids.addHex(hexOf(index, length));
        const packed = Array.from({ length: more }, (_, index) => hexOf(before + index, length)).join('');
        ids.addAll(Buffer.from(packed, 'hex'));
        assert.equal(ids.size, before + more);
        for (let index = 0; index < before + more + 2; index++) assert.equal(ids.addHex(hexOf(index, length)), index);
      }),
      { numRuns: 20 },
    );
  });
});
