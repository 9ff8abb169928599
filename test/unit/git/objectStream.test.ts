import assert from 'node:assert/strict';
import fc from 'fast-check';
import { GitError } from '../../../src/git/errors';
import { ObjectSplitter } from '../../../src/git/objectStream';

interface Answer {
  readonly type: string | null;
  readonly content: string | null;
  readonly size: number;
}

const one = '1'.repeat(40);

function printed(type: string, content: string, id = one): string {
  return `${id} ${type} ${content.length}\n${content}\n`;
}

/** The answers in chunks; `roomier` gives buffers with more room than was asked for. */
function split(chunks: readonly Buffer[], maxBytes = 1000, roomier = false): Answer[] {
  const splitter = new ObjectSplitter(maxBytes, roomier ? length => Buffer.alloc(length + 7, 'x') : undefined);
  const answers: Answer[] = [];
  for (const chunk of chunks) {
    for (const { type, content, size } of splitter.push(Buffer.from(chunk))) {
      answers.push({ type, content: content?.toString('latin1', 0, size) ?? null, size });
    }
  }
  splitter.finish();
  return answers;
}

const bytes = (text: string): Buffer => Buffer.from(text, 'latin1');
const endedEarly = (error: unknown): boolean => error instanceof GitError && /in the middle/.test(error.message);

describe('the stream of contents', () => {
  /** Contents that look like headers, ends of lines where they may be missed, one too large, one that is not here. */
  const all = [
    printed('blob', ''),
    printed('blob', 'a\n'),
    `${one} missing\n`,
    printed('blob', '\n\n\0\xff'),
    printed('blob', `${one} missing\n${one} blob 3`),
    printed('blob', 'x'.repeat(60)),
    printed('tree', '100644 a\0'),
    printed('blob', '', '2'.repeat(64)),
  ].join('');
  const answers: readonly Answer[] = [
    { type: 'blob', content: '', size: 0 },
    { type: 'blob', content: 'a\n', size: 2 },
    { type: null, content: null, size: 0 },
    { type: 'blob', content: '\n\n\0\xff', size: 4 },
    { type: 'blob', content: `${one} missing\n${one} blob 3`, size: 96 },
    { type: 'blob', content: null, size: 100 },
    { type: 'tree', content: '100644 a\0', size: 9 },
    { type: 'blob', content: '', size: 0 },
  ];
  const withLarge = all.replace(printed('blob', 'x'.repeat(60)), printed('blob', 'x'.repeat(100)));

  it('gives objects in the order they were asked for, and nothing of those that are missing or too large', () => {
    assert.deepEqual(split([bytes(withLarge)], 99), answers);
  });

  it('gives the same when its bytes are cut at any one or two places, or at every place', () => {
    const whole = bytes(withLarge);
    for (let first = 0; first <= whole.length; first++) {
      const chunks = [whole.subarray(0, first), whole.subarray(first)];
      assert.deepEqual(split(chunks, 99, first % 2 === 0), answers, `cut at ${first}`);
      const second = first + ((first * 7) % (whole.length - first + 1));
      const three = [whole.subarray(0, first), whole.subarray(first, second), whole.subarray(second)];
      assert.deepEqual(split(three, 99), answers, `cut at ${first} and ${second}`);
    }
    assert.deepEqual(
      split(
        Array.from(whole, byte => Buffer.from([byte])),
        99,
        true,
      ),
      answers,
    );
  });

  it('gives the same for random contents however they are cut', () => {
    const content = fc.uint8Array({ maxLength: 300 }).map(each => Buffer.from(each).toString('latin1'));
    fc.assert(
      fc.property(fc.array(content, { maxLength: 6 }), fc.array(fc.nat(2000), { maxLength: 8 }), (texts, places) => {
        const whole = bytes(texts.map(text => printed('blob', text)).join(''));
        const ends = [...places.filter(place => place < whole.length), whole.length].sort((a, b) => a - b);
        const chunks = ends.map((end, index) => whole.subarray(ends[index - 1] ?? 0, end));
        const found = split(chunks, 200);
        assert.deepEqual(
          found.map(({ content: text }) => text),
          texts.map(text => (text.length > 200 ? null : text)),
        );
      }),
    );
  });

  it('that ends in the middle of an object is an error', () => {
    const whole = bytes(withLarge);
    const ends = new Set([0]);
    for (let end = 0, rest = withLarge; rest !== ''; rest = withLarge.slice(end)) {
      const [header = '', size] = /^[^\n]* (?:blob|tree) (\d+)\n|^[^\n]* missing\n/.exec(rest) ?? [];
      end += header.length + (size === undefined ? 0 : Number(size) + 1);
      ends.add(end);
    }
    assert.equal(ends.size, 9);
    for (let length = 0; length < whole.length; length++) {
      const cut = (): Answer[] => split([whole.subarray(0, length)], 99);
      if (ends.has(length)) assert.doesNotThrow(cut);
      else assert.throws(cut, endedEarly, `${length} bytes`);
    }
  });

  it('that is something else is an error, not a content', () => {
    for (const odd of [
      'error: what\n',
      `${one} blob\n`,
      `${one} blob -1\n`,
      `${one} blob 1x\n`,
      '\n',
      `${one} ambiguous\n`,
    ]) {
      assert.throws(() => split([bytes(odd)]), GitError, JSON.stringify(odd));
    }
  });
});
