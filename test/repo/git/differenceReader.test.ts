import assert from 'node:assert/strict';
import { DifferenceReader } from '../../../src/git/differenceReader';
import { GitError } from '../../../src/git/errors';
import { Repositories } from '../analysis/analyse';
import { plainGit } from '../lines/lineEngine';

describe('asking what commits changed, one question after the other', () => {
  const repositories = new Repositories();
  after(() => repositories.dispose());

  it('says the same as a question of its own would, also for commits that changed nothing or very much', async () => {
    const many = Object.fromEntries(Array.from({ length: 2000 }, (_, index) => [`folder/${index}`, `${index}\n`]));
    const repository = await repositories.of([
      { files: { a: 'a\n', b: 'b\n' } },
      { files: { a: 'changed\n', 'end\n': '' } },
      { files: {} },
      { files: many },
    ]);
    const commits = (await repository.git('rev-list', 'HEAD')).split('\n');
    const { signal } = new AbortController();
    const reader = new DifferenceReader(await plainGit(), { cwd: repository.path, signal });
    for (const parent of commits) {
      for (const commit of commits) {
        const options = ['-r', '-z', '--raw', '--no-renames', '--no-abbrev'];
        const alone = await repository.git('diff-tree', ...options, parent, commit);
        assert.equal((await reader.read(parent, commit)).toString('latin1'), alone);
      }
    }
    await reader.close();
  });

  it('says so when git ends, and does not wait for it for ever', async () => {
    const repository = await repositories.of([{ files: { a: 'a\n' } }]);
    const commit = await repository.git('rev-parse', 'HEAD');
    const { signal } = new AbortController();
    const reader = new DifferenceReader(await plainGit(), { cwd: repository.path, signal });
    await assert.rejects(reader.read('f'.repeat(40), commit), (error: unknown) => error instanceof GitError);
    await reader.close();
  });
});
