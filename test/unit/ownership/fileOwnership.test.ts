import assert from 'node:assert/strict';
import fc from 'fast-check';
import { neededShare, notWhole, stateOf } from '../../../src/core/ownership/fileOwnership';
import { agent, ann, at, ben, bot, cleo, type Person, type WrittenCommit } from '../history/writtenHistory';
import { judge, repeat } from './evidence';

const edit = (author: Person, on: number, ...changes: string[]): WrittenCommit => ({ author, on, changes });
const left = (name: string) => [{ name, emails: [], left: true, present: false, bot: false, away: [], teams: [] }];

/** A commit that changes 150 files besides the one named. */
const sweep = (author: Person, on: number, change: string): WrittenCommit =>
  edit(author, on, change, ...Array.from({ length: 150 }, (_, index) => `A sweep/${on}/${index}`));

describe('the owners of a file', () => {
  it('are one, for certain, where one person created and kept it', () => {
    const { evidence, names } = judge([edit(ann, 0, 'A a'), ...repeat(3, edit(ann, 5, 'M a'))]);
    const { state, certain, owners, knowledge, touches, people } = evidence('a');
    assert.deepEqual([state, certain, names(owners), touches, people], ['sole', true, ['Ann Example'], 4, 1]);
    assert.deepEqual(
      knowledge.map(({ share, authorship, activity, touches: own, created, ownerBy }) => ({
        ...{ share, authorship, activity, own, created, ownerBy },
      })),
      [{ share: 1, authorship: 1, activity: 1, own: 4, created: true, ownerBy: ['authorship', 'activity'] }],
    );
  });

  it('are two, for certain, where two wrote as much', () => {
    const { evidence, names } = judge([
      { ...edit(ann, 0, 'A a'), trailers: [['coAuthor', ben]] },
      ...repeat(4, edit(ann, 9, 'M a')),
      ...repeat(4, edit(ben, 9, 'M a')),
    ]);
    const { state, certain, owners } = evidence('a');
    assert.deepEqual([state, certain, names(owners)], ['shared', true, ['Ann Example', 'Ben Bäcker']]);
  });

  it('are likely only where authorship and activity differ', () => {
    const { evidence, names } = judge([
      edit(ann, 0, 'A a'),
      ...repeat(3, edit(ann, 1, 'M a')),
      ...repeat(2, edit(ben, 9, 'M a')),
    ]);
    const { state, certain, authors, recent, owners } = evidence('a');
    assert.deepEqual([names(authors), names(recent)], [['Ann Example'], ['Ann Example', 'Ben Bäcker']]);
    assert.deepEqual([state, certain, names(owners)], ['shared', false, ['Ann Example', 'Ben Bäcker']]);
  });

  it('are none when everyone who knew it is quiet', () => {
    const { evidence } = judge([edit(ann, 0, 'A a'), edit(ben, 900, 'A b')]);
    assert.deepEqual([evidence('a').state, evidence('a').certain, evidence('b').state], ['orphaned', true, 'sole']);
    assert.deepEqual(
      evidence('a').knowledge.map(({ ownerBy }) => ownerBy),
      [[]],
    );
  });

  it('are none when who knew it is listed as left, however recent the work', () => {
    const { evidence } = judge([edit(ann, 0, 'A a'), edit(ann, 1, 'M a')], { declared: left('Ann Example') });
    assert.equal(evidence('a').state, 'orphaned');
  });

  it('are unknown for a file no commit touched', () => {
    const { evidence } = judge([edit(ann, 0, 'A a')]);
    assert.deepEqual([evidence('b').state, evidence('b').certain, evidence('b').knowledge], ['unknown', false, []]);
  });

  it('are none of the bots and agents that wrote it, so that a file of theirs is orphaned', () => {
    const { evidence } = judge([
      { author: bot, changes: ['A bot'] },
      { author: agent, committer: ['GitHub', 'noreply@github.com'], changes: ['A agent'] },
    ]);
    assert.deepEqual([evidence('bot').state, evidence('agent').state], ['orphaned', 'orphaned']);
    assert.deepEqual([evidence('bot').knowledge, evidence('bot').touches], [[], 1]);
  });

  it('include nobody for a commit that swept over the whole tree', () => {
    const { evidence, names } = judge([edit(ann, 0, 'A a'), ...repeat(5, edit(ann, 2, 'M a')), sweep(ben, 3, 'M a')]);
    assert.deepEqual([evidence('a').state, names(evidence('a').owners)], ['sole', ['Ann Example']]);
    const narrow = judge([
      edit(ann, 0, 'A a'),
      ...repeat(2, edit(ann, 2, 'M a')),
      edit(ben, 3, 'M a'),
      edit(ben, 3, 'M a'),
    ]);
    assert.equal(narrow.evidence('a').state, 'shared', 'without the sweep the same two would share it');
  });

  it('include nobody for one passing commit on a file that saw many', () => {
    const { evidence, names } = judge([
      edit(ann, 0, 'A a'),
      ...repeat(20, edit(ann, 1, 'M a')),
      edit(cleo, 700, 'A other'),
      edit(ben, 700, 'M a'),
    ]);
    // Ann is quiet by then, and one typo fixed does not make Ben the owner.
    assert.deepEqual(names(evidence('a').owners), []);
    assert.equal(evidence('a').state, 'orphaned');
  });

  it('are shared, not none, where many contribute equally', () => {
    const everyone = Array.from(
      { length: 12 },
      (_, index): Person => [`Person Number${index}`, `p${index}@example.com`],
    );
    const { evidence } = judge([
      edit(everyone[0] ?? ann, 0, 'A a'),
      ...everyone.flatMap(person => repeat(3, edit(person, 10, 'M a'))),
    ]);
    assert.equal(evidence('a').state, 'shared');
    assert.equal(evidence('a').recent.length, 12);
  });

  it('are not those who only reviewed', () => {
    const reviewed: WrittenCommit = { ...edit(ann, 1, 'M a'), trailers: [['reviewer', ben]] };
    const { evidence, names } = judge([edit(ann, 0, 'A a'), reviewed, edit(ann, 1, 'M a'), edit(ann, 1, 'M a')]);
    assert.deepEqual(names(evidence('a').authors), ['Ann Example']);
    const reviewer = evidence('a').knowledge.find(({ person }) => names([person])[0] === 'Ben Bäcker');
    assert.deepEqual([reviewer?.touches, reviewer?.ownerBy], [0, []]);
  });

  it('forget with time: who worked last counts more', () => {
    const { evidence, names } = judge([
      edit(ann, 0, 'A a'),
      ...repeat(2, edit(ann, 0, 'M a')),
      edit(ann, 1500, 'A elsewhere'),
      ...repeat(3, edit(ben, 1500, 'M a')),
    ]);
    assert.deepEqual(names(evidence('a').recent), ['Ben Bäcker']);
  });

  it('leave out ignored commits', () => {
    const { evidence, names } = judge([edit(ann, 0, 'A a'), ...repeat(5, edit(ben, 1, 'M a'))], {
      ignored: [1, 2, 3, 4, 5],
    });
    assert.deepEqual([names(evidence('a').owners), evidence('a').touches], [['Ann Example'], 1]);
  });

  it('are listed first, at most five people besides them', () => {
    const everyone = Array.from(
      { length: 9 },
      (_, index): Person => [`Person Number${index}`, `p${index}@example.com`],
    );
    const { evidence } = judge([
      edit(ann, 0, 'A a'),
      ...repeat(30, edit(ann, 1, 'M a')),
      ...everyone.map(person => edit(person, 1, 'M a')),
    ]);
    assert.deepEqual([evidence('a').knowledge.length, evidence('a').people], [5, 10]);
    assert.deepEqual(evidence('a').knowledge[0]?.ownerBy, ['authorship', 'activity']);
  });

  it('have shares that add up to one, and no number that is none, whatever happened', () => {
    const who = fc.constantFrom(ann, ben, cleo, bot, agent);
    const step = fc.record({
      author: who,
      on: fc.nat(40_000),
      changes: fc.subarray(['M a'], { minLength: 1 }),
      trailers: fc.array(fc.tuple(fc.constantFrom('coAuthor' as const, 'reviewer' as const), who), { maxLength: 2 }),
    });
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 12 }), fc.boolean(), (steps, created) => {
        const [first, ...rest] = steps;
        const commits = first ? [{ ...first, changes: [created ? 'A a' : 'M a'] }, ...rest] : [];
        const { evidence, active } = judge(commits);
        const found = evidence('a');
        const total = found.knowledge.reduce((sum, { share }) => sum + share, 0);
        for (const entry of found.knowledge) {
          for (const share of [entry.share, entry.authorship, entry.activity])
            assert.ok(share >= 0 && share <= 1 + 1e-9);
        }
        assert.ok(total <= 1 + 1e-9);
        assert.ok(found.owners.every(person => active[person]));
        assert.equal(found.state, stateOf(found.owners.length));
      }),
    );
  });
});

describe('a file whose history began before the cut', () => {
  it('keeps no share of anybody', () => {
    const { evidence } = judge([edit(ann, 4, 'A a')]);
    const cut = notWhole(evidence('a'));
    assert.deepEqual([cut.state, cut.certain, cut.knowledge, cut.owners, cut.touches], ['unknown', false, [], [], 0]);
    assert.equal(cut.lastTouched, at(4));
  });
});

describe('the share that makes an owner', () => {
  it('is the threshold, or half of the highest where nobody reaches twice as much', () => {
    assert.deepEqual([neededShare(0.25, 0.9), neededShare(0.25, 0.5), neededShare(0.25, 0.1)], [0.25, 0.25, 0.05]);
  });
});
