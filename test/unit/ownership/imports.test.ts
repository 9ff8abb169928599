import assert from 'node:assert/strict';
import { canonicalOrder } from '../../../src/core/history/order';
import { importsOf } from '../../../src/core/ownership/imports';
import { ann, ben, type WrittenCommit, writeHistory } from '../history/writtenHistory';
import { judge } from './evidence';

const adding = (count: number, folder = 'src'): string[] =>
  Array.from({ length: count }, (_, index) => `A ${folder}/${index}`);
const importing = (commits: readonly WrittenCommit[], counts: (path: string) => boolean = () => true): number[] => {
  const history = writeHistory(commits);
  const imports = importsOf(history, canonicalOrder(history), counts);
  return [...imports.keys()].filter(commit => imports[commit] === 1);
};

describe('an import', () => {
  it('is a first commit that adds more files than anybody writes at once', () => {
    assert.deepEqual(
      importing([
        { author: ann, changes: adding(101) },
        { author: ann, changes: ['M src/1'] },
      ]),
      [0],
    );
    assert.deepEqual(importing([{ author: ann, changes: adding(100) }]), []);
  });

  it('is a second commit behind an empty start, and the root of another history', () => {
    const second: WrittenCommit[] = [
      { author: ann, changes: ['A README'] },
      { author: ben, changes: adding(150) },
    ];
    assert.deepEqual(importing(second), [1]);
    const other: WrittenCommit = { author: ben, parents: [], changes: adding(120, 'other') };
    assert.deepEqual(importing([{ author: ann, changes: adding(100) }, other]), [1]);
  });

  it('is no later commit that adds less than there was, and none of vendored files', () => {
    assert.deepEqual(
      importing([
        { author: ann, changes: adding(100, 'a') },
        { author: ann, changes: adding(90, 'b') },
        { author: ann, changes: adding(150, 'c') },
      ]),
      [],
    );
    const mixed = [{ author: ann, changes: [...adding(300, 'vendor'), ...adding(20)] }];
    assert.deepEqual(
      importing(mixed, path => !path.startsWith('vendor/')),
      [],
    );
  });
});

describe('a file that an import brought in', () => {
  const start: WrittenCommit = { author: ann, on: 0, changes: adding(150) };

  it('is known by nobody that the history tells, while nobody changes it', () => {
    const { evidence } = judge([start, { author: ben, on: 1, changes: ['M src/1'] }]);
    const { state, owners, knowledge, untouchedSince } = evidence('src/0');
    assert.deepEqual([state, owners, knowledge, untouchedSince !== null], ['unknown', [], [], true]);
  });

  it('is known by who changed it since, likely', () => {
    const { evidence, names } = judge([start, { author: ben, on: 1, changes: ['M src/1'] }]);
    const { state, certain, owners } = evidence('src/1');
    assert.deepEqual([state, certain, names(owners)], ['sole', false, [ben[0]]]);
  });

  it('was created by who imported it if they changed it later', () => {
    const { evidence } = judge([start, { author: ann, on: 1, changes: ['M src/1'] }]);
    const [first] = evidence('src/1').knowledge;
    assert.deepEqual([first?.created, first?.touches], [true, 2]);
  });

  it('has lines of nobody but of who changed it later', () => {
    const commits = [start, { author: ben, on: 1, changes: ['M src/1'] }];
    const lines = {
      'src/1': [
        [40, 0],
        [60, 1],
      ],
      'src/0': [[10, 0]],
    } as const;
    const { evidence } = judge(commits, { lines });
    assert.deepEqual(
      evidence('src/1').wrote.map(each => each.lines),
      [60],
    );
    assert.equal(evidence('src/0').linesByPeople, 0);
    const own = judge([start, { author: ann, on: 1, changes: ['M src/1'] }], { lines });
    assert.equal(own.evidence('src/1').linesByPeople, 100);
  });

  it('stays unknown behind a sweep', () => {
    const sweep: WrittenCommit = { author: ben, on: 1, changes: adding(150).map(change => change.replace('A ', 'M ')) };
    assert.equal(judge([start, sweep]).evidence('src/0').state, 'unknown');
  });
});
