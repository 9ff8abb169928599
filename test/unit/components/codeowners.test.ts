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

  it('tolerates the sections of GitLab', () => {
    const rules = parseCodeowners('[Docs][2] @docs-team\ndocs/\n^[Code]\nsrc/ @dev\nmisc/');
    assert.deepEqual(
      rules.rules.map(rule => [rule.section, rule.owners.join()]),
      [
        ['Docs', '@docs-team'],
        ['Code', '@dev'],
        ['Code', ''],
      ],
    );
    assert.equal(rules.ownersOf('docs/a/b')?.section, 'Docs');
  });

  it('answers for any text and any path', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (text, path) => parseCodeowners(text).ownersOf(path) !== undefined),
    );
  });
});
