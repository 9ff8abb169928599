import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { below } from '../../../src/extension/pathKey';
import { placesOf } from '../../../src/extension/places';
import { pathInside, type RepositoryState } from '../../../src/extension/repositoryState';

describe('The path of a file in its repository', () => {
  let scratch: string;

  before(() => {
    scratch = realpathSync(mkdtempSync(path.join(tmpdir(), 'places-')));
    mkdirSync(path.join(scratch, 'repository', 'sub', 'deep'), { recursive: true });
    symlinkSync(path.join(scratch, 'repository', 'sub'), path.join(scratch, 'link'));
  });
  after(() => rmSync(scratch, { recursive: true, force: true }));

  const inside = async (root: string, opened: string, file: string): Promise<string | null> => {
    const places = await placesOf(path.join(scratch, root), path.join(scratch, opened));
    return pathInside({ places } as unknown as RepositoryState, path.join(scratch, file));
  };

  it('is relative to the root', async () => {
    assert.equal(await inside('repository', 'repository', 'repository/sub/a.ts'), 'sub/a.ts');
    assert.equal(await inside('repository', 'repository', 'repository'), '');
  });

  it('is relative to the root where only a folder inside is open', async () => {
    assert.equal(await inside('repository', 'repository/sub', 'repository/sub/deep/a.ts'), 'sub/deep/a.ts');
  });

  it('is found through a link', async () => {
    assert.equal(await inside('repository', 'link', 'link/deep/a.ts'), 'sub/deep/a.ts');
  });

  it('is none for a file elsewhere', async () => {
    assert.equal(await inside('repository', 'repository', 'repository-2/a.ts'), null);
  });

  it('does not take a neighbour with a longer name for a folder inside', () => {
    assert.equal(below('/code/shop', '/code/shopping/a'), null);
    assert.equal(below('/', '/a'), 'a');
  });
});
