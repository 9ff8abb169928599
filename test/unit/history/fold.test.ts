import assert from 'node:assert/strict';
import { foldTouches, type MergeAdditions, pathsWithoutBeginning, type Touches } from '../../../src/core/history/fold';
import type { History } from '../../../src/core/history/history';
import { canonicalOrder } from '../../../src/core/history/order';
import { ann, ben, type WrittenCommit, writeHistory } from './writtenHistory';

const kinds = ['created', 'changed', 'renamed'];

interface Folded {
  readonly history: History;
  readonly touches: Touches;
  /** `0 created`, `3 changed`: the commits that touched the file now at a path, with how. */
  readonly of: (path: string) => string[];
  readonly fileOf: (path: string) => number;
}

function fold(commits: readonly WrittenCommit[], ignored: readonly number[] = [], additions?: MergeAdditions): Folded {
  const history = writeHistory(commits);
  const touches = foldTouches(history, canonicalOrder(history), commit => !ignored.includes(commit), additions);
  const fileOf = (path: string): number => touches.fileOfPath[history.indexOfPath(path)] ?? -1;
  const of = (path: string): string[] => {
    const file = fileOf(path);
    const [start, end] = [touches.starts[file] ?? 0, touches.starts[file + 1] ?? 0];
    return [...touches.commits.subarray(start, end)].map(
      (commit, at) => `${commit} ${kinds[touches.kinds[start + at] ?? 9]}`,
    );
  };
  return { history, touches, of, fileOf };
}

describe('touches of a file', () => {
  it('are its creation and its changes, oldest first', () => {
    const { of } = fold([
      { author: ann, changes: ['A a', 'A b'] },
      { author: ben, changes: ['M a'] },
      { author: ann, changes: ['T a', 'M b'] },
    ]);
    assert.deepEqual(of('a'), ['0 created', '1 changed', '2 changed']);
    assert.deepEqual(of('b'), ['0 created', '2 changed']);
  });

  it('go with it through renames', () => {
    const { of, fileOf } = fold([
      { author: ann, changes: ['A old/a'] },
      { author: ben, changes: ['R100 old/a new/a'] },
      { author: ben, changes: ['M new/a'] },
      { author: ann, changes: ['R new/a newer/a'] },
    ]);
    assert.deepEqual(of('newer/a'), ['0 created', '2 changed', '3 renamed']);
    assert.equal(fileOf('old/a'), fileOf('newer/a'));
  });

  it('include an edit made under the old name on another branch', () => {
    const { of } = fold([
      { author: ann, changes: ['A a'] },
      { author: ann, parents: [0], changes: ['R100 a b'] },
      { author: ben, parents: [0], changes: ['M a'] },
      { author: ann, parents: [1, 2] },
    ]);
    assert.deepEqual(of('b'), ['0 created', '2 changed']);
  });

  it('begin anew when something else is added under the name of a deleted file', () => {
    const { of } = fold([
      { author: ann, changes: ['A a'] },
      { author: ann, changes: ['D a'] },
      { author: ben, changes: ['A a'] },
    ]);
    assert.deepEqual(of('a'), ['2 created']);
  });

  it('begin anew under the old name of a renamed file', () => {
    const { of } = fold([
      { author: ann, changes: ['A a'] },
      { author: ann, changes: ['R100 a b'] },
      { author: ben, changes: ['A a'] },
    ]);
    assert.deepEqual([of('a'), of('b')], [['2 created'], ['0 created']]);
  });

  it('are those of both branches where both added the same path', () => {
    const { of } = fold([
      { author: ann },
      { author: ann, parents: [0], changes: ['A a'] },
      { author: ben, parents: [0], changes: ['A a'] },
    ]);
    assert.deepEqual(of('a'), ['1 created', '2 created']);
  });

  it('are neither a changed mode nor a pure rename', () => {
    const { of } = fold([
      { author: ann, changes: ['A a'] },
      { author: ben, changes: ['mode a'] },
      { author: ben, changes: ['R100 a b'] },
    ]);
    assert.deepEqual(of('b'), ['0 created']);
  });

  it('leave out ignored commits, which rename and delete all the same', () => {
    const commits: WrittenCommit[] = [
      { author: ann, changes: ['A a', 'A gone'] },
      { author: ben, changes: ['R a b', 'D gone'] },
      { author: ann, changes: ['M b', 'A gone'] },
    ];
    const { of } = fold(commits, [1]);
    assert.deepEqual([of('b'), of('gone')], [['0 created', '2 changed'], ['2 created']]);
  });

  it('keep what was done to a deleted file under its path', () => {
    const { of } = fold([
      { author: ann, changes: ['A a'] },
      { author: ann, changes: ['D a'] },
    ]);
    assert.deepEqual(of('a'), ['0 created']);
  });

  it('say of each commit how many contents it changed', () => {
    const { touches } = fold([
      { author: ann, changes: ['A a', 'A b', 'A c'] },
      { author: ann, changes: ['mode a', 'R100 b d', 'M c', 'D a'] },
    ]);
    assert.deepEqual([...touches.breadth], [3, 1]);
  });

  it('of a path nobody touched are none', () => {
    const { fileOf } = fold([{ author: ann, changes: ['D never'] }]);
    assert.equal(fileOf('never'), -1);
  });
});

describe('a file without a beginning', () => {
  const commits: WrittenCommit[] = [
    { author: ann, changes: ['A a'] },
    { author: ben, parents: [0], changes: ['A b'] },
    { author: ann, parents: [0, 1] },
    { author: ben, changes: ['M evil'] },
    { author: ben, changes: ['R100 evil moved', 'R100 a c'] },
  ];

  it('is known by the path under which it appeared', () => {
    const { history, touches } = fold(commits);
    assert.deepEqual(
      pathsWithoutBeginning(history, touches, ['moved', 'b', 'c', 'unseen']).map(({ path }) => path),
      ['evil', 'unseen'],
    );
  });

  it('begins with the merge that added it', () => {
    const { history } = fold(commits);
    const additions = new Map([[2, [{ path: history.path('evil'), from: -1 }]]]);
    const { of, touches } = fold(commits, [], additions);
    assert.deepEqual(of('moved'), ['2 created', '3 changed']);
    assert.deepEqual(pathsWithoutBeginning(history, touches, ['moved']), []);
  });

  it('goes on as the file of a parent that the merge moved', () => {
    const { history } = fold(commits);
    const additions = new Map([[2, [{ path: history.path('evil'), from: history.path('b') }]]]);
    const { of } = fold(commits, [], additions);
    assert.deepEqual(of('moved'), ['1 created', '3 changed']);
  });
});
