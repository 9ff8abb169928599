import assert from 'node:assert/strict';
import fc from 'fast-check';
import { deadLink } from '../../../../src/core/runbooks/lint/rules/deadLink';
import { applied, lintText, messages, repositoryView } from './lintText';

const other = '# Restart\n\n## Roll back & wait\n\n## Steps\n';

function found(text: string, paths: readonly string[] = [], path = 'docs/runbooks/page.md') {
  const texts = new Map([
    [path, text],
    ['docs/runbooks/other.md', other],
    ['.gitignore', 'generated/\n*.log\n'],
  ]);
  const repository = repositoryView({ paths: new Set([path, 'docs/runbooks/other.md', ...paths]), texts });
  return lintText(deadLink, text, { path, repository });
}

const said = (...given: Parameters<typeof found>): readonly string[] => messages(found(...given));

describe('RB040, a link that leads nowhere', () => {
  it('is said of links, pictures, definitions and HTML, with the path that is meant', () => {
    const text = '[a](gone.md) ![b](./img/x.png)\n\n[c]\n\n[c]: ../d.md\n\n<p>\n<img src="y.png"></p>\n';
    assert.deepEqual(said(text), [
      '1: There is no file docs/runbooks/gone.md here.',
      '1: There is no file docs/runbooks/img/x.png here.',
      '5: There is no file docs/d.md here.',
      '8: There is no file docs/runbooks/y.png here.',
    ]);
  });

  it('is said of anchors on the page and on others, by the rules of GitHub', () => {
    assert.deepEqual(said('# A\n\n[a](#b) [c](other.md#d) [e](other.md#roll-back--wait) [f](#a) [g](other.md#L3)\n'), [
      '3: There is no heading with the anchor #b on this page.',
      '3: There is no heading with the anchor #d on docs/runbooks/other.md.',
    ]);
  });

  it('is not said of files, folders, encoded names, and what is elsewhere', () => {
    const links = [
      ...['other.md', './other.md?raw=1', '/docs/runbooks/other.md', '../runbooks', '../runbooks/', 'my%20page.md'],
      ...['https://example.org/x', 'mailto:a@example.org', '//example.org', 'example.com/x', '{{ url }}', '<%= x %>'],
      ...['../../../other/x.md', '../../issues/4', '/manual/x.html', '', '#', '#top', 'x.log', 'generated/a.md'],
      ...['../../sub/module/x.md', '/'],
    ];
    const text = links.map(link => `[a](<${link}>)`).join('\n\n');
    assert.deepEqual(said(text, ['docs/runbooks/my page.md', 'sub/module']), []);
  });

  it('understands addresses of site generators', () => {
    const paths = ['mkdocs.yml', 'docs/a/b.md', 'docs/c/index.md', 'docs/img/x.png'];
    const links = [
      '../../a/b/',
      '../a/b',
      '../a/b.html',
      '../c/',
      '/a/b',
      'somewhere',
      '/img/x.png',
      '../../img/x.png',
    ];
    assert.deepEqual(said(links.map(link => `[a](${link})`).join('\n\n'), paths), []);
    assert.equal(said('[a](../a/gone.md)', paths).length, 1);
    const source = ['config/tech-docs.yml', 'source/x.html.md.erb'];
    assert.deepEqual(said('[a](x.html) [b](/x.html)', source, 'source/runbooks.html.md.erb'), []);
  });

  it('leaves labels of Sphinx and pages that take others in alone', () => {
    assert.deepEqual(said('[a](#any:label)', ['docs/conf.py']), []);
    assert.deepEqual(said('<%= partial "x" %>\n\n[a](#b)'), []);
    assert.deepEqual(said('##Title\n\n[a](#title)'), []);
  });

  it('says when only the case differs, and mends it', () => {
    const text = '[a](Other.md#steps)\n';
    const [finding] = found(text);
    assert.equal(
      finding?.finding.message,
      'There is no file docs/runbooks/Other.md here; docs/runbooks/other.md differs in upper and lower case.',
    );
    assert.equal(finding && applied(text, finding), '[a](other.md#steps)\n');
  });

  it('offers the file that was moved, and the nearest anchor', () => {
    const moved = found('[move.md](move.md)', ['docs/old/move.md'])[0];
    assert.equal(moved?.fixes[0]?.safe, true);
    assert.equal(moved && applied('[move.md](move.md)', moved), '[move.md](../old/move.md)');
    assert.deepEqual(found('[a](move.md)', ['docs/old/move.md', 'docs/a/move.md'])[0]?.fixes[0]?.safe, undefined);
    const anchor = found('[a](other.md#roll-back-wait)')[0];
    assert.equal(anchor && applied('[a](other.md#roll-back-wait)', anchor), '[a](other.md#roll-back--wait)');
    assert.equal(found('[a](other.md#stepps)')[0]?.fixes[0]?.safe, false);
    assert.deepEqual(found('[a](other.md#zebra)')[0]?.fixes, []);
  });

  it('never throws, whatever a link holds', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), link => {
        found(`[a](${link}) <img src="${link}">\n\n[b]: ${link}`);
      }),
      { numRuns: 60 },
    );
  });
});
