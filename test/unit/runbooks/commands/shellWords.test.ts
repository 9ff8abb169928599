import assert from 'node:assert/strict';
import fc from 'fast-check';
import { commandsOfLine } from '../../../../src/core/runbooks/commands/shellWords';

const words = (line: string): readonly (readonly string[])[] =>
  commandsOfLine(line).map(command => command.map(({ text }) => text));

describe('A line of shell', () => {
  it('is commands between operators and the brackets of a subshell', () => {
    assert.deepEqual(words('a 1 && b | c; d & e || f'), [['a', '1'], ['b'], ['c'], ['d'], ['e'], ['f']]);
    assert.deepEqual(words('(cd web && make build)'), [
      ['cd', 'web'],
      ['make', 'build'],
    ]);
  });

  it('is words whose quotes and backslashes are resolved, up to a comment', () => {
    assert.deepEqual(words(`a 'b c' "d \\"e" f\\ g x'y'"z" # h`), [['a', 'b c', 'd "e', 'f g', 'xyz']]);
    assert.deepEqual(words('a#b #c'), [['a#b']]);
  });

  it('goes on behind a backslash, and ends a quote that is never closed', () => {
    assert.deepEqual(words('a \\\n  b "c\\\nd"'), [['a', 'b', 'cd']]);
    assert.deepEqual(words('# a \\\nb'), [['b']]);
    assert.deepEqual(words(`a 'b; c`), [['a', 'b; c']]);
    assert.deepEqual(words('a \\'), [['a']]);
  });

  it('keeps what is substituted and where output goes in the word', () => {
    assert.deepEqual(words('a $(b | c (d)) `e; f` <(g h) x=(1 2)'), [
      ['a', '$(b | c (d))', '`e; f`', '<(g h)', 'x=(1 2)'],
    ]);
    assert.deepEqual(words('a >/dev/null 2>&1 &>b'), [['a', '>/dev/null', '2>&1', '&>b']]);
  });

  it('tells where each word stands, whatever the line is', () => {
    const line = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(fc.constantFrom(...'ab \'"\\\n$(`)&|;>#')).map(letters => letters.join('')),
    );
    fc.assert(
      fc.property(line, text => {
        let end = 0;
        for (const { text: word, from, to } of commandsOfLine(text).flat()) {
          assert.ok(end <= from && from < to && to <= text.length);
          if (!/['"\\]/.test(text.slice(from, to))) assert.equal(text.slice(from, to), word);
          end = to;
        }
      }),
    );
  });
});
