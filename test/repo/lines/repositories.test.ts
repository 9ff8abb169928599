import assert from 'node:assert/strict';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { isAtLeast } from '../../../src/git/git';
import { SnapshotStore } from '../../../src/store/snapshotStore';
import { blamed } from '../../support/blame';
import type { BuiltRepository } from '../../support/builtRepository';
import type { FileChange } from '../../support/repositoryBuilder';
import { RepositoryBuilder } from '../../support/repositoryBuilder';
import { ann, at, ben, cleo, Repositories, text } from '../analysis/analyse';
import { described, differences } from './agreement';
import { plainGit } from './lineEngine';
import { linesByPath, type OwnedOptions, ownedLines } from './ownedLines';

describe('line ownership of odd repositories', () => {
  const repositories = new Repositories();
  after(() => repositories.dispose());

  const owned = async (
    repository: BuiltRepository,
    options?: OwnedOptions,
  ): Promise<Record<string, (string | null)[]>> => linesByPath(await ownedLines(repository, options));
  const storeOf = (repository: BuiltRepository): Promise<SnapshotStore> =>
    SnapshotStore.open(path.join(repository.home, 'store'));

  /** Asks blame about every line; answers the paths that have some. */
  const assertAsBlame = async (repository: BuiltRepository, options: OwnedOptions = {}): Promise<string[]> => {
    const asked = blamed(repository);
    try {
      const head = await repository.git('rev-parse', 'HEAD');
      const ownership = await ownedLines(repository, options);
      const found = await differences(asked, head, ownership);
      assert.deepEqual(found, [], described(found));
      return ownership.files.map(file => file.path);
    } finally {
      asked.shells.dispose();
    }
  };

  const threeCommits = (): Promise<BuiltRepository> =>
    repositories.of(
      [
        { files: { a: text('one'), kept: text('kept') } },
        { author: ben, files: { b: { rename: 'a', content: `${text('two', 5)}${text('one')}` } } },
        { author: cleo, files: { b: `${text('two', 5)}${text('one')}${text('three', 3)}` } },
      ],
      { checkout: true },
    );

  it('has no file where there is none, and no lines where all are gone', async () => {
    assert.deepEqual(await owned(await repositories.of([{ files: {} }])), {});
    const blank = await repositories.of([
      ...[{ files: { a: '' } }, { files: { b: '' } }],
      ...[{ files: { a: 'x\n', b: null } }, { files: { a: '' } }],
    ]);
    assert.deepEqual(await owned(blank), { a: [] });
    assert.deepEqual(await assertAsBlame(blank), ['a']);
  });

  it('with grafts is as blame says, and an old store is not trusted', async () => {
    const repository = await threeCommits();
    const store = await storeOf(repository);
    await assertAsBlame(repository, { store });
    const [head, root] = [await repository.git('rev-parse', 'HEAD'), await repository.git('rev-parse', 'HEAD~2')];
    await mkdir(path.join(repository.gitFolder, 'info'), { recursive: true });
    await writeFile(path.join(repository.gitFolder, 'info', 'grafts'), `${head} ${root}\n`);
    await assertAsBlame(repository, { store });
    assert.deepEqual(new Set(Object.values(await owned(repository, { store })).flat()), new Set([head, root]));
    await owned(repository, { store, head: await repository.git('rev-parse', 'HEAD~1') });
    await assertAsBlame(repository, { store });
  });

  it('with replaced commits and contents is as blame says, and an old store is not trusted', async () => {
    const repository = await threeCommits();
    const store = await storeOf(repository);
    const before = await owned(repository, { store });
    await repository.git('replace', '--graft', 'HEAD~1');
    await assertAsBlame(repository, { store });
    assert.notDeepEqual(await owned(repository, { store }), before);
    await repository.git('replace', '-d', await repository.git('rev-parse', 'HEAD~1'));
    assert.deepEqual(await owned(repository, { store }), before);
    await repository.git('replace', '-f', 'HEAD~1:b', 'HEAD:kept');
    await assertAsBlame(repository, { store });
  });

  it('leaves links and submodules out, and takes pointers to large files for text', async () => {
    const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${'4'.repeat(64)}\nsize 12345\n`;
    const repository = await repositories.of([
      { files: { link: { symlink: 'a' }, submodule: { submodule: '1'.repeat(40) }, 'large.bin': pointer, a: 'a\n' } },
      { author: ben, files: { 'large.bin': pointer.replace('12345', '54321'), link: { symlink: 'b' } } },
    ]);
    assert.deepEqual(await assertAsBlame(repository), ['a', 'large.bin']);
    const [first, second] = [await repository.git('rev-parse', 'HEAD~1'), await repository.git('rev-parse', 'HEAD')];
    assert.deepEqual((await owned(repository))['large.bin'], [first, first, second]);
  });

  it('knows nothing of files that are too large to be read, nor of lines behind such, and all of the others', async () => {
    const large = Buffer.alloc(33 * 1024 * 1024, 'one more line of a file that is large\n');
    const files = { small: text('small'), large: text('large'), was: text('was') };
    const repository = await repositories.of([
      { files },
      { author: ben, files: { large, was: large } },
      { author: cleo, files: { small: `${text('small')}more\n`, was: text('was', 22) } },
    ]);
    const lines = await owned(repository);
    const [first, last] = [await repository.git('rev-parse', 'HEAD~2'), await repository.git('rev-parse', 'HEAD')];
    assert.deepEqual(Object.keys(lines), ['small', 'was']);
    assert.deepEqual(lines['small'], [...Array(20).fill(first), last]);
    assert.deepEqual(lines['was'], Array(22).fill(null));
    const store = await storeOf(repository);
    assert.deepEqual(await owned(repository, { store }), lines);
    assert.deepEqual(await owned(repository, { store }), lines);
  });

  describe('takes for text what git does', () => {
    const files = {
      ...{ 'nul.text': 'a\0b\nc\n', 'plain.binary': 'a\nb\n', 'plain.none': 'a\nb\n', 'nul.plain': 'a\0b\n' },
      ...{
        late: `${'a\n'.repeat(4001)}\0\n`,
        early: `${'a\n'.repeat(3999)}\0\n`,
        driver: 'a\0\n',
        language: 'a\0\n',
        lines: 'a\n',
        'sub/nul.text': '\0\n',
      },
    };
    const rules = '*.text diff\n*.binary binary\n*.none -diff\ndriver diff=own\nlanguage diff=cpp\nlines diff=cpp\n';
    const expected = ['late', 'lines', 'nul.text', 'sub/nul.text'];

    it('by the attributes of the tree', async () => {
      const repository = await repositories.of(
        [
          { files: { ...files, '.gitattributes': rules, 'sub/.gitattributes': 'nul.text !diff\n' } },
          { author: ben, files: { 'nul.text': 'a\0b\nd\n', 'plain.none': 'a\nc\n' } },
        ],
        { checkout: true },
      );
      assert.deepEqual(await assertAsBlame(repository), [
        ...['.gitattributes', 'late', 'lines', 'nul.text', 'sub/.gitattributes'],
      ]);
    });

    it('by the attributes of the repository alone', async () => {
      const repository = await repositories.of([{ files }, { author: ben, files: { 'nul.text': 'a\0b\nd\n' } }]);
      await mkdir(path.join(repository.gitFolder, 'info'), { recursive: true });
      await writeFile(path.join(repository.gitFolder, 'info', 'attributes'), rules);
      assert.deepEqual(await assertAsBlame(repository), expected);
    });

    it('without a work tree, where this git can tell', async function () {
      if (!isAtLeast((await plainGit()).version, [2, 40, 0])) this.skip();
      const repository = await repositories.of([{ files: { ...files, '.gitattributes': rules } }], { checkout: true });
      const all = Object.keys(await owned(await repository.bareClone()));
      assert.deepEqual(all, Object.keys(await owned(repository)));
    });
  });

  it('knows files by any name', async () => {
    const names = [
      ...[
        'line\nfeed',
        'tab\t',
        'quo"te',
        'back\\slash',
        'a => b',
        '{a => b}/c',
        'caf\xe9',
        '\xff',
        '\xc3\xa4',
        ' ',
        '-w',
      ],
      ...[':(top)a', '*', '\xef\xbb\xbfmark', '\r', '\x7f', 'a/b/c/d'],
    ];
    const named = (change: (name: string, index: number) => FileChange): [Uint8Array, FileChange][] =>
      names.map((name, index) => [Buffer.from(name, 'latin1'), change(name, index)]);
    for (const objectFormat of ['sha1', 'sha256'] as const) {
      const builder = new RepositoryBuilder({ objectFormat });
      builder.commit({ author: ann, date: at(0), files: named((_, index) => text(`file ${index}`, 4)) });
      builder.commit({
        ...{ author: ben, date: at(1) },
        files: named((_, index) => `more\n${text(`file ${(index + 1) % names.length}`, 4)}`),
      });
      const repository = await repositories.from(builder, {});
      const store = await storeOf(repository);
      assert.equal((await assertAsBlame(repository, { store })).length, names.length);
      builder.commit({
        author: cleo,
        date: at(2),
        files: named((name, index) => (index % 3 ? null : `${name}\nnew\n`)),
      });
      await builder.build();
      await assertAsBlame(repository, { store });
      assert.deepEqual(await owned(repository, { store }), await owned(repository));
    }
  });

  it('bare, and in linked work trees, is as blame says, and shares what was compared', async () => {
    const repository = await threeCommits();
    await assertAsBlame(await repository.bareClone());
    const store = await storeOf(repository);
    const files = async (): Promise<number> => (await readdir(path.join(repository.home, 'store'))).length;
    await assertAsBlame(repository, { store });
    assert.equal(await files(), 2);
    const tree = await repository.worktree('other');
    await tree.write('d', 'new\n');
    await tree.git('add', '.');
    await tree.git('commit', '--quiet', '-m', 'More');
    await assertAsBlame(tree, { store });
    assert.equal(await files(), 3, 'the history is shared, the owners are not');
    await assertAsBlame(repository, { store });
  });
});
