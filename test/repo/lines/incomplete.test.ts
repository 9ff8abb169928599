import assert from 'node:assert/strict';
import path from 'node:path';
import { GitError } from '../../../src/git/errors';
import { SnapshotStore } from '../../../src/store/snapshotStore';
import type { BuiltRepository } from '../../support/builtRepository';
import { RepositoryBuilder } from '../../support/repositoryBuilder';
import { ann, at, ben, cleo, Repositories, text } from '../analysis/analyse';
import { linesByPath, type OwnedOptions, ownedLines } from './ownedLines';

describe('line ownership where a part is not here', () => {
  const repositories = new Repositories();
  after(() => repositories.dispose());

  const commitOf = (repository: BuiltRepository, revision = 'HEAD'): Promise<string> =>
    repository.git('rev-parse', revision);
  const owned = async (
    repository: BuiltRepository,
    options?: OwnedOptions,
  ): Promise<Record<string, (string | null)[]>> => linesByPath(await ownedLines(repository, options));
  const storeOf = (repository: BuiltRepository, name = 'store'): Promise<SnapshotStore> =>
    SnapshotStore.open(path.join(repository.home, name));

  /** Five commits to `a`, one of which renames it with changes, and a file that stays as it was. */
  const fiveCommits = (): Promise<BuiltRepository> =>
    repositories.of(
      [
        { files: { a: text('one'), kept: text('kept') } },
        { author: ben, files: { a: `${text('two', 5)}${text('one')}` } },
        { author: cleo, files: { b: { rename: 'a', content: `${text('two', 5)}${text('one')}${text('three', 3)}` } } },
        { author: ben, files: { b: `${text('four', 2)}${text('two', 5)}${text('one')}${text('three', 3)}` } },
        { author: ann, files: { c: text('five', 2) } },
      ],
      { checkout: true },
    );

  describe('shallow clones', () => {
    it('leave lines of the commits where they end to nobody, and name the others', async () => {
      const full = await fiveCommits();
      const all = await owned(full);
      for (const depth of [1, 2, 3, 4]) {
        const clone = await full.shallowClone(depth);
        const known = new Set((await clone.git('rev-list', '--max-count', `${depth - 1}`, 'HEAD')).split('\n'));
        const expected = Object.fromEntries(
          Object.entries(all).map(([file, lines]) => [
            file,
            lines.map(line => (line !== null && known.has(line) ? line : null)),
          ]),
        );
        assert.deepEqual(await owned(clone), expected, `depth ${depth}`);
      }
    });

    it('forget where they ended once they are deepened', async () => {
      const full = await fiveCommits();
      const clone = await full.shallowClone(2);
      const store = await storeOf(full);
      assert.ok((await owned(clone, { store }))['kept']?.includes(null));
      await clone.git('fetch', '--quiet', '--unshallow');
      assert.deepEqual(await owned(clone, { store }), await owned(full));
    });
  });

  describe('partial clones', () => {
    const objects = async (clone: BuiltRepository): Promise<string> =>
      (await clone.git('count-objects', '-v')).replace(/^size.*$/gm, '');

    it('without contents have no lines, and nothing is fetched', async () => {
      const clone = await (await fiveCommits()).partialClone();
      const before = await objects(clone);
      const store = await storeOf(clone);
      assert.deepEqual(await owned(clone, { store }), {});
      assert.deepEqual(await owned(clone, { store }), {});
      assert.equal(await objects(clone), before);
    });

    it('with the contents of the head leave to nobody what earlier ones would tell', async () => {
      const full = await fiveCommits();
      const clone = await full.partialClone({ checkout: true });
      const before = await objects(clone);
      const all = await owned(full);
      const known = await ownedLines(clone);
      const lines = linesByPath(known);
      assert.deepEqual(lines, { ...all, b: all['b']?.map(() => null) });
      assert.equal(await objects(clone), before);
    });

    it('say of a rename with changes that they cannot know', async () => {
      const full = await fiveCommits();
      const clone = await full.partialClone({ checkout: true });
      // The content before the last change is here, that before the rename is not.
      await clone.git('cat-file', '-e', 'HEAD~2:b');
      const before = await objects(clone);
      const four = await commitOf(clone, 'HEAD~1');
      const lines = (await owned(clone))['b'] ?? [];
      assert.deepEqual([lines.slice(0, 2), lines.slice(2)], [[four, four], Array(28).fill(null)]);
      assert.equal(await objects(clone), before);
    });

    it('are owned through the store as without it, whatever moves and whatever is fetched meanwhile', async () => {
      const full = await fiveCommits();
      const clone = await full.partialClone({ checkout: true });
      const store = await storeOf(clone);
      const before = await objects(clone);
      for (const head of ['HEAD~1', 'HEAD', 'HEAD~3', 'HEAD~2', 'HEAD']) {
        const id = await commitOf(clone, head);
        assert.deepEqual(await owned(clone, { store, head: id }), await owned(clone, { head: id }), head);
      }
      assert.equal(await objects(clone), before);
    });

    it('are not asked for contents that only a merge took away', async () => {
      const builder = new RepositoryBuilder();
      const root = builder.commit({ author: ann, date: at(0), files: { a: text('a') } });
      const one = builder.commit({ author: ann, date: at(1), files: { a: text('a', 21) } });
      const two = builder.commit({
        author: ben,
        date: at(2),
        branch: 'two',
        parents: [root],
        files: { old: text('x') },
      });
      const files = { old: null, new: text('x', 22) };
      const merge = builder.commit({ author: cleo, date: at(3), parents: [one, two], files });
      const full = await repositories.from(builder);
      const clone = await full.partialClone({ checkout: true });
      const before = await objects(clone);
      assert.deepEqual((await owned(full))['new']?.slice(20), [full.sha(merge), full.sha(merge)]);
      assert.deepEqual((await owned(clone))['new'], Array(22).fill(null));
      assert.equal(await objects(clone), before);
    });

    it('are not asked for contents of branches that began before the stored head', async () => {
      const builder = new RepositoryBuilder();
      const options = (day: number) => ({ author: ann, date: at(day) });
      const root = builder.commit({ ...options(0), files: { f0: text('f'), z: text('z') } });
      const base = builder.commit({ ...options(1), parents: [root], files: { z: text('z', 21) } });
      const moved = builder.commit({ ...options(2), parents: [base], files: { f0: null, f1: text('f', 21) } });
      const again = builder.commit({ ...options(3), parents: [moved], files: { f1: null, f2: text('f', 22) } });
      const side = builder.commit({ ...options(4), branch: 'side', parents: [moved], files: { f1: text('f', 23) } });
      const older = builder.commit({ ...options(5), branch: 'older', parents: [root], files: { y: text('y') } });
      const files = { f2: null, f1: text('f', 24), z: text('z', 22), y: text('y') };
      const merge = builder.commit({ ...options(6), parents: [again, side, older], takesOthers: false, files });
      const full = await repositories.from(builder);
      const clone = await full.partialClone({ checkout: true });
      const store = await storeOf(clone);
      await owned(clone, { store, head: full.sha(again) });
      const before = await objects(clone);
      assert.deepEqual(await owned(clone, { store }), await owned(clone, { head: full.sha(merge) }));
      assert.equal(await objects(clone), before);
    });

    it('have the owners of contents that were fetched since', async () => {
      const full = await fiveCommits();
      const clone = await full.partialClone({ checkout: true });
      const store = await storeOf(clone);
      await owned(clone, { store });
      for (const line of (await full.git('rev-list', '--objects', '--all')).split('\n'))
        await clone.git('cat-file', '-e', line.slice(0, 40));
      assert.deepEqual(await owned(clone), await owned(full), 'cold');
      assert.deepEqual(await owned(clone, { store }), await owned(full), 'warm');
    });
  });

  describe('that are damaged', () => {
    it('leave to nobody what a missing content would tell', async () => {
      const repository = await fiveCommits();
      const all = await owned(repository);
      await repository.removeObject(await commitOf(repository, 'HEAD~2:b'));
      assert.deepEqual(await owned(repository), { ...all, b: all['b']?.map(() => null) });
    });

    it('leave to nobody what a missing source of a rename would tell', async () => {
      const repository = await fiveCommits();
      const all = await owned(repository);
      const four = await commitOf(repository, 'HEAD~1');
      await repository.removeObject(await commitOf(repository, 'HEAD~3:a'));
      assert.deepEqual(await owned(repository), { ...all, b: all['b']?.map(line => (line === four ? four : null)) });
    });

    it('leave a file out whose content is missing', async () => {
      const repository = await fiveCommits();
      const { b: _, ...others } = await owned(repository);
      await repository.removeObject(await commitOf(repository, 'HEAD:b'));
      assert.deepEqual(await owned(repository), others);
    });

    it('through the store give what they give without it', async () => {
      const repository = await fiveCommits();
      await repository.removeObject(await commitOf(repository, 'HEAD~3:a'));
      const store = await storeOf(repository);
      for (const head of ['HEAD~1', 'HEAD', 'HEAD~3', 'HEAD~2', 'HEAD']) {
        const id = await commitOf(repository, head);
        assert.deepEqual(await owned(repository, { store, head: id }), await owned(repository, { head: id }), head);
      }
    });

    it('say so when a tree is missing', async () => {
      const repository = await fiveCommits();
      await repository.removeObject(await commitOf(repository, 'HEAD~2^{tree}'));
      await assert.rejects(owned(repository), GitError);
      await assert.rejects(owned(repository, { store: await storeOf(repository) }), GitError);
    });

    it('leave to nobody what a content would tell that is garbage', async () => {
      const repository = await fiveCommits();
      const all = await owned(repository);
      await repository.corrupt({ object: await commitOf(repository, 'HEAD~2:b') });
      assert.deepEqual(await owned(repository), { ...all, b: all['b']?.map(() => null) });
    });
  });
});
