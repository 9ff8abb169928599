import assert from 'node:assert/strict';
import { fileBackups } from '../../../src/core/spread/fileBackups';
import { ann, ben, cleo } from '../history/writtenHistory';
import { snapshotOf } from '../ownership/writtenSnapshot';

describe('a backup for a file', () => {
  const edit = (author: typeof ann, ...paths: string[]) => ({ author, changes: paths.map(path => `M ${path}`) });
  const snapshot = snapshotOf({
    commits: [
      { author: ann, changes: ['A pay/core/a.ts', 'A pay/core/b.ts', 'A pay/c.ts', 'A web/d.ts'] },
      ...[1, 2, 3, 4].map(() => edit(ann, 'pay/core/a.ts', 'pay/c.ts')),
      ...[1, 2, 3, 4].map(() => edit(ben, 'pay/core/b.ts')),
      edit(cleo, 'pay/core/a.ts'),
      ...[1, 2, 3, 4].map(() => edit(cleo, 'web/d.ts')),
    ],
    tree: ['pay/core/a.ts', 'pay/core/b.ts', 'pay/c.ts', 'web/d.ts'],
    settings: {
      components: ['pay', 'web'].map((name, line) => ({
        ...{ name, paths: [`${name}/**`], criticality: 'normal' as const, line },
      })),
    },
  });
  const backups = fileBackups(snapshot);
  const of = (path: string): (string | undefined)[] => {
    const file = snapshot.files.find(each => each.path === path);
    return file === undefined ? [] : backups(file).map(({ person }) => snapshot.people[person]?.name);
  };

  it('is who touched it, then who knows the files beside it', () => {
    assert.deepEqual(of('pay/core/a.ts'), ['Cleo Third', 'Ben Bäcker']);
  });

  it('is who works on its component where nobody else is near', () => {
    assert.equal(of('pay/c.ts')[0], 'Ben Bäcker');
  });

  it('is nobody for a file that is shared', () => {
    const shared = snapshot.files.filter(({ state }) => state === 'shared');
    for (const file of shared) assert.deepEqual(backups(file), []);
  });
});
