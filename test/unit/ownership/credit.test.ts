import assert from 'node:assert/strict';
import { creditCommits } from '../../../src/core/ownership/credit';
import { joinIdentities } from '../../../src/core/people/identities';
import { Mailmap } from '../../../src/core/people/mailmap';
import { agent, ann, ben, bot, cleo, type Person, type WrittenCommit, writeHistory } from '../history/writtenHistory';

/** Who is credited with one commit, `Ann Example 1`. */
function credited(commit: WrittenCommit, mailmap = ''): string[] {
  const history = writeHistory([commit]);
  const identities = joinIdentities(history.signatures, [1, 1, 1, 1], new Mailmap(mailmap), []);
  const { starts, people, weights } = creditCommits(history, identities);
  assert.deepEqual([...starts], [0, people.length]);
  return [...people].map((id, at) => `${identities.identities[id]?.name} ${weights[at]}`).sort();
}

const github: Person = ['GitHub', 'noreply@github.com'];

describe('the credit for a commit', () => {
  it('goes to the author, not to who committed it', () => {
    assert.deepEqual(credited({ author: ann, committer: ben }), ['Ann Example 1']);
  });

  it('goes to co-authors in full and to reviewers by half', () => {
    const commit: WrittenCommit = {
      author: ann,
      trailers: [
        ['coAuthor', ben],
        ['reviewer', cleo],
      ],
    };
    assert.deepEqual(credited(commit), ['Ann Example 1', 'Ben Bäcker 1', 'Cleo Third 0.5']);
  });

  it('goes once to who is there twice, for the most they did', () => {
    const commit: WrittenCommit = {
      author: ann,
      trailers: [
        ['reviewer', ann],
        ['reviewer', ben],
        ['coAuthor', ben],
      ],
    };
    assert.deepEqual(credited(commit), ['Ann Example 1', 'Ben Bäcker 1']);
  });

  it('goes through the mailmap, for trailers too', () => {
    const commit: WrittenCommit = { author: ann, trailers: [['coAuthor', ['benny', 'benny@home']]] };
    assert.deepEqual(credited(commit, 'Ben Bäcker <ben@example.com> <benny@home>'), ['Ann Example 1', 'Ben Bäcker 1']);
  });

  it('goes to nobody for what a bot did', () => {
    assert.deepEqual(credited({ author: bot, committer: ann, trailers: [['coAuthor', ann]] }), []);
  });

  it('goes to the human co-author of an agent', () => {
    assert.deepEqual(credited({ author: agent, committer: cleo, trailers: [['coAuthor', ann]] }), ['Ann Example 1']);
  });

  it('goes to the human who committed what an agent wrote alone', () => {
    assert.deepEqual(credited({ author: agent, committer: cleo }), ['Cleo Third 1']);
    assert.deepEqual(credited({ author: agent, committer: cleo, trailers: [['reviewer', ben]] }), [
      'Ben Bäcker 0.5',
      'Cleo Third 1',
    ]);
  });

  it('goes to nobody where an agent wrote and a host committed', () => {
    assert.deepEqual(credited({ author: agent, committer: github }), []);
  });

  it('leaves the person whom an agent helped the only author', () => {
    assert.deepEqual(
      credited({
        author: ann,
        trailers: [
          ['coAuthor', agent],
          ['reviewer', bot],
        ],
      }),
      ['Ann Example 1'],
    );
  });
});
