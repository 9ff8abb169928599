import assert from 'node:assert/strict';
import { lstat, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { GitError } from '../../../src/git/errors';
import type { BuiltRepository } from '../../support/builtRepository';
import { type CommitDescription, RepositoryBuilder } from '../../support/repositoryBuilder';
import { analyse, ann, at, ben, fileAt, limitCodes, ownersOf, Repositories, text, timeless } from './analyse';

const commits: readonly Partial<CommitDescription>[] = [
  { files: { 'src/a': text('a'), 'src/deep/b': text('b'), 'package.json': '{"name":"shop"}' } },
  { author: ben, files: { 'src/c': { rename: 'src/a', content: text('a', 25) }, 'docs/runbook.md': '# Restart\n' } },
];

/** Every file and folder below, with what would change if anybody wrote to it. */
async function listing(folder: string): Promise<string[]> {
  const entries = ['', ...(await readdir(folder, { recursive: true }))].sort();
  return Promise.all(
    entries.map(async entry => {
      const { size, mtimeMs, ctimeMs, mode, ino } = await lstat(path.join(folder, entry));
      return [entry, size, mtimeMs, ctimeMs, mode, ino].join(' ');
    }),
  );
}

describe('an analysis', () => {
  const repositories = new Repositories();
  let plain: BuiltRepository;
  before(async () => {
    plain = await repositories.of(commits);
  });
  after(() => repositories.dispose());

  it('writes nothing into the work tree or .git', async () => {
    const store = path.join(plain.home, 'store');
    const folder = plain.path;
    // A stale index is what git likes to refresh.
    await plain.write('src/deep/b', text('b', 30));
    const before = await listing(folder);
    await analyse(plain, { store });
    await analyse(plain, { store });
    await analyse(plain, { request: { revision: 'HEAD~1' } });
    assert.deepEqual(await listing(folder), before);
    await plain.git('checkout', '--quiet', '--', '.');
  });

  it('is the same from the top, from a folder inside, and from the git directory', async () => {
    const expected = timeless(await analyse(plain));
    for (const inside of ['src', 'src/deep', '.git']) {
      assert.deepEqual(timeless(await analyse(path.join(plain.path, inside))), expected, inside);
    }
  });

  it('of a bare repository says the same of files, people and runbooks', async () => {
    const bare = await plain.bareClone();
    const [found, expected] = [await analyse(bare), await analyse(plain)];
    assert.deepEqual({ ...timeless(found), repository: { ...found.repository, root: plain.path } }, timeless(expected));
    assert.equal(found.repository.root, bare.path);
  });

  it('of a linked work tree is of what is checked out there', async () => {
    const tree = await plain.worktree('topic');
    await tree.git('reset', '--quiet', '--hard', 'HEAD~1');
    const { repository, files } = await analyse(tree);
    assert.deepEqual([repository.root, repository.branch, repository.commits], [tree.path, 'topic', 1]);
    assert.ok(files.some(({ path: file }) => file === 'src/a'));
  });

  it('of a submodule is of the submodule alone, and its parent leaves it out', async () => {
    const outer = await repositories.of([{ files: { own: text('own') } }]);
    const inner = await outer.withSubmodule(plain, 'library');
    const snapshot = await analyse(inner);
    assert.deepEqual([snapshot.repository.root, snapshot.repository.commits], [inner.path, 2]);
    const parent = await analyse(outer);
    assert.deepEqual(
      parent.files.map(({ path: file }) => file),
      ['.gitmodules', 'own'],
    );
    assert.equal(parent.excluded.submodule, 1);
  });

  it('of a repository with SHA-256 is whole', async () => {
    const builder = new RepositoryBuilder({ objectFormat: 'sha256' });
    commits.forEach((commit, index) => {
      builder.commit({ author: ann, date: at(index), ...commit });
    });
    const repository = await repositories.from(builder);
    const snapshot = await analyse(repository, { store: path.join(repository.home, 'store') });
    assert.equal(snapshot.repository.head?.length, 64);
    assert.deepEqual([fileAt(snapshot, 'src/c').people, ownersOf(snapshot, 'src/deep/b')], [2, [ann.name]]);
    assert.deepEqual(
      timeless(await analyse(repository, { store: path.join(repository.home, 'store') })),
      timeless(snapshot),
    );
  });

  it('of a detached HEAD is of that commit', async () => {
    const repository = await repositories.of(commits);
    await repository.git('checkout', '--quiet', '--detach', 'HEAD~1');
    const snapshot = await analyse(repository);
    assert.deepEqual([snapshot.repository.branch, snapshot.repository.commits], [null, 1]);
  });

  it('of a partial clone fetches nothing, and says what it lacks', async () => {
    const clone = await plain.partialClone();
    const objects = (): Promise<string> => clone.git('count-objects', '-v');
    const [before, files] = [await objects(), await listing(clone.path)];
    const snapshot = await analyse(clone);
    assert.deepEqual([await objects(), await listing(clone.path)], [before, files]);
    assert.ok(limitCodes(snapshot).includes('partial'));
    // Without contents a file that was renamed and changed at once begins with the rename.
    assert.deepEqual([fileAt(snapshot, 'src/c').people, fileAt(snapshot, 'src/deep/b').people], [1, 1]);
    assert.equal(snapshot.repository.commits, 2);
  });

  it('of a clone without trees ends, has every commit, and says what it lacks', async () => {
    const long = await repositories.of(
      Array.from({ length: 60 }, (_, index) => ({
        author: index % 2 ? ann : ben,
        files: { [`f${index % 7}`]: `${index}` },
      })),
    );
    await long.git('config', 'uploadpack.allowFilter', 'true');
    const folder = await mkdtemp(path.join(long.home, 'treeless-'));
    await long.git('clone', '--quiet', '--template=', '--filter=tree:0', `file://${long.path}`, folder);
    const snapshot = await analyse(folder);
    assert.equal(snapshot.repository.commits, 60);
    assert.equal(
      snapshot.people.reduce((sum, person) => sum + person.commits, 0),
      60,
    );
    for (const code of ['partial', 'missingObjects']) assert.ok(limitCodes(snapshot).includes(code), code);
  });

  it('says which line of the settings file is wrong, and uses the rest', async () => {
    const settings = 'exclude:\n  - "src/deep/**"\nthresholds:\n  activeDays: many\nnonsense: 1\n';
    const repository = await repositories.of([...commits, { files: { '.single-points.yml': settings } }]);
    const snapshot = await analyse(repository);
    const paths = snapshot.limits.filter(({ code }) => code === 'settings').map(({ values }) => values['path']);
    assert.deepEqual(paths, ['.single-points.yml:4', '.single-points.yml:5']);
    assert.deepEqual([snapshot.excluded.settings, snapshot.activeDays], [1, 180]);
  });

  it('takes a settings file that is no YAML for none, and says so', async () => {
    const repository = await repositories.of([...commits, { files: { '.single-points.yml': 'a: [b\n' } }]);
    const snapshot = await analyse(repository);
    assert.ok(limitCodes(snapshot).includes('settings'));
    assert.ok(snapshot.files.some(({ path: file }) => file === 'src/deep/b'));
  });

  it('fails with a reason where there is nothing to analyse', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'single-points-none-'));
    const reasonOf = (where: string, revision?: string): Promise<string> =>
      analyse(where, revision === undefined ? {} : { request: { revision } }).then(
        () => 'none',
        (error: unknown) => (error instanceof GitError ? error.reason : String(error)),
      );
    assert.equal(await reasonOf(folder), 'notARepository');
    assert.equal(await reasonOf(path.join(folder, 'missing')), 'notARepository');
    assert.equal(await reasonOf(plain.path, 'no-such-branch'), 'unknownRevision');
    await rm(folder, { recursive: true });
  });

  it('of an older revision is of the files and commits of that time', async () => {
    const snapshot = await analyse(plain, { request: { revision: 'HEAD~1' } });
    assert.deepEqual([snapshot.repository.commits, snapshot.people.length], [1, 1]);
    assert.ok(snapshot.files.some(({ path: file }) => file === 'src/a'));
  });

  it('works where the folder of the repository has an odd name', async () => {
    for (const name of ['with space', 'a "quoted" one', 'line\nbreak', '-option', 'grün']) {
      const folder = path.join(await mkdtemp(path.join(plain.home, 'odd-')), name);
      await mkdir(folder);
      await plain.git('clone', '--quiet', plain.path, folder);
      assert.equal((await analyse(folder)).files.length, (await analyse(plain)).files.length, name);
    }
  });

  it('looks only at links themselves, never behind them', async () => {
    const repository = await repositories.of([
      { files: { a: 'a', '.mailmap': { symlink: '/etc/passwd' }, 'RUNBOOK.md': { symlink: '../outside.md' } } },
    ]);
    const snapshot = await analyse(repository);
    assert.deepEqual([snapshot.excluded.symlink, snapshot.runbooks.length, snapshot.files.length], [2, 0, 1]);
  });
});
