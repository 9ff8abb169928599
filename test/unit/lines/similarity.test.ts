import assert from 'node:assert/strict';
import { hasCrLf, looksLikeText, pieces, renameScore, similarity } from '../../../src/core/lines/similarity';

const bytes = (text: string): Uint8Array => Buffer.from(text, 'latin1');

describe('the similarity of contents', () => {
  it('leaves out the carriage returns of a text, and counts those of what an attribute calls binary', () => {
    const unix = pieces(bytes('one\ntwo\nthree\n'), true, true);
    const windows = bytes('one\r\ntwo\r\nthree\r\n');
    assert.ok(similarity(unix, pieces(windows, true, true), renameScore) > renameScore);
    assert.equal(similarity(unix, pieces(windows, false, true), renameScore), 0);
  });

  it('takes a NUL among the first 8,000 bytes for binary', () => {
    assert.equal(looksLikeText(bytes('a\0b')), false);
    assert.equal(looksLikeText(bytes(`${'a'.repeat(8000)}\0`)), true);
  });

  it('finds line ends of two bytes, not lone carriage returns', () => {
    assert.equal(hasCrLf(bytes('a\rb\r')), false);
    assert.equal(hasCrLf(bytes('a\rb\r\n')), true);
  });
});
