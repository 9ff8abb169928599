import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { checkAttributes } from '../../../src/git/attributes';
import { readBlobs } from '../../../src/git/blobs';
import { GitError } from '../../../src/git/errors';
import { type Git, isAtLeast } from '../../../src/git/git';
import { listTree } from '../../../src/git/tree';
import { commitFiles, git, repositoryWith, TemporaryFolder, thisGit } from './temporaryRepository';

describe('what is in a repository', () => {
  const temporary = new TemporaryFolder();
  let found: Git;

  before(async () => {
    found = await thisGit;
  });
  after(() => temporary.remove());

  it('is listed with every name as it is, from any folder', async () => {
    const names = ['a b', 'a => b', '"quoted"', "it's", 'tab\there', 'line\nfeed', '日本/ü', '-dash', 'back\\slash'];
    const root = temporary.folder('names');
    repositoryWith(root, {});
    commitFiles(root, [...names.map(name => [name, name] as const), [Buffer.from('caf\xe9', 'latin1'), 'x']], 'Names');
    const tree = await listTree(found, temporary.folder('names', 'sub'), 'HEAD');
    assert.deepEqual(tree.map(entry => entry.path).sort(), [...names, 'caf\\xE9'].sort());
    assert.ok(tree.every(({ mode, sha }) => mode === '100644' && sha.length === 40));
  });

  it('is listed with its kinds: executable, link, submodule', async () => {
    const root = temporary.folder('kinds');
    const head = repositoryWith(root, { plain: 'x' });
    const sha = git(root, ['rev-parse', 'HEAD:plain']).trim();
    git(root, ['update-index', '--index-info'], `100755 ${sha}\trun\n120000 ${sha}\tlink\n160000 ${head}\tmodule\n`);
    git(root, ['commit', '-q', '-m', 'Kinds']);
    const tree = await listTree(found, root, 'main');
    assert.deepEqual(
      tree.map(entry => [entry.path, entry.mode]),
      [
        ['link', '120000'],
        ['module', '160000'],
        ['plain', '100644'],
        ['run', '100755'],
      ],
    );
    const blobs = await readBlobs(found, root, [head], { maxBytes: 10_000 });
    assert.equal(blobs.notBlobs, 1);
  });

  it('is not listed for what is no revision', async () => {
    const root = temporary.folder('revisions');
    git(root, ['init', '-q']);
    await assert.rejects(listTree(found, root, 'HEAD'), reason('noCommits'));
    commitFiles(root, [], 'First');
    await assert.rejects(listTree(found, root, 'nope'), reason('unknownRevision'));
    await assert.rejects(listTree(found, root, '--name-only'), reason('unknownRevision'));
    assert.deepEqual(await listTree(found, root, 'HEAD'), []);
  });

  it('is read by id: any bytes, SHA-256 too, the missing and the large counted', async () => {
    for (const format of ['sha1', 'sha256']) {
      const root = temporary.folder(format);
      const nul = 'a\0b\r\n\n';
      const large = 'x'.repeat(300_000);
      repositoryWith(root, { empty: '', nul, large, larger: `${large}y` }, `--object-format=${format}`);
      const tree = await listTree(found, root, 'HEAD');
      const id = (name: string): string => tree.find(entry => entry.path === name)?.sha ?? '';
      const ids = [...tree.map(({ sha }) => sha), id('nul'), 'f'.repeat(id('nul').length)];
      const blobs = await readBlobs(found, root, ids, { maxBytes: 300_000 });
      assert.equal(blobs.contents.get(id('empty'))?.length, 0);
      assert.equal(blobs.contents.get(id('nul'))?.toString(), nul);
      assert.equal(blobs.contents.get(id('large'))?.toString(), large);
      assert.deepEqual([blobs.contents.size, blobs.missing, blobs.tooLarge], [3, 1, 1]);
      assert.equal((await readBlobs(found, root, [], { maxBytes: 1 })).contents.size, 0);
      await assert.rejects(readBlobs(found, root, ['HEAD'], { maxBytes: 1 }), reason('unknownRevision'));
    }
  });

  it('is not fetched when a partial clone lacks it: what is here is read, the rest is counted', async () => {
    const source = temporary.folder('source');
    repositoryWith(source, { here: 'here', away: 'away', 'far/away': 'far' });
    git(source, ['config', 'uploadpack.allowFilter', 'true']);
    git(source, ['config', 'uploadpack.allowAnySHA1InWant', 'true']);
    git(temporary.path, ['clone', '-q', '--filter=blob:none', '--no-checkout', `file://${source}`, 'partial']);
    const clone = path.join(temporary.path, 'partial');
    const missing = (): string[] =>
      git(clone, ['rev-list', '--objects', '--missing=print', 'HEAD'])
        .split('\n')
        .filter(line => line.startsWith('?'));
    assert.equal(missing().length, 3);
    // This one is fetched, by the test.
    git(clone, ['cat-file', '-p', 'HEAD:here']);
    assert.equal(missing().length, 2);
    const tree = await listTree(found, clone, 'HEAD');
    const ids = tree.map(({ sha }) => sha);
    const blobs = await readBlobs(found, clone, ids, { maxBytes: 100 });
    assert.deepEqual([...blobs.contents.values()].map(String), ['here']);
    assert.equal(blobs.missing, 2);
    assert.equal(missing().length, 2, 'nothing was fetched');
  });

  describe('has attributes', () => {
    const attributes =
      '*.pb.go linguist-generated\nvendor/** linguist-vendored=true\ndocs/* linguist-vendored=false\n*.png binary\n';
    const paths = ['x.pb.go', 'vendor/a/b', 'docs/tab\there', 'logo.png', 'plain'];
    const expected = {
      'x.pb.go': { generated: true, vendored: null, binary: null, diff: null },
      'vendor/a/b': { generated: null, vendored: true, binary: null, diff: null },
      'docs/tab\there': { generated: null, vendored: false, binary: null, diff: null },
      'logo.png': { generated: null, vendored: null, binary: true, diff: false },
    };

    it('in its work tree', async () => {
      const root = temporary.folder('attributes');
      repositoryWith(root, {});
      writeFileSync(path.join(root, '.gitattributes'), attributes);
      const answer = await checkAttributes(found, { root, bare: false, revision: null, paths });
      assert.equal(answer.known, true);
      assert.deepEqual(Object.fromEntries(answer.files), expected);
      const none = await checkAttributes(found, { root, bare: false, revision: null, paths: [] });
      assert.equal(none.files.size, 0);
    });

    it('for more files than a pipe holds', async () => {
      const root = temporary.folder('attributes');
      const many = Array.from({ length: 20_000 }, (_, index) => `folder/number ${index}.png`);
      const answer = await checkAttributes(found, { root, bare: false, revision: null, paths: many });
      assert.equal(answer.files.size, many.length);
    });

    it('in a bare repository if git can tell, and says when it cannot', async () => {
      const root = temporary.folder('with attributes');
      repositoryWith(root, { '.gitattributes': attributes });
      const bare = path.join(temporary.path, 'attributes.git');
      git(temporary.path, ['clone', '-q', '--bare', root, bare]);
      const answer = await checkAttributes(found, { root: bare, bare: true, revision: null, paths });
      assert.equal(answer.known, isAtLeast(found.version, [2, 40, 0]));
      assert.deepEqual(Object.fromEntries(answer.files), answer.known ? expected : {});
    });
  });
});

function reason(expected: string): (cause: unknown) => boolean {
  return cause => cause instanceof GitError && cause.reason === expected;
}
