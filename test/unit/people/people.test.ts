import assert from 'node:assert/strict';
import type { Person } from '../../../src/core/model';
import { agent, ann, at, ben, bot, cleo, type WrittenCommit } from '../history/writtenHistory';
import { type Circumstances, judge } from '../ownership/evidence';

function person(name: string, commits: readonly WrittenCommit[], circumstances: Circumstances = {}): Person {
  const found = judge(commits, circumstances).people.find(each => each.name === name);
  assert.ok(found, `${name} is there`);
  return found;
}

describe('a person', () => {
  it('is active for as many days after a touch as the settings say', () => {
    const commits: WrittenCommit[] = [
      { author: ann, on: 0 },
      { author: ben, on: 100 },
    ];
    assert.equal(person('Ann Example', commits, { settings: { activeDays: 100 } }).active, true);
    assert.equal(person('Ann Example', commits, { settings: { activeDays: 99 } }).active, false);
  });

  it('is active who co-wrote or reviewed lately', () => {
    const commits: WrittenCommit[] = [
      {
        author: ann,
        on: 500,
        trailers: [
          ['coAuthor', ben],
          ['reviewer', cleo],
        ],
      },
    ];
    assert.equal(person('Ben Bäcker', commits).active, true);
    assert.equal(person('Cleo Third', commits).active, true);
  });

  it('is active who is listed as present, and is not who is listed as left', () => {
    const declare = (left: boolean): Circumstances => ({
      today: 1000,
      declared: [{ name: 'Ann Example', emails: [], left, present: !left, bot: false, away: [], teams: [] }],
    });
    const commits = [{ author: ann, on: 1 }];
    assert.equal(person('Ann Example', commits, declare(false)).active, true);
    const left = person('Ann Example', [{ author: ann, on: 1000 }], declare(true));
    assert.deepEqual([left.active, left.left], [false, true]);
  });

  it('is away on the days listed, whenever the last commit was, and comes back', () => {
    const on = (date: string, period: { from: string | null; until: string | null }): Person =>
      person('Ann Example', [{ author: ann, on: 1 }], {
        date,
        declared: [
          { name: 'Ann Example', emails: [], left: false, present: false, bot: false, away: [period], teams: [] },
        ],
      });
    const period = { from: '2026-02-01', until: '2026-03-31' };
    const states = ['2026-01-31', '2026-02-01', '2026-03-31', '2026-04-01'].map(date => on(date, period).state);
    assert.deepEqual(states, ['active', 'away', 'away', 'active']);
    const away = on('2026-02-10', period);
    assert.deepEqual([away.active, away.left, away.awayUntil], [false, false, '2026-03-31']);
    const open = on('2030-01-01', { from: '2026-02-01', until: null });
    assert.deepEqual([open.state, open.awayUntil], ['away', null]);
  });

  it('is in one state: active, quiet, left; bots and agents in none', () => {
    const commits: WrittenCommit[] = [
      { author: ann, on: 0 },
      { author: bot, on: 0 },
      { author: agent, on: 0 },
      { author: ben, on: 1000 },
    ];
    const names = ['Ann Example', 'Ben Bäcker', 'Release Bot', 'Claude'];
    assert.deepEqual(
      names.map(name => person(name, commits).state),
      ['quiet', 'active', null, null],
    );
  });

  it('has the commits written and co-written, not those merged or reviewed', () => {
    const commits: WrittenCommit[] = [
      { author: ann },
      { author: ben, trailers: [['coAuthor', ann]] },
      { author: ben, trailers: [['reviewer', ann]] },
      { author: ann, parents: [1, 2] },
    ];
    const { commits: count, lastCommit } = person('Ann Example', commits);
    assert.deepEqual([count, lastCommit], [2, at(1)]);
  });

  it('is not made active by a date in the future', () => {
    const commits: WrittenCommit[] = [{ author: ann, on: 9_999 }];
    assert.equal(person('Ann Example', commits, { today: 10 }).lastCommit, at(10));
  });

  it('is never active as a bot or an agent', () => {
    const commits: WrittenCommit[] = [{ author: bot }, { author: agent, committer: ann }];
    assert.deepEqual(
      ['Release Bot', 'Claude']
        .map(name => person(name, commits))
        .map(({ active, bot: is, agent: ai }) => [active, is, ai]),
      [
        [false, true, false],
        [false, false, true],
      ],
    );
  });
});
