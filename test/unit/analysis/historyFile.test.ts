import assert from 'node:assert/strict';
import fc from 'fast-check';
import { decodeHistory, encodeHistory, type KnownHistory } from '../../../src/analysis/historyFile';
import { History } from '../../../src/core/history/history';
import { ann, ben, shaAt, type WrittenCommit, writeHistory } from '../history/writtenHistory';

const origin = { head: 'f'.repeat(40), renames: 'content', shallow: 'abc\n', missing: ['a'.repeat(40)] };
const additions = { paths: ['evil', 'gone'], commits: 2, found: [{ sha: 'a'.repeat(40), path: 'evil', from: 'b' }] };

const encoded = (known: KnownHistory): Buffer => Buffer.concat(encodeHistory(known));
const known = (commits: readonly WrittenCommit[]): KnownHistory => ({
  history: writeHistory(commits),
  origin,
  additions,
});

/** Every column, and the tables. */
function contents(history: History): unknown {
  return Object.fromEntries(
    Object.entries(history).map(([name, value]) => {
      const column = value as { values?: Iterable<number> };
      return [name, column.values && typeof column.values !== 'function' ? [...column.values] : value];
    }),
  );
}

const example: readonly WrittenCommit[] = [
  { author: ann, changes: ['A grün/日本', 'A b'] },
  { author: ben, trailers: [['coAuthor', ann]], changes: ['R b c', 'mode c'], repair: true },
  { author: ben, parents: [0, 1] },
];

describe('a stored history', () => {
  it('comes back as it was, with what it was read from', () => {
    const change = fc.constantFrom('A a', 'M b', 'D a', 'R a c', 'R100 b "d"\n', 'mode a');
    const commit = fc.record({
      author: fc.tuple(fc.string(), fc.string()),
      on: fc.nat(),
      parents: fc.array(fc.nat(9), { maxLength: 3 }),
      trailers: fc.array(fc.tuple(fc.constant('reviewer' as const), fc.constant(ben)), { maxLength: 2 }),
      changes: fc.array(change, { maxLength: 4 }),
    });
    fc.assert(
      fc.property(fc.array(commit, { maxLength: 6 }), commits => {
        const before = known(commits);
        const after = decodeHistory(encoded(before));
        assert.deepEqual(contents(after.history), contents(before.history));
        assert.deepEqual([after.origin, after.additions], [origin, additions]);
      }),
    );
  });

  it('can be continued, with known paths and people found again', () => {
    const { history } = decodeHistory(encoded(known(example)));
    const paths = history.paths.length;
    history.commit(shaAt(9), history.signature(...ann), 2 ** 33, history.signature(...ann), 2 ** 33);
    history.change(77, history.path('c'), -1, false);
    assert.deepEqual([history.commitCount, history.paths.length, history.signatures.length], [4, paths, 2]);
    assert.equal(history.authorTimes.at(3), 2 ** 33);
  });

  it('keeps object ids of SHA-256', () => {
    const history = new History(32);
    const person = history.signature(...ann);
    history.commit(new Uint8Array(32).fill(0xab), person, 1, person, 2);
    const after = decodeHistory(encoded({ history, origin, additions })).history;
    assert.equal(after.shaOf(0), 'ab'.repeat(32));
  });

  it('is refused when it was cut anywhere, or is longer', () => {
    const bytes = encoded(known(example));
    for (let length = 0; length < bytes.length; length++) {
      assert.throws(() => decodeHistory(bytes.subarray(0, length)), `cut after ${length} bytes`);
    }
    assert.throws(() => decodeHistory(Buffer.concat([bytes, Buffer.from([0])])));
  });

  it('is refused when its columns do not agree', () => {
    const bytes = encoded(known(example));
    const headerLength = bytes.readUInt32LE(0);
    const header = JSON.parse(bytes.toString('utf8', 4, 4 + headerLength)) as { lengths: number[] };
    header.lengths.forEach((length, column) => {
      if (length === 0) return;
      const lengths = header.lengths.with(column, 0);
      const json = Buffer.from(JSON.stringify({ ...header, lengths }));
      const prefix = Buffer.alloc(4);
      prefix.writeUInt32LE(json.length);
      const start = 4 + headerLength + header.lengths.slice(0, column).reduce((sum, each) => sum + each, 0);
      const body = [bytes.subarray(4 + headerLength, start), bytes.subarray(start + length)];
      assert.throws(() => decodeHistory(Buffer.concat([prefix, json, ...body])), `without column ${column}`);
    });
  });

  it('is refused when it is something else', () => {
    for (const text of ['', 'abc', 'this is not what was written', '\x02\0\0\0{}', '\x04\0\0\0null']) {
      assert.throws(() => decodeHistory(Buffer.from(text)), JSON.stringify(text));
    }
  });
});
