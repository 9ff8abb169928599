import assert from 'node:assert/strict';
import fc from 'fast-check';
import { AttributeParser } from '../../../src/git/attributes';
import { GitError } from '../../../src/git/errors';
import { decodePath } from '../../../src/git/paths';
import { RecordSplitter } from '../../../src/git/recordSplitter';
import { parseTreeRecord } from '../../../src/git/tree';
import { parseTree } from '../../../src/git/treeDifference';

/** Cuts bytes at the places given (fractions), so that every chunk is non-empty. */
function cut(bytes: Buffer, places: readonly number[]): Buffer[] {
  const ends = [...new Set(places.map(place => Math.floor(place * bytes.length))), bytes.length].sort((a, b) => a - b);
  let start = 0;
  const chunks: Buffer[] = [];
  for (const end of ends) {
    if (end > start) chunks.push(bytes.subarray(start, end));
    start = end;
  }
  return chunks;
}

const places = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 12 });
const bytes = (): fc.Arbitrary<Buffer> => fc.uint8Array({ maxLength: 40 }).map(array => Buffer.from(array));

describe('a path as text', () => {
  it('is itself when it is valid UTF-8', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        assert.equal(decodePath(Buffer.from(text)), text);
        assert.equal(decodePath(Buffer.from(text).toString('latin1')), text);
      }),
    );
  });

  it('shows each byte that is not UTF-8 as \\xNN', () => {
    assert.equal(decodePath(Buffer.from([0x63, 0x61, 0x66, 0xe9])), 'caf\\xE9');
    assert.equal(decodePath('caf\xe9.md'), 'caf\\xE9.md');
    assert.equal(decodePath(Buffer.from([0xc3, 0xa9, 0xff, 0xc3])), 'é\\xFF\\xC3');
    // A surrogate, and an overlong slash.
    assert.equal(decodePath(Buffer.from([0xed, 0xa0, 0x80, 0xc0, 0xaf])), '\\xED\\xA0\\x80\\xC0\\xAF');
  });

  it('exists for any bytes, and loses none of them', () => {
    fc.assert(
      fc.property(bytes(), buffer => {
        // A backslash in the name itself is what makes the text ambiguous.
        fc.pre(!buffer.includes(0x5c));
        const text = decodePath(buffer);
        assert.equal(decodePath(buffer.toString('latin1')), text);
        const parts = text.split(/\\x([0-9A-F]{2})/);
        const back = Buffer.concat(
          parts.map((part, index) => (index % 2 === 0 ? Buffer.from(part) : Buffer.from(part, 'hex'))),
        );
        assert.ok(back.equals(buffer));
      }),
      { numRuns: 500 },
    );
  });
});

describe('records that a NUL ends', () => {
  it('are the same wherever the stream is cut', () => {
    const record = bytes().map(buffer => Buffer.from(buffer.filter(byte => byte !== 0)));
    fc.assert(
      fc.property(fc.array(record), record, places, (records, rest, at) => {
        const stream = Buffer.concat([...records.flatMap(one => [one, Buffer.from([0])]), rest]);
        const splitter = new RecordSplitter();
        const found = cut(stream, at).flatMap(chunk => [...splitter.push(chunk)].map(one => Buffer.from(one)));
        assert.deepEqual(found, records);
        assert.ok(splitter.remainder().equals(rest));
      }),
    );
  });
});

describe('a record of ls-tree', () => {
  const sha = '4b825dc642cb6eb9a060e54bf8d69288fbee4904';

  it('keeps tabs, line feeds and spaces in the name', () => {
    const path = 'a\tb\nc => d "e"';
    const record = Buffer.from(`100644 blob ${sha}\t${path}`);
    assert.deepEqual(parseTreeRecord(record), { mode: '100644', sha, path, rawPath: path });
  });

  it('is refused when it is something else', () => {
    assert.throws(() => parseTreeRecord(Buffer.from('100644 blob')), GitError);
    assert.throws(() => parseTreeRecord(Buffer.from('100644 blob\tfile')), GitError);
  });
});

describe('a tree object', () => {
  const id = Buffer.alloc(20, 0xab);
  const item = (mode: string, name: string): Buffer => Buffer.concat([Buffer.from(`${mode} ${name}\0`, 'latin1'), id]);

  it('tells its entries by any name', () => {
    const sha = 'ab'.repeat(20);
    const tree = parseTree(Buffer.concat([item('100644', 'caf\xe9 a'), item('40000', 'b\n')]), 20);
    assert.deepEqual(
      [...tree],
      [
        ['caf\xe9 a', { mode: '100644', sha }],
        ['b\n', { mode: '40000', sha }],
      ],
    );
    assert.equal(parseTree(Buffer.alloc(0), 20).size, 0);
  });

  it('is refused when it ends in the middle', () => {
    for (let length = 1; length < item('100644', 'a').length; length++) {
      assert.throws(() => parseTree(item('100644', 'a').subarray(0, length), 20), GitError, String(length));
    }
  });
});

describe('the output of check-attr -z', () => {
  const read = (...records: string[]): ReadonlyMap<string, unknown> => {
    const parser = new AttributeParser();
    for (const record of records) parser.push(Buffer.from(record));
    return parser.finish(Buffer.alloc(0));
  };

  it('says yes, no or nothing of each file', () => {
    const files = read(
      ...['a', 'linguist-generated', 'set', 'a', 'linguist-vendored', 'false', 'a', 'binary', 'unset'],
      ...['b', 'linguist-vendored', 'true', 'b', 'binary', 'unspecified', 'c', 'binary', 'unspecified'],
    );
    assert.deepEqual(Object.fromEntries(files), {
      a: { generated: true, vendored: false, binary: false, diff: null },
      b: { generated: null, vendored: true, binary: null, diff: null },
    });
  });

  it('is refused when it ends in the middle', () => {
    assert.throws(() => read('a', 'binary'), GitError);
  });
});
