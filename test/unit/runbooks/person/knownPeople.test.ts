import assert from 'node:assert/strict';
import { peopleLookup } from '../../../../src/core/runbooks/lint/peopleLookup';
import { knownPeople } from '../../../../src/core/runbooks/person/knownPeople';
import { examplePerson } from '../../report/exampleSnapshot';

describe('People and teams a page may mean', () => {
  const people = [
    examplePerson(0, 'Zorblina Okafor', {
      email: '12+zokafor@users.noreply.github.com',
      aliases: ['zorblina.okafor@example.org'],
    }),
    examplePerson(1, 'Release Manager', { email: 'release@example.org' }),
    examplePerson(2, 'Wumpus Build', { email: 'wumpus@example.org', bot: true, state: null }),
  ];
  const known = knownPeople(peopleLookup(people, ['@shop/Quokkas', '@wombats']));

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
