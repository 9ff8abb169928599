import assert from 'node:assert/strict';
import { ownersByFiles, ownersFiles } from '../../../src/core/runbooks/ownersFiles';

describe('OWNERS files', () => {
  it('are read in the folders of runbooks and above', () => {
    const paths = [
      'OWNERS',
      'OWNERS_ALIASES',
      'docs/OWNERS',
      'docs/runbooks/OWNERS',
      'src/OWNERS',
      'docs/runbooks/a.md',
    ];
    assert.deepEqual(ownersFiles(paths, ['docs/runbooks/a.md']), paths.slice(0, 4));
  });

  it('name who approves or reviews, the nearest first, aliases resolved', () => {
    const ownersOf = ownersByFiles(
      new Map([
        ['OWNERS', 'approvers:\n- ann\n- ops\n'],
        ['OWNERS_ALIASES', 'aliases:\n  ops:\n  - ben\n  - cleo\n'],
        ['docs/OWNERS', 'filters:\n  ".*":\n    reviewers: [Dan]\n'],
        ['empty/OWNERS', 'options: {}\n'],
        ['broken/OWNERS', '[[[{'],
      ]),
    );
    assert.deepEqual(ownersOf('src/a.md'), ['@ann', '@ben', '@cleo']);
    assert.deepEqual(ownersOf('docs/runbooks/a.md'), ['@Dan']);
    assert.deepEqual(ownersOf('empty/a.md'), ['@ann', '@ben', '@cleo']);
    assert.deepEqual(ownersOf('broken/a.md'), ['@ann', '@ben', '@cleo']);
    assert.deepEqual(ownersByFiles(new Map())('a.md'), []);
  });
});
