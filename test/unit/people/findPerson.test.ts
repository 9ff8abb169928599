import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findPerson } from '../../../src/core/people/findPerson';
import { examplePerson } from '../report/exampleSnapshot';

const people = [
  examplePerson(0, 'Ann Lee', { email: 'ann@work.example', aliases: ['Ann.Lee@home.example'] }),
  examplePerson(1, 'Ann Marlow'),
  examplePerson(2, 'José Núñez'),
  examplePerson(3, 'Hannah Birk'),
  examplePerson(4, 'annbot', { bot: true }),
  examplePerson(5, 'Ben Ito'),
  examplePerson(6, 'Ben Ito', { email: 'other.ben@example.com' }),
  examplePerson(7, 'Marlow Quiet', { active: false }),
];

function found(wanted: string): string | number[] {
  const result = findPerson(people, wanted);
  switch (result.kind) {
    case 'one':
      return `one ${result.person.id}`;
    case 'several':
      return result.people.map(({ id }) => id);
    case 'nobody':
      return `nobody ${result.close.map(({ id }) => id).join()}`;
  }
}

describe('finding a person', () => {
  it('goes by address, alias and full name, whatever the case and accents', () => {
    assert.equal(found('ANN@work.example'), 'one 0');
    assert.equal(found('ann.lee@HOME.example'), 'one 0');
    assert.equal(found('ann  lee'), 'one 0');
    assert.equal(found('jose nunez'), 'one 2');
    assert.equal(found('JOSÉ NÚÑEZ'), 'one 2');
  });

  it('goes by the part of a name that only one person has', () => {
    assert.equal(found('Marlow'), 'one 1');
    assert.equal(found('birk'), 'one 3');
    assert.equal(found('other.ben'), 'one 6');
  });

  it('chooses nobody where several fit', () => {
    assert.deepEqual(found('ann'), [0, 1]);
    assert.deepEqual(found('Ben Ito'), [5, 6]);
  });

  it('goes by who is active where others have the name too', () => {
    assert.equal(found('marlow'), 'one 1');
    assert.equal(found('marlow quiet'), 'one 7');
  });

  it('names who is close where nobody fits', () => {
    assert.equal(found('Ann Leo'), 'nobody 0');
    assert.equal(found('Nunes'), 'nobody 2');
    assert.equal(found('zzz'), 'nobody ');
  });

  it('finds neither bots nor nothing', () => {
    assert.notEqual(found('annbot'), 'one 4');
    assert.equal(found(' '), 'nobody ');
  });

  it('takes any text', function () {
    this.timeout(10_000);
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        assert.ok(['one', 'several', 'nobody'].includes(findPerson(people, text).kind));
      }),
      { numRuns: 30 },
    );
  });
});
