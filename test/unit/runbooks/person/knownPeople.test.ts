import assert from 'node:assert/strict';
import { parseCodeowners } from '../../../../src/core/components/codeowners';
import type { Person } from '../../../../src/core/model';
import { knownPeople } from '../../../../src/core/runbooks/person/knownPeople';

const person = (id: number, name: string, email: string, more: Partial<Person> = {}): Person => ({
  ...{ id, name, email, aliases: [], bot: false, agent: false, active: true, state: 'active', awayUntil: null },
  ...{ teams: [], left: false, commits: 1, lastCommit: 0 },
  ...more,
});

describe('People and teams a page may mean', () => {
  const people = [
    person(0, 'Zorblina Okafor', '12+zokafor@users.noreply.github.com', { aliases: ['zorblina.okafor@example.org'] }),
    person(1, 'Release Manager', 'release@example.org'),
    person(2, 'Wumpus Build', 'wumpus@example.org', { bot: true }),
  ];
  const known = knownPeople(people, parseCodeowners('* @shop/Quokkas @zokafor\n'), {
    teams: [{ name: '@wombats', people: [] }],
  });

  it('are found by full name, given name, login and address', () => {
    for (const word of ['zorblina okafor', 'zokafor', 'Zorblina.Okafor']) assert.equal(known.personOf(word), 0, word);
    assert.equal(known.givenNameOf('Zorblina'), 0);
    assert.equal(known.givenNameOf('zorblina'), null);
    assert.equal(known.personOf('nobody here'), null);
  });

  it('are no bots and no offices', () => {
    for (const word of ['Release', 'Wumpus']) assert.equal(known.givenNameOf(word), null, word);
    for (const word of ['release', 'wumpus']) assert.equal(known.personOf(word), null, word);
  });

  it('are teams where CODEOWNERS or the settings say so', () => {
    for (const team of ['@quokkas', 'shop/quokkas', 'Wombats']) assert.ok(known.isTeam(team), team);
    assert.ok(!known.isTeam('@zokafor'));
  });
});
