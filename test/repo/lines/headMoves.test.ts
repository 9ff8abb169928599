import assert from 'node:assert/strict';
import { chmod, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Git } from '../../../src/git/git';
import { SnapshotStore } from '../../../src/store/snapshotStore';
import type { BuiltRepository } from '../../support/builtRepository';
import { ben, cleo, Repositories, text } from '../analysis/analyse';
import { plainGit } from './lineEngine';
import { linesByPath, type OwnedOptions, ownedLines } from './ownedLines';

describe('line ownership after the head has moved', () => {
  const repositories = new Repositories();
  after(() => repositories.dispose());

  const storeOf = (repository: BuiltRepository): Promise<SnapshotStore> =>
    SnapshotStore.open(path.join(repository.home, 'store'));

  /** What a store gives must be what there is without one; answers the lines by path. */
  const assertAsCold = async (
    repository: BuiltRepository,
    options: OwnedOptions = {},
  ): Promise<Record<string, (string | null)[]>> => {
    const warm = await ownedLines(repository, { store: await storeOf(repository), ...options });
    assert.deepEqual(warm, await ownedLines(repository, { ...options, store: null }));
    return linesByPath(warm);
  };

  /** Three commits in a work tree, and their lines in the store. */
  const owned = async (): Promise<BuiltRepository> => {
    const repository = await repositories.of(
      [
        { files: { a: text('a'), b: text('b'), 'c/d': text('d') } },
        { author: ben, files: { a: `${text('more', 3)}${text('a')}` } },
        { author: cleo, files: { e: { rename: 'b', content: `${text('b')}${text('e', 2)}` } } },
      ],
      { checkout: true },
    );
    await assertAsCold(repository);
    return repository;
  };
  const commit = async (
    repository: BuiltRepository,
    files: Record<string, string>,
    ...args: string[]
  ): Promise<void> => {
    for (const [file, content] of Object.entries(files)) await repository.write(file, content);
    await repository.git('add', '--all');
    await repository.git('commit', '--quiet', '-m', 'More', ...args);
  };

  it('takes in new commits, amended ones, and a commit taken back', async () => {
    const repository = await owned();
    await commit(repository, { a: text('a', 25), f: text('f') });
    await assertAsCold(repository);
    await commit(repository, { a: `${text('a', 25)}amended\n` }, '--amend');
    const head = await repository.git('rev-parse', 'HEAD');
    assert.equal((await assertAsCold(repository))['a']?.at(-1), head);
    await repository.git('reset', '--quiet', '--hard', 'HEAD~2');
    await assertAsCold(repository);
    await repository.git('reset', '--quiet', '--hard', head);
    await assertAsCold(repository);
  });

  it('follows switches, a rebase, and merges of branches that began long before', async () => {
    const repository = await owned();
    await repository.git('checkout', '--quiet', '-b', 'old', 'HEAD~2');
    await commit(repository, { b: `${text('old', 2)}${text('b')}`, 'c/d': `${text('d')}${text('old', 2)}` });
    await assertAsCold(repository);
    await repository.git('checkout', '--quiet', 'main');
    await assertAsCold(repository);
    await repository.git('checkout', '--quiet', '-b', 'topic', 'HEAD~1');
    await commit(repository, { g: text('g') });
    await assertAsCold(repository);
    await repository.git('rebase', '--quiet', 'main');
    await assertAsCold(repository);
    await repository.git('merge', '--quiet', '--no-edit', 'old');
    assert.equal((await assertAsCold(repository))['e']?.length, 24, 'what both sides changed came together');
  });

  it('starts again when the old head was forced away and its commits are gone', async () => {
    const repository = await owned();
    await repository.git('reset', '--quiet', '--hard', 'HEAD~1');
    await commit(repository, { a: text('other') });
    await repository.git('reflog', 'expire', '--expire=now', '--all');
    await repository.git('update-ref', '-d', 'ORIG_HEAD');
    await repository.git('gc', '--quiet', '--prune=now');
    await assertAsCold(repository);
    await commit(repository, { a: `${text('other')}more\n` });
    await assertAsCold(repository);
  });

  it('sees a changed list of ignored revisions, there and back', async () => {
    const repository = await owned();
    await commit(repository, { a: text('a').replaceAll('line', 'LINE') });
    const list = [await repository.git('rev-parse', 'HEAD')];
    const plain = await assertAsCold(repository);
    assert.notDeepEqual(await assertAsCold(repository, { ignored: list }), plain);
    assert.deepEqual(await assertAsCold(repository), plain);
    await commit(repository, { a: `${text('a').replaceAll('line', 'LINE')}more\n` });
    await assertAsCold(repository, { ignored: list });
  });

  it('sees that attributes make other files text, in whatever direction the head moves', async () => {
    const repository = await owned();
    await commit(repository, { '.gitattributes': 'a -diff\n' });
    assert.equal((await assertAsCold(repository))['a'], undefined);
    await repository.git('checkout', '--quiet', 'HEAD~1');
    assert.equal((await assertAsCold(repository))['a']?.length, 23);
    await repository.git('checkout', '--quiet', 'main');
    assert.equal((await assertAsCold(repository))['a'], undefined);
  });

  it('asks git for few contents after a commit, and for none when nothing changed', async function () {
    if (process.platform === 'win32') this.skip();
    const repository = await owned();
    const asked = path.join(repository.home, 'asked');
    const program = path.join(repository.home, 'git');
    const store = await storeOf(repository);
    // Keeps what `cat-file` is asked for.
    const contents = async (): Promise<number> => {
      await writeFile(asked, '');
      const through = (git: Git): Git => ({ ...git, path: program });
      const { path: real } = await plainGit();
      await writeFile(
        program,
        `#!/bin/sh\ncase " $* " in *" cat-file "*) exec tee -a '${asked}' | exec '${real}' "$@";; esac\nexec '${real}' "$@"\n`,
      );
      await chmod(program, 0o755);
      await ownedLines(repository, { store, git: through });
      const questions = (await readFile(asked, 'utf8')).matchAll(/^(?:contents )?([0-9a-f]+)$/gm);
      const types = await Promise.all(Array.from(questions, ([, id = '']) => repository.git('cat-file', '-t', id)));
      return types.filter(type => type === 'blob').length;
    };
    assert.equal(await contents(), 0);
    await commit(repository, { a: `${text('more', 3)}${text('a')}end\n` });
    assert.equal(await contents(), 3, 'the new content to count its lines, then both to compare');
    assert.equal(await contents(), 0);
    await repository.git('reset', '--quiet', '--hard', 'HEAD~1');
    await repository.git('commit', '--quiet', '--allow-empty', '-m', 'Empty');
    assert.equal(await contents(), 1, 'the changed file is counted again, none is compared again');
    await repository.git('checkout', '--quiet', '-b', 'topic', 'HEAD~2');
    await commit(repository, { a: `${text('more', 3)}topic\n${text('a')}` });
    await repository.git('checkout', '--quiet', 'main');
    await commit(repository, { a: `${text('more', 3)}${text('a')}main\n` });
    await contents();
    await repository.git('merge', '--quiet', '--no-edit', 'topic');
    assert.equal(await contents(), 5, 'one to count; the merged one, its parents and where the branch began');
    await assertAsCold(repository);
  });
});
