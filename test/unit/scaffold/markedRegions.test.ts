import assert from 'node:assert/strict';
import fc from 'fast-check';
import { markedRegions, regionLines, withRegions } from '../../../src/core/scaffold/markedRegions';

const idsIn = (source: string): string[] => markedRegions(source).map(({ id }) => id);
const page = (lines: readonly string[], lineBreak = '\n'): string => lines.join(lineBreak);

describe('Marked regions of a page', () => {
  it('are found at the level of the page and in items of a list', () => {
    const source = page([
      '# Page',
      ...regionLines('first', ['old']),
      '- [ ] Do it',
      ...regionLines('second', ['- old']).map(line => `  ${line}`),
      '  - Who: somebody',
    ]);
    assert.deepEqual(idsIn(source), ['first', 'second']);
    assert.equal(
      withRegions(source, new Map([['second', ['- new', '', 'and this']]])),
      source.replace('  - old\n', '  - new\n\n  and this\n'),
    );
  });

  it('are not taken from code, quotations or lines of text, nor without their end', () => {
    const [begin = '', , end = ''] = regionLines('a', ['x']);
    assert.deepEqual(idsIn(page(['```', begin, 'x', end, '```'])), []);
    assert.deepEqual(idsIn(page([`> ${begin}`, '> x', `> ${end}`])), []);
    assert.deepEqual(idsIn(page([`Like ${begin} and ${end}.`])), []);
    assert.deepEqual(idsIn(page([begin, 'x'])), []);
    assert.deepEqual(idsIn(page([begin, ...regionLines('b', ['x']), end])), ['b']);
    assert.deepEqual(idsIn(page([begin, 'x', '', '- item', '', `  ${end}`])), []);
  });

  it('of one id twice: the first counts', () => {
    const source = page([...regionLines('a', ['x']), '', ...regionLines('a', ['y'])]);
    assert.equal(withRegions(source, new Map([['a', ['z']]])), source.replace('x', 'z'));
  });

  it('keep the rest of the page to the byte, and written twice are as written once', () => {
    const human = fc.array(
      fc.constantFrom('text', '', '- [x] done', '  - Evidence: abc', '> quoted', '\ttab', 'ä 🌊'),
      {
        maxLength: 4,
      },
    );
    const body = fc.array(fc.constantFrom('made', '', '- a made item', 'made *too*'), { maxLength: 3 });
    const shape = fc.record({
      before: human,
      between: human,
      behind: human,
      body,
      next: body,
      lineBreak: fc.constantFrom('\n', '\r\n'),
      mark: fc.constantFrom('', '\uFEFF'),
      end: fc.constantFrom('', '\n', '\r\n'),
    });
    fc.assert(
      fc.property(shape, ({ before, between, behind, body: old, next, lineBreak, mark, end }) => {
        // A blank line ends what a person wrote above: below a list item it would be in the item.
        const parts = (first: readonly string[], second: readonly string[]): string =>
          mark +
          page(
            [
              ...before,
              ...['', '# Heading', ...regionLines('one', first), '', ...between, '', '# Next'],
              ...[...regionLines('two', second), '', ...behind],
            ],
            lineBreak,
          ) +
          end;
        const bodies = new Map([
          ['one', next],
          ['two', old],
        ]);
        const written = withRegions(parts(old, next), bodies);
        assert.equal(written, parts(next, old));
        assert.equal(withRegions(written, bodies), written);
      }),
    );
  });
});
