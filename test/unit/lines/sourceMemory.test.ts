import assert from 'node:assert/strict';
import fc from 'fast-check';
import { SourceMemory } from '../../../src/core/lines/sourceMemory';
import { VarintReader, VarintWriter } from '../../../src/core/lines/varints';

const number = fc.nat(300);
const file = fc.option(fc.record({ path: number, blob: number }, { noNullPrototype: true }));
const answers = fc.array(fc.record({ commit: number, parent: fc.nat(3), path: number, file }), { maxLength: 30 });
const question = (key: { commit: number; parent: number; path: number }) => ({
  ...key,
  blob: 0,
  lost: () => Promise.reject(new Error('It must not be asked.')),
});

describe('what is remembered of the sources of new files', () => {
  it('is the same after it was stored: where they come from, and that they come from nowhere', () => {
    fc.assert(
      fc.property(answers, all => {
        const memory = new SourceMemory();
        for (const answer of all) memory.put(answer, answer.file);
        const writer = new VarintWriter();
        memory.encode(writer);
        const reader = new VarintReader(writer.bytes);
        const decoded = SourceMemory.decode(reader);
        assert.equal(reader.at, writer.length);
        for (const answer of all) {
          assert.deepEqual(decoded.get(question(answer)), memory.get(question(answer)));
          assert.notEqual(decoded.get(question(answer)), undefined);
        }
        assert.equal(decoded.get(question({ commit: 999, parent: 0, path: 0 })), undefined);
      }),
    );
  });
});
