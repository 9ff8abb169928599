import assert from 'node:assert/strict';
import { GitError } from '../../../src/git/errors';
import { ObjectReader } from '../../../src/git/objectReader';
import type { BuiltRepository } from '../../support/builtRepository';
import { Repositories } from '../analysis/analyse';
import { plainGit } from '../lines/lineEngine';

describe('asking for contents one question after the other', () => {
  const repositories = new Repositories();
  after(() => repositories.dispose());

  const reader = async (repository: BuiltRepository, signal = new AbortController().signal): Promise<ObjectReader> =>
    new ObjectReader(await plainGit(), { maxBytes: 100, cwd: repository.path, signal });

  it('gives them in the order asked, and nothing for those that are missing or too large', async () => {
    const repository = await repositories.of([{ files: { a: 'a\n', b: 'b', large: 'x'.repeat(101), empty: '' } }]);
    const id = (path: string): Promise<string> => repository.git('rev-parse', `HEAD:${path}`);
    const blobs = await reader(repository);
    const read = async (...ids: string[]): Promise<(string | null)[]> =>
      (await blobs.read(ids)).map(content => content?.toString() ?? null);
    assert.deepEqual(await read(await id('b'), 'f'.repeat(40), await id('a')), ['b', null, 'a\n']);
    assert.deepEqual(await read(), []);
    assert.deepEqual(await read(await id('large'), await id('empty')), [null, '']);
    await blobs.close();
  });

  it('says so when git ends, and does not wait for it for ever', async () => {
    const repository = await repositories.of([{ files: { a: 'a\n' } }]);
    const clone = await repository.partialClone();
    const blobs = await reader(clone);
    await assert.rejects(
      blobs.read([await repository.git('rev-parse', 'HEAD:a')]),
      (error: unknown) => error instanceof GitError && error.reason === 'partial',
    );
    await blobs.close();
  });

  it('ends when it is cancelled', async () => {
    const repository = await repositories.of([{ files: { a: 'a\n' } }]);
    const controller = new AbortController();
    const blobs = await reader(repository, controller.signal);
    await blobs.read([await repository.git('rev-parse', 'HEAD:a')]);
    controller.abort();
    await assert.rejects(
      blobs.read(['f'.repeat(40)]),
      (error: unknown) => error instanceof GitError && error.reason === 'cancelled',
    );
    await blobs.close();
  });
});
