import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readDocument } from '../../../src/core/runbooks/document';
import { markdownOutline } from '../../../src/core/runbooks/markdownOutline';

const outlined = (text: string): readonly string[] =>
  markdownOutline(text).headings.map(({ depth, text: said, line }) => `${depth} ${said} ${line}`);
const parsed = (text: string): readonly string[] =>
  readDocument(text)
    .headings.filter(({ text: said }) => said !== '')
    .map(({ depth, text: said, place }) => `${depth} ${said} ${place.line}`);

describe('The outline of a Markdown page', () => {
  it('has headings of both kinds without their markup', () => {
    const text =
      '# The [cart](a) `api` ##\r\n\r\nRestart\nit\n---\n## C# <br> at <https://example.org> {#c}\n#no\n    # no\n';
    assert.deepEqual(outlined(text), ['1 The cart api 1', '2 Restart it 3', '2 C# at https://example.org 6']);
  });

  it('has none of front matter, code, comments, items and tables', () => {
    const text = [
      ...['---', '# no', '---', '````', '```', '# no', '````', '~~~', '```', '# no', '~~~'],
      ...['<!--', '# no', '-->', '- item', '---', '', '| a |', '| --- |', '---', '> said', '---', '# Cart'],
    ].join('\n');
    assert.deepEqual(outlined(text), ['1 Cart 23']);
  });

  it('is that of the syntax tree, whatever lines follow each other', () => {
    const lines = [
      '# A',
      '## B #',
      'text',
      '---',
      '===',
      '',
      '```',
      '````',
      '~~~',
      '<!-- x',
      '-->',
      '    code',
      '> said',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...lines), { maxLength: 12 }), chosen => {
        // Behind a first line, since `---` there opens front matter.
        const text = ['# Page', ...chosen].join('\n');
        assert.deepEqual(outlined(text), parsed(text));
      }),
    );
  });

  it('of a hostile line costs no more than its length', () => {
    const line = `# a${' '.repeat(100_000)}b`;
    assert.deepEqual(outlined(`${line}\n${line}`), ['1 a 1', '1 a 2']);
  });
});
