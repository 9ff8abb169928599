import assert from 'node:assert/strict';
import { lintPage } from '../../../../src/core/runbooks/lint/lintPage';
import type { PageRule, Rule } from '../../../../src/core/runbooks/lint/rule';
import { pageRules } from '../../../../src/core/runbooks/lint/rules';
import { partlyChecked } from '../../../../src/core/runbooks/lint/rules/partlyChecked';
import { silencedBy, silencingComment } from '../../../../src/core/runbooks/lint/silenced';
import { pageStart, placeOf } from '../../../../src/core/runbooks/place';
import { lintPageOf, lintText, messages, repositoryView } from './lintText';

/** Finds every paragraph. */
const paragraphs: Rule = {
  id: 'RB999',
  name: 'paragraph',
  severity: 'warning',
  types: ['procedure'],
  needs: 'page',
  check: ({ document: { tree } }) =>
    (tree?.children ?? [])
      .filter(({ type }) => type === 'paragraph')
      .map(node => ({ place: placeOf(node), data: { at: placeOf(node).line } })),
  text: ({ at }, translate) => translate('A paragraph on line {at}.', { at: at ?? '' }),
};

describe('Linting a page', () => {
  it('gives what a rule finds with its severity, its range and its sentence', () => {
    assert.deepEqual(
      lintText(paragraphs, '\r\none\r\ntwo\r\n').map(({ finding }) => finding),
      [
        {
          rule: 'RB999',
          severity: 'warning',
          path: 'docs/runbooks/page.md',
          ...{ line: 2, column: 1, endLine: 3, endColumn: 4 },
          message: 'A paragraph on line 2.',
          data: { at: 2 },
        },
      ],
    );
  });

  it('leaves out types that a rule does not look at, and rules that are off', () => {
    assert.deepEqual(lintText(paragraphs, 'one', { type: 'hub' }), []);
    assert.deepEqual(lintText(paragraphs, 'one', { severities: new Map([['RB999', 'off']]) }), []);
    assert.deepEqual(lintText({ ...paragraphs, severity: 'off' }, 'one'), []);
    const [asked] = lintText({ ...paragraphs, severity: 'off' }, 'one', { severities: new Map([['RB999', 'hint']]) });
    assert.equal(asked?.finding.severity, 'hint');
  });

  it('asks rules about the repository only where there is one', () => {
    const rule: Rule = { ...paragraphs, needs: 'repository' };
    assert.deepEqual(lintText(rule, 'one'), []);
    assert.equal(lintText(rule, 'one', { repository: repositoryView() }).length, 1);
  });

  it('is silent where a comment of the page says so', () => {
    const lines = (text: string): readonly string[] =>
      messages(lintText(paragraphs, text)).map(each => each.split(':')[0] ?? '');
    assert.deepEqual(
      lines('one\n\n<!-- single-points-disable RB999 -->\n\ntwo\n\n<!-- single-points-enable -->\n\nthree\n'),
      ['1'],
    );
    assert.deepEqual(lines('<!-- single-points-disable-next-line RB001, RB999 -- known -->\none\n\ntwo\n').length, 1);
    assert.deepEqual(lines('<!-- single-points-disable RB001 -->\n\none\n'), ['3']);
    assert.deepEqual(lines('one <!-- single-points-disable-line -->\n\ntwo\n'), ['3']);
    assert.deepEqual(lines('{/* single-points-disable RB999 */}\n\none\n'), []);
  });

  it('says when only a part of a page was checked', () => {
    const rules = [paragraphs];
    const huge = lintText([partlyChecked, ...rules], `${'word '.repeat(60_000)}\n`);
    assert.deepEqual(
      huge.map(({ finding }) => finding.rule),
      ['RB000', 'RB999'],
    );
    let now = 0;
    const slow = lintPage(lintPageOf('one'), null, { rules, severities: new Map(), clock: () => (now += 1_000) });
    assert.deepEqual(
      slow.map(({ finding }) => finding.rule),
      ['RB000'],
    );
  });
});

describe('A finding', () => {
  const lines: PageRule = {
    id: 'RB999',
    name: 'line',
    severity: 'hint',
    types: ['procedure'],
    needs: 'page',
    check: ({ text }) =>
      text.split('\n').map((_, index) => ({ place: { ...pageStart, line: index + 1, endLine: index + 1 }, data: {} })),
    text: () => 'A line.',
  };

  it('tells in what it stands, where a comment would be text', () => {
    const text = '---\na: b\n---\n\none\n\n- ```sh\n  ls\n  ```\n\n| a |\n|---|\n| b |\n\nend\n';
    const kinds = lintText(lines, text).map(({ within }) => within?.kind ?? '');
    assert.equal(kinds.join(' '), 'frontMatter frontMatter frontMatter    code code code  table table table   ');
    assert.equal(lintText(lines, text)[7]?.within?.place.endLine, 9);
  });
});

describe('A comment that silences a rule', () => {
  it('is understood in the kind of file it is for', () => {
    for (const path of ['a.md', 'a.mdx', 'rules.yaml', 'chart/templates/x.tpl', 'a.jsonnet']) {
      const comment = silencingComment(path, 'disable-next-line', 'RB050') ?? '';
      assert.ok(silencedBy(`${comment}\nx`)('RB050', 2), path);
      const around = `${silencingComment(path, 'disable', 'RB050')}\nx\n${silencingComment(path, 'enable', 'RB050')}\ny`;
      const isSilent = silencedBy(around);
      assert.deepEqual([isSilent('RB050', 2), isSilent('RB050', 4)], [true, false], path);
    }
    assert.equal(silencingComment('dashboard.json', 'disable', 'RB050'), null);
  });
});

describe('The rules', () => {
  it('have ids and names of their own, and are in order', () => {
    const ids = pageRules.map(({ id }) => id);
    assert.deepEqual(ids, [...new Set(ids)].sort());
    assert.ok(ids.every(id => /^RB\d{3}$/.test(id)));
    assert.equal(new Set(pageRules.map(({ name }) => name)).size, pageRules.length);
  });
});
