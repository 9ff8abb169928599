import assert from 'node:assert/strict';
import fc from 'fast-check';
import { ownPlaces } from '../../../../src/core/runbooks/alerts/ownPlaces';
import { targetFiles, targetOf } from '../../../../src/core/runbooks/alerts/target';

const paths = new Set([
  'docs/runbooks/disk.md',
  'docs/runbooks/index.md',
  'ops/rules.yaml',
  'ops/slow disk.md',
  'content/runbooks/general/DiskFull.md',
]);

/** What a runbook that is written so leads to, in short. */
function target(
  text: string,
  {
    remotes = ['github.com/acme/shop'],
    texts = {},
  }: { readonly remotes?: readonly string[]; readonly texts?: Record<string, string> } = {},
): string {
  const found = targetOf(
    text,
    'ops/rules.yaml',
    targetFiles(paths, ownPlaces(remotes, new Map(Object.entries(texts)), paths)),
  );
  if ('path' in found)
    return `${found.kind} ${found.path}${'fragment' in found && found.fragment !== null ? `#${found.fragment}` : ''}`;
  return 'url' in found ? `${found.kind} ${found.url}` : found.kind;
}

describe('Where the runbook of an alert is', () => {
  it('is not said by a placeholder', () => {
    for (const text of [
      '',
      'TODO',
      'todo: write it',
      'TBD',
      '<link>',
      'N/A',
      '-',
      'None',
      'https://example.org/wiki#TODO',
      'https://todo',
    ]) {
      assert.equal(target(text), 'placeholder', text);
    }
  });

  it('is not known before templates are filled in, and not in prose', () => {
    for (const text of [
      'https://example.org/{{ $labels.x }}',
      '$(RUNBOOKS)/disk',
      'https://example.org/%s',
      'Ask the database team',
      'DiskFull',
    ]) {
      assert.equal(target(text), 'unknown', text);
    }
  });

  it('is no link where a URL lacks its scheme', () => {
    assert.equal(target('go.example.org/disk'), 'malformed https://go.example.org/disk');
    assert.equal(target('www.example.org'), 'malformed https://www.example.org');
    assert.equal(target('//example.org/disk'), 'malformed https://example.org/disk');
    assert.equal(target('https:/example.org/disk'), 'malformed https://example.org/disk');
    assert.equal(target('https//example.org/disk'), 'malformed https://example.org/disk');
  });

  it('is a file of this repository, by path from the root, from the rule file, or without its extension', () => {
    assert.equal(target('docs/runbooks/disk.md#full'), 'file docs/runbooks/disk.md#full');
    assert.equal(target('/docs/runbooks/disk.md'), 'file docs/runbooks/disk.md');
    assert.equal(target('../docs/runbooks/disk'), 'file docs/runbooks/disk.md');
    assert.equal(target('docs/runbooks/'), 'folder docs/runbooks');
    assert.equal(target('docs/runbooks/gone.md'), 'missing docs/runbooks/gone.md');
    assert.equal(target('runbook.md'), 'missing runbook.md');
    assert.equal(target('other/place'), 'unknown');
  });

  it('is a file of this repository by its URL on a forge', () => {
    const github = 'https://github.com/acme/shop';
    assert.equal(target(`${github}/blob/main/docs/runbooks/disk.md#full`), 'file docs/runbooks/disk.md#full');
    assert.equal(target(`${github}/tree/release/1.2/docs/runbooks/disk.md`), 'file docs/runbooks/disk.md');
    assert.equal(target(`${github}/blob/main/ops/slow%20disk.md`), 'file ops/slow disk.md');
    assert.equal(
      target('https://raw.githubusercontent.com/acme/shop/main/docs/runbooks/disk.md'),
      'file docs/runbooks/disk.md',
    );
    assert.equal(target(`${github}/blob/main/docs/runbooks/gone.md`), 'missing docs/runbooks/gone.md');
    assert.equal(
      target('https://git.example.org/ops/team/shop/-/blob/main/docs/runbooks/gone.md', {
        remotes: ['git.example.org/ops/team/shop'],
      }),
      'missing docs/runbooks/gone.md',
    );
  });

  it('is a file of this repository on a forge of their own, whatever its host is called', () => {
    const remotes = ['code.example.org/acme/shop'];
    const page = 'docs/runbooks/disk.md';
    for (const place of ['blob/main', 'blame/main', 'src/branch/main', 'src/commit/0a1b2c3'])
      assert.equal(target(`https://code.example.org/acme/shop/${place}/${page}`, { remotes }), `file ${page}`);
    const gone = 'https://code.example.org/acme/shop/blob/main/docs/runbooks/gone.md';
    assert.equal(target(gone, { remotes }), 'missing docs/runbooks/gone.md');
    assert.equal(target(gone.replace('shop', 'other'), { remotes }), 'external');
    assert.equal(target('https://www.example.org/acme/shop/tree/docs/runbooks/gone.md', { remotes }), 'external');
  });

  it('is elsewhere, and not looked at, in another repository', () => {
    assert.equal(target('https://github.com/acme/runbooks/blob/main/docs/runbooks/gone.md'), 'external');
    assert.equal(target('https://github.com/acme/runbooks/blob/main/docs/runbooks/disk.md'), 'external');
    assert.equal(target('https://wiki.example.org/disk'), 'external');
  });

  it('is in this repository for a fork of what the URL names', () => {
    assert.equal(
      target('https://github.com/other/shop/blob/main/docs/runbooks/gone.md'),
      'missing docs/runbooks/gone.md',
    );
  });

  it('is in this repository where its module or its own links say so', () => {
    const gone = 'https://github.com/acme/shop/blob/main/docs/runbooks/gone.md';
    assert.equal(target(gone, { remotes: [] }), 'external');
    assert.equal(
      target(gone, { remotes: [], texts: { 'go.mod': 'module github.com/acme/shop/v2\n' } }),
      'missing docs/runbooks/gone.md',
    );
    const readme = 'See [disk](https://github.com/acme/shop/blob/main/docs/runbooks/disk.md).';
    assert.equal(target(gone, { remotes: [], texts: { 'README.md': readme } }), 'missing docs/runbooks/gone.md');
    assert.equal(
      target('https://github.com/acme/shop/blob/main/docs/runbooks/disk.md', { remotes: [] }),
      'file docs/runbooks/disk.md',
    );
  });

  it('is a page of a site that this repository publishes', () => {
    const texts = { 'config.yaml': 'title: Runbooks\nbaseURL: https://runbooks.example.org/\n' };
    assert.equal(
      target('https://runbooks.example.org/runbooks/general/diskfull', { texts }),
      'file content/runbooks/general/DiskFull.md',
    );
    assert.equal(
      target('https://runbooks.example.org/runbooks/general/gone/', { texts }),
      'missing content/runbooks/general/gone.md',
    );
    assert.equal(
      target('https://runbooks.example.org/runbooks/other/gone', { texts }),
      'missing content/runbooks/other/gone.md',
    );
    assert.equal(target('https://runbooks.example.org/tags/disk', { texts }), 'external');
    assert.equal(target('https://runbooks.example.org/about', { texts }), 'external');
    assert.equal(
      target('https://other.example.org/runbooks/general/diskfull'),
      'file content/runbooks/general/DiskFull.md',
    );
    assert.equal(target('https://other.example.org/runbooks/general/gone'), 'external');
  });

  it('never makes a text throw', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), text => target(text) !== ''));
    fc.assert(fc.property(fc.webUrl({ withFragments: true }), text => target(text) !== ''));
  });
});
