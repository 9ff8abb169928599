import assert from 'node:assert/strict';
import fc from 'fast-check';
import { unzigzag, VarintReader, VarintWriter, zigzag } from '../../../src/core/lines/varints';

const numbers = fc.oneof(fc.nat(300), fc.integer({ min: 0, max: 2 ** 32 - 1 }));
const tooEarly = /^RangeError: The stored lines end too early\.$/;

function written(values: readonly number[]): Uint8Array {
  const writer = new VarintWriter();
  for (const value of values) writer.write(value);
  return writer.bytes;
}

describe('numbers in a few bytes', () => {
  it('are read as they were written', () => {
    fc.assert(
      fc.property(fc.array(numbers), values => {
        const reader = new VarintReader(written(values));
        assert.deepEqual(
          values.map(() => reader.read()),
          values,
        );
        assert.throws(() => reader.read(), tooEarly);
      }),
    );
  });

  it('take a byte for seven bits', () => {
    for (const [value, bytes] of [
      [0, 1],
      [127, 1],
      [128, 2],
      [16_383, 2],
      [16_384, 3],
      [2 ** 32 - 1, 5],
    ] as const) {
      assert.equal(written([value]).length, bytes, `${value}`);
    }
  });

  it('are followed by what starts at a multiple of so many bytes', () => {
    fc.assert(
      fc.property(fc.array(numbers, { maxLength: 9 }), fc.constantFrom(1, 4, 8), (values, size) => {
        const writer = new VarintWriter();
        for (const value of values) writer.write(value);
        writer.align(size);
        assert.equal(writer.length % size, 0);
        assert.ok(writer.length - written(values).length < size);
        writer.append(Uint8Array.of(9, 8, 7));
        const reader = new VarintReader(writer.bytes);
        for (const value of values) assert.equal(reader.read(), value);
        reader.align(size);
        assert.deepEqual([...reader.take(3)], [9, 8, 7]);
      }),
    );
  });

  it('stand between bytes that are taken over, however many', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(numbers, fc.uint8Array({ maxLength: 6000, size: 'max' })), { maxLength: 6 }),
        parts => {
          const writer = new VarintWriter();
          for (const [value, bytes] of parts) {
            writer.write(value);
            writer.append(bytes);
          }
          assert.equal(writer.length, writer.bytes.length);
          const reader = new VarintReader(writer.bytes.slice());
          for (const [value, bytes] of parts) {
            assert.equal(reader.read(), value);
            assert.deepEqual(new Uint8Array(reader.take(bytes.length)), bytes);
          }
          assert.equal(reader.at, writer.length);
        },
      ),
      { numRuns: 30 },
    );
  });

  it('that are cut off are an error, wherever that is', () => {
    const bytes = written([5, 300, 2 ** 31]);
    for (let length = 0; length < bytes.length; length++) {
      const reader = new VarintReader(bytes.subarray(0, length));
      assert.throws(() => [reader.read(), reader.read(), reader.read()], tooEarly, `${length} bytes`);
    }
    assert.throws(() => new VarintReader(bytes).take(bytes.length + 1), tooEarly);
  });

  it('are written and read many at once as one by one', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.nat(2 ** 31 - 1), { maxLength: 3000, size: 'max' }), { maxLength: 3 }),
        lists => {
          const writer = new VarintWriter();
          for (const list of lists) writer.writeAll(Int32Array.from(list));
          assert.deepEqual(writer.bytes, written(lists.flat()));
          const reader = new VarintReader(writer.bytes);
          for (const list of lists) assert.deepEqual([...reader.readAll(list.length)], list);
          assert.equal(reader.at, writer.length);
        },
      ),
      { numRuns: 30 },
    );
    const bytes = written([5, 300, 2 ** 30]);
    for (let length = 0; length < bytes.length; length++) {
      assert.throws(() => new VarintReader(bytes.subarray(0, length)).readAll(3), tooEarly, `${length} bytes`);
    }
    assert.throws(() => new VarintReader(bytes).readAll(2 ** 32 - 1), tooEarly);
  });

  it('are small where they are near 0, whatever their sign', () => {
    assert.deepEqual([0, -1, 1, -2, 2].map(zigzag), [0, 1, 2, 3, 4]);
    fc.assert(fc.property(fc.integer(), value => assert.equal(unzigzag(zigzag(value)), value)));
  });
});
