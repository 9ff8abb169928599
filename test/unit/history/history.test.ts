import assert from 'node:assert/strict';
import fc from 'fast-check';
import { FloatColumn, IntColumn } from '../../../src/core/history/columns';
import { commitFlag, type History } from '../../../src/core/history/history';
import { parseIgnoredRevisions } from '../../../src/core/history/ignoredRevisions';
import { ann, ben, cleo, shaAt, type WrittenCommit, writeHistory } from './writtenHistory';

/** Everything a history says of a commit, in words. */
function described(history: History, commit: number): unknown {
  const signature = (index: number): string => history.signatures[index]?.email ?? '?';
  const range = (ends: IntColumn): number[] => {
    const start = ends.startOf(commit);
    return Array.from({ length: ends.at(commit) - start }, (_, at) => start + at);
  };
  const width = history.shaLength;
  return {
    sha: history.shaOf(commit),
    author: signature(history.authors.at(commit)),
    committer: signature(history.committers.at(commit)),
    times: [history.authorTimes.at(commit), history.commitTimes.at(commit)],
    flags: history.flags.at(commit),
    parents: range(history.parentEnds).map(at =>
      Buffer.from(history.parentShas.values.subarray(at * width, (at + 1) * width)).toString('hex'),
    ),
    trailers: range(history.trailerEnds).map(at => [
      history.trailerRoles.at(at),
      signature(history.trailerSignatures.at(at)),
    ]),
    changes: range(history.changeEnds).map(at => [
      history.changeStatuses.at(at),
      history.paths[history.changePaths.at(at)],
      history.paths[history.changeOldPaths.at(at)],
      history.changePure.at(at),
    ]),
  };
}

const all = (history: History): unknown[] =>
  Array.from({ length: history.commitCount }, (_, commit) => described(history, commit));

const person = fc.constantFrom(ann, ben, cleo);
const change = fc.constantFrom('A a', 'M b', 'D a', 'R a c', 'R100 b d', 'mode a', 'T b');
const commits: fc.Arbitrary<WrittenCommit[]> = fc.array(
  fc.record({
    author: person,
    committer: person,
    repair: fc.boolean(),
    parents: fc.array(fc.nat(5), { maxLength: 3 }),
    trailers: fc.array(fc.tuple(fc.constantFrom('coAuthor' as const, 'reviewer' as const), person), { maxLength: 2 }),
    changes: fc.array(change, { maxLength: 4 }),
  }),
  { maxLength: 8 },
);

describe('a column', () => {
  it('grows as it is filled, and reads 0 behind its end', () => {
    const column = new IntColumn();
    for (let value = 0; value < 5000; value++) column.push(value);
    assert.equal(column.length, 5000);
    assert.deepEqual([column.at(4999), column.at(5000), column.last()], [4999, 0, 4999]);
    assert.deepEqual([...column.values.subarray(0, 3)], [0, 1, 2]);
  });

  it('keeps seconds beyond 2038', () => {
    const column = new FloatColumn();
    column.push(2 ** 33);
    assert.equal(column.at(0), 2 ** 33);
  });
});

describe('a history', () => {
  it('knows each path and signature once', () => {
    const history = writeHistory([
      { author: ann, changes: ['A a'] },
      { author: ann, changes: ['M a', 'A b'] },
    ]);
    assert.deepEqual(history.paths, ['a', 'b']);
    assert.deepEqual(history.signatures.length, 1);
    assert.deepEqual([history.indexOfPath('b'), history.indexOfPath('c')], [1, -1]);
  });

  it('marks commits with several parents as merges, and repairs as such', () => {
    const history = writeHistory([
      { author: ann },
      { author: ann, parents: [0], repair: true },
      { author: ann, parents: [0, 1] },
    ]);
    assert.deepEqual([...history.flags.values], [0, commitFlag.repair, commitFlag.merge]);
  });

  it('filtered, holds the commits that pass, whole and in their order', () => {
    fc.assert(
      fc.property(commits, fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }), (written, passes) => {
        const history = writeHistory(written);
        const kept = history.filter(commit => passes[commit] === true);
        assert.deepEqual(
          all(kept),
          all(history).filter((_, commit) => passes[commit] === true),
        );
      }),
    );
  });

  it('filtered, leaves the one it came from alone when more is added', () => {
    const history = writeHistory([{ author: ann, changes: ['A a'] }]);
    const before = all(history);
    const copy = history.filter(() => true);
    copy.commit(shaAt(7), copy.signature(...ben), 1, 0, 1);
    copy.change(65, copy.path('z'), -1, false);
    assert.deepEqual(all(history), before);
    assert.equal(history.paths.length, 1);
  });

  it('with sorted signatures, says the same of every commit, and forgets whom none names', () => {
    fc.assert(
      fc.property(commits, written => {
        const history = writeHistory(written);
        history.signature('Nobody', 'nobody@example.com');
        const before = all(history);
        history.sortSignatures();
        assert.deepEqual(all(history), before);
        const emails = history.signatures.map(({ email }) => email);
        assert.deepEqual(emails, [...emails].sort());
        assert.ok(!emails.includes('nobody@example.com'));
        // Known signatures are still found by what they are.
        emails.forEach((email, index) => {
          assert.equal(history.signature(history.signatures[index]?.name ?? '', email), index);
        });
      }),
    );
  });
});

describe('a file of revisions to ignore', () => {
  it('lists full object ids, whatever their case, with comments', () => {
    const sha = 'ABCDEF0123456789abcdef0123456789abcdef01';
    const long = `${sha}0123456789abcdef01234567`.toLowerCase();
    const ids = parseIgnoredRevisions(`# reformat\n${sha} # why\r\n\nabc123\n ${long}\nnonsense`);
    assert.deepEqual([...ids], [sha.toLowerCase(), long]);
  });
});
