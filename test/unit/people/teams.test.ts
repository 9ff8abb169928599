import assert from 'node:assert/strict';
import { parseCodeowners } from '../../../src/core/components/codeowners';
import type { PersonState } from '../../../src/core/model';
import { teamReasons } from '../../../src/core/ownership/teamReasons';
import type { Identity } from '../../../src/core/people/identities';
import { isTeam, teamsOf, teamsOfFiles } from '../../../src/core/people/teams';
import { examplePerson } from '../report/exampleSnapshot';

const person = (name: string, email: string, teams: readonly string[] = []): Identity => ({
  ...{ name, email, aliases: [], kind: 'human', left: false, present: false, away: [], teams },
});

describe('teams', () => {
  it('have the people listed by name, address or login, and those who list the team', () => {
    const people = [
      person('Ann Example', 'ann@example.com', ['ops']),
      person('Ben Bäcker', '7+ben@users.noreply.github.com'),
      person('Cleo Third', 'cleo@example.com'),
      person('Dan', 'dan@example.com'),
    ];
    const teams = [{ name: 'payments', people: ['ann example', '@Ben', 'CLEO@example.com'] }];
    assert.deepEqual(teamsOf(people, { teams }), [['ops', 'payments'], ['payments'], ['payments'], []]);
  });

  it('of files are those that CODEOWNERS gives at least half of them to', () => {
    const codeowners = parseCodeowners('* @shop/core @ann\npay/ @shop/payments\npay/docs/ @shop/docs\n');
    assert.deepEqual(teamsOfFiles(['pay/a', 'pay/b', 'pay/docs/c'], codeowners), ['shop/payments']);
    assert.deepEqual(teamsOfFiles(['x'], codeowners), ['shop/core']);
    assert.deepEqual(teamsOfFiles(['x'], parseCodeowners('* @ann ben@example.com')), []);
  });

  it('are the same with and without their organisation', () => {
    assert.ok(isTeam('shop/payments', '@Shop/Payments') && isTeam('shop/payments', 'payments'));
    assert.ok(!isTeam('shop/payments', 'pay') && !isTeam('shop/payments', 'other/payments'));
  });
});

describe('what the teams of owners say', () => {
  const people = [
    examplePerson(0, 'Ann', { teams: ['payments'] }),
    examplePerson(1, 'Ben', { teams: ['payments', 'ops'] }),
    examplePerson(2, 'Cleo'),
  ];
  const reasons = (owners: readonly number[], teams: readonly string[] = []) =>
    teamReasons({ owners: owners.map(id => ({ person: id, share: 0.5 })) }, teams, people);

  it('is that one of the team alone knows it', () => {
    assert.deepEqual(reasons([0], ['shop/payments']), [
      { code: 'soleInTeam', values: { person: 0, team: 'shop/payments' } },
    ]);
    assert.deepEqual(reasons([2], ['shop/payments']), []);
    assert.deepEqual(reasons([1], ['ops']), []);
  });

  it('counts who is away in a team, and not who left', () => {
    const withBen = (state: PersonState) =>
      people.map(person => (person.id === 1 ? { ...person, active: false, state } : person));
    const owners = [{ person: 0, share: 1 }];
    assert.equal(teamReasons({ owners }, ['payments'], withBen('away')).length, 1);
    assert.equal(teamReasons({ owners }, ['payments'], withBen('left')).length, 0);
  });

  it('is that all owners are in one team', () => {
    assert.deepEqual(reasons([0, 1]), [{ code: 'oneTeam', values: { team: 'payments' } }]);
    assert.deepEqual(reasons([0, 2]), []);
    assert.deepEqual(reasons([0]), []);
    assert.deepEqual(reasons([]), []);
  });
});
