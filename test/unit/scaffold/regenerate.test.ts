import assert from 'node:assert/strict';
import fc from 'fast-check';
import { markedPage } from '../../../src/core/scaffold/markers';
import { isMarkedPage, regenerated, regeneration } from '../../../src/core/scaffold/regenerate';
import type { Section } from '../../../src/core/scaffold/section';
import { stubText } from '../../../src/core/scaffold/stub';

const sections: readonly Section[] = [
  {
    id: 'look',
    title: 'First look',
    said: ['- State: `ps` (`a:1`)', '- Logs: `logs` (`a:2`)'],
    asked: ['- [ ] x: y?'],
  },
  { id: 'undo', title: 'Undo', said: [], asked: ['- [ ] x: how?'] },
  { id: 'ask', title: 'Questions', said: null, asked: ['- [ ] x: z?'] },
];
const page = stubText('Cart', ['---', 'type: service', '---'], '2026-03-04', sections);
const again = (text: string, newer: readonly Section[] = sections): string =>
  regenerated(text, regeneration(text, newer));
const saying = (id: string, said: readonly string[]): readonly Section[] =>
  sections.map(section => (section.id === id ? { ...section, said } : section));

/** The lines between markers, by section, and everything else as one text. */
function parts(text: string): { readonly said: ReadonlyMap<string, string>; readonly rest: string } {
  const { passages } = markedPage(text);
  const said = new Map(passages.map(({ id, start, end }) => [id, text.slice(start, end)]));
  const rest = passages.reduceRight((left, { start, end }) => left.slice(0, start) + left.slice(end), text);
  return { said, rest };
}

/** What people do to a page outside of the markers. */
const human = fc.array(
  fc.oneof(
    fc.string(),
    fc.string({ unit: 'binary' }),
    fc.constantFrom('# h', '- [x] done', '<!-- note -->', '', '  ', '| a | b |', '\t', '---', 'ünï 😀', '`x`', '> q'),
  ),
  { maxLength: 6 },
);

/** The page with lines put before, between and behind its sections. */
function edited(lines: readonly string[], lineEnd: string, mark: boolean, finalNewline: boolean): string {
  const added = lines.map(line => line.replace(/[\r\n]/g, ' ').replace(/^ {0,3}(?:`{3}|~{3}|<!--)/, 'x'));
  const text = page
    .replace('# Cart', () => ['# Cart', ...added].join('\n'))
    .replace('## Undo', () => [...added, '## Taken back'].join('\n'));
  const whole = [text.trimEnd(), ...added].join('\n') + (finalNewline ? '\n' : '');
  return (mark ? '\uFEFF' : '') + whole.replaceAll('\n', lineEnd);
}

describe('A page that is drafted again', () => {
  it('stays as it is where the repository says the same', () => {
    assert.deepEqual(regeneration(page, sections), { changes: [], left: [] });
  });

  it('differs in exactly the lines whose facts changed', () => {
    const text = again(page, saying('look', ['- State: `ps` (`a:1`)', '- Logs: `logs` (`b:9`)']));
    const [was, is] = [page.split('\n'), text.split('\n')];
    assert.equal(is.length, was.length);
    assert.deepEqual(
      is.filter((line, at) => line !== was[at]),
      ['- Logs: `logs` (`b:9`)'],
    );
    assert.match(
      again(page, saying('undo', ['- Back: `undo` (`c:3`)'])),
      /section=undo -->\n\n- Back: `undo` \(`c:3`\)\n\n<!--/,
    );
    assert.equal(again(again(page, saying('undo', ['- Back'])), sections), page);
  });

  it('keeps every human edit outside of its markers, to the character', () => {
    fc.assert(
      fc.property(human, fc.constantFrom('\n', '\r\n'), fc.boolean(), fc.boolean(), (lines, lineEnd, mark, final) => {
        const text = edited(lines, lineEnd, mark, final);
        const newer = saying('look', ['- Other', '- Lines']);
        const result = again(text, newer);
        assert.equal(parts(result).rest, parts(text).rest);
        assert.equal(parts(result).said.get('look'), ['', '- Other', '- Lines', '', ''].join(lineEnd));
        assert.equal(again(result, newer), result);
      }),
    );
  });

  it('never gets a section twice, whatever lines are lost or doubled; what is damaged is left alone and named', () => {
    const lines = page.split('\n');
    const newer = saying('look', ['- New']);
    fc.assert(
      fc.property(fc.array(fc.nat(lines.length - 1), { maxLength: 4 }), fc.nat(lines.length - 1), (lost, doubled) => {
        const text = lines
          .flatMap((line, at) => (lost.includes(at) ? [] : at === doubled ? [line, line] : [line]))
          .join('\n');
        const { changes, left } = regeneration(text, newer);
        const result = again(text, newer);
        assert.equal(result.split('- New').length - 1, changes.filter(({ section }) => section === 'look').length);
        const whole = new Set(markedPage(text).passages.map(({ id }) => id));
        assert.deepEqual(
          left,
          sections.filter(({ id, said }) => said !== null && !whole.has(id)).map(({ title }) => title),
        );
        if (left.includes('First look')) assert.ok(!result.includes('- New'));
        assert.equal(again(result, newer), result);
      }),
    );
  });

  it('has no markers in blocks of code, and is none without markers', () => {
    assert.ok(isMarkedPage(page));
    assert.ok(
      !isMarkedPage(
        '# Cart\n\n```md\n<!-- single-points:begin section=look -->\n<!-- single-points:end section=look -->\n```\n',
      ),
    );
    assert.ok(!isMarkedPage(''));
  });

  it('cannot be steered by what is generated', () => {
    const said = ['```', '<!-- single-points:end section=look -->', '## Undo', '```'];
    const text = again(page, saying('look', said));
    assert.deepEqual(markedPage(text).damaged, []);
    assert.equal(markedPage(text).passages.length, 2);
    assert.equal(again(text, saying('look', said)), text);
  });

  it('survives any text', () => {
    const piece = fc.oneof(
      fc.string(),
      fc.constantFrom(
        '\n',
        '\r',
        '```\n',
        '<!-- single-points:begin section=look -->\n',
        '<!-- single-points:end section=look -->',
        '<!-- single-points:begin -->\n',
        '\uFEFF',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece), pieces => {
        const text = pieces.join('');
        assert.equal(again(again(text)), again(text));
      }),
    );
  });
});
