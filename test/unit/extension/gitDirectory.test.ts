import assert from 'node:assert/strict';
import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gitDirectoryOf } from '../../../src/extension/gitDirectory';

describe('The git directory around a folder', () => {
  let root: string;

  beforeEach(async () => {
    root = await realpath(await mkdtemp(join(tmpdir(), 'git-directory-')));
    await mkdir(join(root, 'main', '.git', 'worktrees', 'tree'), { recursive: true });
    await mkdir(join(root, 'main', 'services', 'payments'), { recursive: true });
    await mkdir(join(root, 'tree', 'services'), { recursive: true });
  });
  afterEach(() => rm(root, { recursive: true }));

  it('is found from its root and from any folder below', async () => {
    const expected = join(root, 'main', '.git');
    assert.equal(await gitDirectoryOf(join(root, 'main')), expected);
    assert.equal(await gitDirectoryOf(join(root, 'main', 'services', 'payments')), expected);
  });

  it('is where the file of a worktree or a submodule says', async () => {
    const expected = join(root, 'main', '.git', 'worktrees', 'tree');
    for (const place of [expected, '../main/.git/worktrees/tree']) {
      await writeFile(join(root, 'tree', '.git'), `gitdir: ${place}\n`);
      assert.equal(await gitDirectoryOf(join(root, 'tree', 'services')), expected);
    }
  });

  it('is none where there is no repository, or a file of another kind', async () => {
    assert.equal(await gitDirectoryOf(join(root, 'tree')), null);
    await writeFile(join(root, 'tree', '.git'), 'something else');
    assert.equal(await gitDirectoryOf(join(root, 'tree')), null);
  });
});
