import assert from 'node:assert/strict';
import { parseCommitOrigin } from '../../../src/git/commitOrigin';

const parse = (text: string) => parseCommitOrigin(Buffer.from(text, 'latin1'));
const [one, other] = ['1'.repeat(40), '2'.repeat(40)];

describe('a commit object', () => {
  it('says its parents in order, and when it was committed', () => {
    const people = 'author Ann <a@example.org> 5 +0000\ncommitter B > C <c@example.org> 1700000000 +0100\n';
    assert.deepEqual(parse(`tree ${one}\nparent ${one}\nparent ${other}\n${people}\nMerge\n`), {
      parents: [one, other],
      time: 1700000000,
    });
  });

  it('is not taken for what its message says', () => {
    const message = `parent ${one}\ncommitter X <x@example.org> 9 +0000\n`;
    assert.deepEqual(parse(`tree ${one}\ncommitter X <x@example.org> -7 +0000\n\n${message}`), {
      parents: [],
      time: -7,
    });
  });

  it('may be older than all else where it does not say when', () => {
    assert.deepEqual(parse(`tree ${one}\nparent ${other}`), { parents: [other], time: 0 });
  });
});
