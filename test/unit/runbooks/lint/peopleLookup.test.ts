import assert from 'node:assert/strict';
import fc from 'fast-check';
import { peopleLookup } from '../../../../src/core/runbooks/lint/peopleLookup';
import { examplePerson } from '../../report/exampleSnapshot';

const people = [
  examplePerson(0, 'Ann Lee', { email: 'ann.lee@work.example', aliases: ['7+annl@users.noreply.github.com'] }),
  examplePerson(1, 'Ann Marlow', { email: 'marlow@example.com' }),
  examplePerson(2, 'José Núñez', { email: 'jn@example.com' }),
  examplePerson(3, 'builder', { email: 'builder@example.com', bot: true, state: null }),
  examplePerson(4, 'ben', { email: 'ito@example.com' }),
  examplePerson(5, '山田太郎', { email: 'taro@example.jp' }),
];
const { find, isTeam } = peopleLookup(people, ['payments', '@shop/core']);
const found = (word: string): string => {
  const all = find(word);
  return all.length === 0 ? 'nobody' : `${all[0]?.by} ${all.map(({ id }) => id).join()}`;
};

describe('The people that a page may mean', () => {
  it('are found by address, full name and login, whatever the case and accents', () => {
    assert.equal(found('ANN.LEE@work.example'), 'address 0');
    assert.equal(found('jose  nunez'), 'fullName 2');
    assert.equal(found('山田太郎'), 'fullName 5');
    assert.equal(found('@annl'), 'login 0');
    assert.equal(found('marlow@'), 'nobody');
    assert.equal(found('@jn'), 'login 2');
    assert.equal(found('Ben'), 'login 4');
  });

  it('are all who have a first or last name, and nobody who only begins like it', () => {
    assert.equal(found('Ann'), 'namePart 0,1');
    assert.equal(found('Lee'), 'namePart 0');
    assert.equal(found('An'), 'nobody');
    assert.equal(found('José'), 'namePart 2');
  });

  it('are no bots, and nobody for any other text', () => {
    assert.equal(found('builder'), 'nobody');
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), word => {
        assert.ok(find(word).every(({ state }) => state !== null));
      }),
    );
  });

  it('are no teams, which settings and CODEOWNERS name', () => {
    assert.ok(isTeam('payments') && isTeam('@Payments') && isTeam('@shop/core') && isTeam('core'));
    assert.ok(isTeam('@other/team'));
    assert.ok(!isTeam('@ann') && !isTeam('ann/lee') && !isTeam(''));
  });
});
