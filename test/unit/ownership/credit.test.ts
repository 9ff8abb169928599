import assert from 'node:assert/strict';
import { creditCommits } from '../../../src/core/ownership/credit';
import { joinIdentities } from '../../../src/core/people/identities';
import { Mailmap } from '../../../src/core/people/mailmap';
import { agent, ann, ben, bot, cleo, type Person, type WrittenCommit, writeHistory } from '../history/writtenHistory';

/** Who is credited with each commit, `Ann Example 1`; those with `*` had the help of an agent. */
function creditedIn(commits: readonly WrittenCommit[], mailmap = ''): string[][] {
  const history = writeHistory(commits);
  const identities = joinIdentities(history.signatures, [1, 1, 1, 1], new Mailmap(mailmap), []);
  const { starts, people, weights, assisted } = creditCommits(history, identities);
  assert.deepEqual([starts[0], starts.at(-1)], [0, people.length]);
  return commits.map((_, commit) => {
    const mark = assisted[commit] === 1 ? '*' : '';
    const [start, end] = [starts[commit] ?? 0, starts[commit + 1] ?? 0];
    const names = [...people.subarray(start, end)].map(
      (id, at) => `${identities.identities[id]?.name} ${weights[start + at]}${mark}`,
    );
    return names.sort();
  });
}

/** The same of one commit alone. */
function credited(commit: WrittenCommit, mailmap = ''): string[] {
  return creditedIn([commit], mailmap)[0] ?? [];
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

  it('goes to nobody for what a bot did alone, whoever committed or reviewed it', () => {
    assert.deepEqual(credited({ author: bot, committer: ann, trailers: [['reviewer', ann]] }), []);
  });

  it('goes to the people whose work a bot put together', () => {
    assert.deepEqual(credited({ author: bot, committer: github, trailers: [['coAuthor', ann]] }), ['Ann Example 1']);
  });

  it('is not changed by who signed it off', () => {
    assert.deepEqual(credited({ author: ann, trailers: [['signer', ben]] }), ['Ann Example 1']);
  });

  it('goes to the human co-author of an agent', () => {
    assert.deepEqual(credited({ author: agent, committer: cleo, trailers: [['coAuthor', ann]] }), ['Ann Example 1*']);
  });

  it('goes to the human who committed what an agent wrote alone', () => {
    assert.deepEqual(credited({ author: agent, committer: cleo }), ['Cleo Third 1*']);
    assert.deepEqual(credited({ author: agent, committer: cleo, trailers: [['reviewer', ben]] }), [
      'Ben Bäcker 0.5*',
      'Cleo Third 1*',
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
      ['Ann Example 1*'],
    );
  });

  it('goes to who signed off what an agent wrote, before who committed it', () => {
    assert.deepEqual(credited({ author: agent, committer: cleo, trailers: [['signer', ann]] }), ['Ann Example 1*']);
  });

  it('goes to who merged what an agent wrote, where the host committed it', () => {
    const commits: WrittenCommit[] = [
      { author: ann },
      { author: agent, committer: github, parents: [0] },
      { author: agent, committer: github, parents: [1] },
      { author: ben, parents: [0] },
      { author: cleo, committer: github, parents: [3, 2] },
      { author: agent, committer: github, parents: [4] },
    ];
    const [, first, second, , , later] = creditedIn(commits);
    assert.deepEqual([first, second, later], [['Cleo Third 1*'], ['Cleo Third 1*'], []]);
  });

  it('goes to who merged a branch first, and of a branch within a branch to who merged it there', () => {
    const commits: WrittenCommit[] = [
      { author: ann },
      { author: agent, committer: github, parents: [0] },
      { author: ben, parents: [0] },
      { author: ben, parents: [2, 1] },
      { author: agent, committer: github, parents: [1] },
      { author: ann, parents: [0, 3] },
      { author: cleo, parents: [5, 4] },
    ];
    const credits = creditedIn(commits);
    assert.deepEqual([credits[1], credits[4]], [['Ben Bäcker 1*'], ['Cleo Third 1*']]);
  });

  it('is marked where an agent committed, stands behind the name, or is thanked', () => {
    assert.deepEqual(credited({ author: ann, committer: agent }), ['Ann Example 1*']);
    assert.deepEqual(credited({ author: ['Ann Example (aider)', 'ann@example.com'] }), ['Ann Example 1*']);
    assert.deepEqual(credited({ author: ann, thanks: ['Claude:claude-opus-4'] }), ['Ann Example 1*']);
    assert.deepEqual(credited({ author: ann, thanks: ['Ben Bäcker'] }), ['Ann Example 1']);
  });
});
