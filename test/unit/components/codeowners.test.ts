import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseCodeowners } from '../../../src/core/components/codeowners';

describe('CODEOWNERS', () => {
  const ownersOf = (text: string, path: string): string | undefined =>
    parseCodeowners(text).ownersOf(path)?.owners.join(' ');

  it('lets the last matching rule count', () => {
    const file =
      '# everyone\n* @org/all\n*.js @js # inline\n/build/logs/ @doctocat\ndocs/* docs@example.com\napps/ @octocat\n';
    assert.equal(ownersOf(file, 'a/b/c.js'), '@js');
    assert.equal(ownersOf(file, 'build/logs/x/y.txt'), '@doctocat');
    assert.equal(ownersOf(file, 'x/build/logs/y.txt'), '@org/all');
    assert.equal(ownersOf(file, 'docs/start.md'), 'docs@example.com');
    assert.equal(ownersOf(file, 'docs/build/trouble.md'), '@org/all');
    assert.equal(ownersOf(file, 'x/apps/y/z.md'), '@octocat');
    assert.equal(parseCodeowners(file).ownersOf('apps/a')?.line, 6);
  });

  it('takes a path for the folder, too, and anchors what has a slash', () => {
    assert.equal(ownersOf('/src/pay @a', 'src/pay/deep/x.ts'), '@a');
    assert.equal(ownersOf('src/pay @a', 'lib/src/pay/x.ts'), undefined);
    assert.equal(ownersOf('**/logs @a', 'deep/logs/x'), '@a');
    assert.equal(ownersOf('/apps/*-service/ @a', 'apps/pay-service/x/y'), '@a');
  });

  it('takes a path with a slash at its end for a folder only, and a slash alone for everything', () => {
    assert.equal(ownersOf('logs/ @a', 'logs'), undefined);
    assert.equal(ownersOf('logs/ @a', 'deep/logs/x'), '@a');
    assert.equal(ownersOf('/ @a', 'x/y'), '@a');
  });

  it('lets the last rule count among those with and without wildcards, whatever their order', () => {
    assert.equal(ownersOf('/src/pay/ @a\n*.ts @b\nx.js @c', 'src/pay/x.ts'), '@b');
    assert.equal(ownersOf('*.ts @b\n/src/pay/ @a\nx.js @c', 'src/pay/x.ts'), '@a');
    assert.equal(ownersOf('*.js @b\n/src/ @a\nx.js @c', 'src/pay/x.js'), '@c');
  });

  it('reads escaped spaces and characters that mean nothing here', () => {
    assert.equal(ownersOf('my\\ docs/ @a', 'my docs/x'), '@a');
    assert.equal(ownersOf('/app/[id]/(shop) @a', 'app/[id]/(shop)/x'), '@a');
    assert.equal(ownersOf('!x @a', 'x'), undefined);
  });

  it('takes owners away with a rule that names none', () => {
    assert.equal(ownersOf('* @a\n/gen/', 'gen/x'), '');
  });

  it('reads the sections of GitLab: owners of their rules, approvals, and what is optional', () => {
    const read = parseCodeowners('* @all\n[Docs][2] @docs-team\ndocs/\n^[Code]\nsrc/ @dev\nmisc/');
    assert.deepEqual(
      read.rules.map(rule => [rule.section, rule.owners.join(), rule.ownersFrom]),
      [
        [null, '@all', null],
        ['Docs', '@docs-team', 2],
        ['Code', '@dev', null],
        ['Code', '', null],
      ],
    );
    assert.deepEqual(
      read.sections.map(({ name, isOptional, approvals, line }) => [name, isOptional, approvals, line]),
      [
        ['Docs', false, 2, 2],
        ['Code', true, 1, 4],
      ],
    );
    assert.equal(read.ownersOf('docs/a/b')?.section, 'Docs');
  });

  it('looks at each section for itself, those of one name together', () => {
    const read = parseCodeowners('* @all\n*.md @writers\n[Docs]\ndocs/ @docs\n[Code]\nsrc/ @dev\n[docs]\n*.md @later');
    const owners = (path: string): readonly string[] => read.rulesOf(path).map(rule => rule.owners.join());
    assert.deepEqual(owners('docs/a.md'), ['@writers', '@later']);
    assert.deepEqual(owners('docs/a.png'), ['@all', '@docs']);
    assert.deepEqual(owners('src/a.ts'), ['@all', '@dev']);
    assert.deepEqual(
      parseCodeowners('* @all\nsrc/ @dev')
        .rulesOf('src/a')
        .map(rule => rule.owners.join()),
      ['@dev'],
    );
  });

  it('takes the groups of Bitbucket and the roles of GitLab for owners, and a definition of a group for no rule', () => {
    const read = parseCodeowners('@@@Devs @ann @ben\n*.ts @@Devs\n/config/ @@maintainer');
    assert.deepEqual(
      read.rules.map(rule => [rule.pattern, rule.owners.join()]),
      [
        ['*.ts', '@@Devs'],
        ['/config/', '@@maintainer'],
      ],
    );
  });

  it('answers for any text and any path', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (text, path) => parseCodeowners(text).ownersOf(path) !== undefined),
    );
  });
});
