import assert from 'node:assert/strict';
import { backupEdits } from '../../../src/core/spread/backupEdits';
import { agent, ann, at, ben, type WrittenCommit } from '../history/writtenHistory';
import { analysisOf, type Written } from '../ownership/writtenSnapshot';

const begin: WrittenCommit = { author: ann, on: 0, changes: ['A pay/a.js', 'A pay/b.js'] };

/** What is found of Ben's edits in the files of the head, as `path: before → after` with places of commits. */
function editsOfBen(commits: readonly WrittenCommit[], more: Partial<Written> = {}): string[] {
  const tree = more.tree ?? ['pay/a.js', 'pay/b.js'];
  const { snapshot, evidence } = analysisOf({ commits: [begin, ...commits], tree, ...more });
  const id = snapshot.people.find(({ email }) => email === ben[1])?.id ?? -1;
  const wanted = new Map(tree.map(path => [path, new Set([id])]));
  const found = backupEdits({ wanted, from: at(0), to: at(50) }, evidence).get(id) ?? [];
  const placed = (version: string | null): string =>
    version === null ? 'nothing' : version.replace(/^[0-9a-f]+/, sha => `${Number.parseInt(sha.slice(0, 8), 16) - 1}`);
  return found.map(({ path, before, after }) => `${path}: ${placed(before)} → ${placed(after)}`);
}

describe('The edits that may show that a backup knows a file', () => {
  it('are those the backup is the author of, with both versions', () => {
    assert.deepEqual(editsOfBen([{ author: ben, on: 1, changes: ['M pay/a.js'] }]), [
      'pay/a.js: 0:pay/a.js → 1:pay/a.js',
    ]);
    assert.deepEqual(editsOfBen([{ author: ben, on: 1, changes: ['A pay/c.js'] }], { tree: ['pay/c.js'] }), [
      'pay/c.js: nothing → 1:pay/c.js',
    ]);
  });

  it('are followed through renames, of which a pure one is none', () => {
    const commits: WrittenCommit[] = [
      { author: ben, on: 1, changes: ['M pay/a.js'] },
      { author: ben, on: 2, changes: ['R100 pay/a.js pay/moved.js'] },
      { author: ben, on: 3, changes: ['R pay/moved.js pay/last.js'] },
    ];
    assert.deepEqual(editsOfBen(commits, { tree: ['pay/last.js'] }), [
      'pay/last.js: 0:pay/a.js → 1:pay/a.js',
      'pay/last.js: 2:pay/moved.js → 3:pay/last.js',
    ]);
  });

  it('are none where the backup only is a co-author, a reviewer, or who committed it', () => {
    const changes = ['M pay/a.js'];
    assert.deepEqual(
      editsOfBen([
        { author: ann, on: 1, changes, trailers: [['coAuthor', ben]] },
        { author: ann, on: 2, changes, trailers: [['reviewer', ben]] },
        { author: ann, on: 3, changes, committer: ben },
        { author: agent, on: 4, changes, trailers: [['coAuthor', ben]] },
        { author: ben, on: 5, changes: ['A web/x.js'] },
      ]),
      [],
    );
  });

  it('are none in a merge, a sweep, a change of mode, an ignored revision, or before and after the time', () => {
    const sweep = Array.from({ length: 101 }, (_, index) => `A web/${index}.js`);
    const commits: WrittenCommit[] = [
      { author: ben, on: 1, changes: ['mode pay/a.js'] },
      { author: ben, on: 2, changes: ['M pay/a.js', ...sweep] },
      { author: ben, on: 3, parents: [0], changes: ['M pay/a.js'] },
      { author: ben, on: 4, parents: [2, 3], changes: ['M pay/a.js'] },
      { author: ben, on: 60, changes: ['M pay/a.js'] },
      { author: ben, on: -3, changes: ['M pay/a.js'] },
    ];
    assert.deepEqual(editsOfBen(commits, { ignored: [3] }), []);
    assert.deepEqual(editsOfBen(commits), ['pay/a.js: 0:pay/a.js → 3:pay/a.js']);
  });
});
