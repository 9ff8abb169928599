import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import { LocalAnalysis } from '../../../src/analysis/localAnalysis';
import type { Snapshot } from '../../../src/core/model';
import type { BuiltRepository } from '../../support/builtRepository';
import { RepositoryBuilder } from '../../support/repositoryBuilder';
import { analyse, ann, at, ben, cleo, fileAt, Repositories, snapshotsOf, text, timeless } from './analyse';
import { steps, writeRandomHistory } from './randomHistory';

describe('an analysis that continues an earlier one', () => {
  const repositories = new Repositories();
  after(() => repositories.dispose());

  const storeOf = (repository: BuiltRepository): string => path.join(repository.home, 'store');

  /** A stored analysis, continued, must be what one without a store is. */
  const assertAsCold = async (repository: BuiltRepository, analysis?: LocalAnalysis): Promise<Snapshot> => {
    const warm = await analyse(repository, analysis ? { analysis } : { store: storeOf(repository) });
    assert.deepEqual(timeless(warm), timeless(await analyse(repository)));
    return warm;
  };

  /** Ann's three commits, then Ben's two; analysed once. */
  const analysed = async (): Promise<BuiltRepository> => {
    const repository = await repositories.of(
      [
        { files: { a: text('a'), b: text('b') } },
        { files: { a: text('a', 22) } },
        { author: ben, files: { 'moved/b': { rename: 'b' } } },
        { author: ben, files: { 'moved/b': text('b', 30), c: text('c') } },
      ],
      { checkout: true },
    );
    await assertAsCold(repository);
    return repository;
  };
  const commitAs = async (repository: BuiltRepository, who: { name: string; email: string }, ...args: string[]) => {
    await repository.git('add', '--all');
    const author = `${who.name} <${who.email}>`;
    await repository.git('commit', '--quiet', `--author=${author}`, `--date=${at(9)} +0000`, ...args);
  };

  it('equals one from nothing, for any history and any way the head moves', async function () {
    this.timeout(300_000);
    const moves = fc.array(fc.nat(), { minLength: 2, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(steps(25), moves, fc.boolean(), async (all, heads, inMemory) => {
        const builder = new RepositoryBuilder();
        const marks = writeRandomHistory(builder, all);
        const repository = await builder.build();
        try {
          const store = storeOf(repository);
          const kept = new LocalAnalysis({ storeDirectory: store, log: line => assert.fail(line) });
          for (const head of heads) {
            const mark = marks[head % marks.length];
            if (mark === undefined) continue;
            await repository.git('update-ref', 'refs/heads/main', repository.sha(mark));
            await assertAsCold(repository, inMemory ? kept : undefined);
          }
        } finally {
          await repository.dispose();
        }
      }),
      { numRuns: 6 },
    );
  });

  it('takes in new commits, reading nothing twice', async () => {
    const repository = await analysed();
    await repository.write('d', text('d'));
    await commitAs(repository, cleo, '-m', 'More');
    const read: number[] = [];
    const onProgress = ({ phase, done }: { phase: string; done: number }) => phase === 'history' && read.push(done);
    const snapshot = await analyse(repository, { store: storeOf(repository), callbacks: { onProgress } });
    assert.equal(Math.max(...read), 1);
    assert.equal(snapshot.repository.commits, 5);
    await assertAsCold(repository);
  });

  it('shows what was stored first', async () => {
    const repository = await analysed();
    const before = await analyse(repository);
    await repository.write('d', text('d'));
    await commitAs(repository, cleo, '-m', 'More');
    const [stored, ...fresh] = await snapshotsOf(repository.path, { store: storeOf(repository) });
    assert.ok(stored);
    assert.deepEqual(timeless(stored), timeless(before));
    assert.deepEqual(
      fresh.map(({ repository: { commits }, tier }) => [commits, tier]),
      [
        [5, 1],
        [5, 2],
      ],
    );
  });

  it('forgets the commit that was amended, and its author', async () => {
    const repository = await analysed();
    await repository.write('d', text('d'));
    await commitAs(repository, cleo, '-m', 'To be amended');
    const names = ({ people }: Snapshot): string[] => people.map(({ name }) => name).sort();
    assert.deepEqual(names(await assertAsCold(repository)), [ann.name, ben.name, cleo.name, 'Test Committer']);
    await commitAs(repository, ann, '--amend', '-m', 'Amended');
    assert.deepEqual(names(await assertAsCold(repository)), [ann.name, ben.name, 'Test Committer']);
  });

  it('follows a switch of branches, there and back', async () => {
    const repository = await analysed();
    const before = await assertAsCold(repository);
    await repository.git('checkout', '--quiet', '-b', 'topic', 'HEAD~2');
    await repository.write('e', text('e'));
    await commitAs(repository, cleo, '-m', 'Topic');
    const { repository: there } = await assertAsCold(repository);
    assert.deepEqual([there.branch, there.commits], ['topic', 3]);
    await repository.git('checkout', '--quiet', 'main');
    assert.deepEqual(timeless(await assertAsCold(repository)), timeless(before));
  });

  it('follows a rebase', async () => {
    const repository = await analysed();
    await repository.git('checkout', '--quiet', '-b', 'topic', 'HEAD~2');
    await repository.write('e', text('e'));
    await commitAs(repository, cleo, '-m', 'Topic');
    await assertAsCold(repository);
    await repository.git('rebase', '--quiet', 'main');
    const snapshot = await assertAsCold(repository);
    assert.equal(snapshot.repository.commits, 5);
    assert.equal(fileAt(snapshot, 'moved/b').people, 2);
  });

  it('starts again when the old head was forced away and its commits are gone', async () => {
    const repository = await analysed();
    const lost = await repository.git('rev-parse', 'HEAD');
    await repository.git('reset', '--quiet', '--hard', 'HEAD~1');
    await repository.write('other', text('other'));
    await commitAs(repository, cleo, '-m', 'Other');
    await repository.git('reflog', 'expire', '--expire=now', '--all');
    await repository.git('update-ref', '-d', 'ORIG_HEAD');
    await repository.git('gc', '--quiet', '--prune=now');
    await assert.rejects(repository.git('cat-file', '-e', lost), 'the old head is gone');
    const snapshot = await assertAsCold(repository);
    assert.equal(snapshot.repository.commits, 4);
    assert.equal(fileAt(snapshot, 'other').people, 1);
  });

  it('starts again when a shallow clone was deepened', async () => {
    const full = await analysed();
    const clone = await full.shallowClone(2);
    const store = path.join(full.home, 'shallow-store');
    assert.equal((await analyse(clone, { store })).truckFactor.doa.value, null);
    await clone.git('fetch', '--quiet', '--unshallow');
    const snapshot = await analyse(clone, { store });
    assert.deepEqual(timeless(snapshot), timeless(await analyse(clone)));
    assert.notEqual(snapshot.truckFactor.doa.value, null);
  });

  it('sees a changed mailmap without a new commit', async () => {
    const repository = await analysed();
    await repository.write('.mailmap', 'Ann Example <ann@example.com> <ben@example.com>\n');
    assert.equal((await assertAsCold(repository)).people.length, 1);
  });

  it('shares what it read between the work trees of a repository', async () => {
    const repository = await analysed();
    const tree = await repository.worktree('other');
    const read: number[] = [];
    const onProgress = ({ phase, done }: { phase: string; done: number }) => phase === 'history' && read.push(done);
    await analyse(tree, { store: storeOf(repository), callbacks: { onProgress } });
    assert.equal(Math.max(...read), 0);
  });

  it('never mixes up two repositories, one analysed after the other', async () => {
    const [first, second] = [await analysed(), await repositories.of([{ author: cleo, files: { z: 'z' } }])];
    const store = path.join(first.home, 'common');
    const analysis = new LocalAnalysis({ storeDirectory: store, log: () => {} });
    for (const repository of [first, second, first, second]) await assertAsCold(repository, analysis);
    await rm(store, { recursive: true });
  });
});
