import assert from 'node:assert/strict';
import fc from 'fast-check';
import { OwnerSets } from '../../../src/core/ownership/ownerSets';
import { smallestGroupInSteps } from '../../../src/core/ownership/smallestGroup';
import { inOneGo } from '../../../src/core/steps';

describe('files counted by who owns them', () => {
  const owners = fc.array(fc.uniqueArray(fc.nat(6), { maxLength: 3 }), { maxLength: 25 });

  it('are as if they had been counted afresh when some are taken away again, and others join their owners', () => {
    fc.assert(
      fc.property(owners, owners, fc.nat(6), (stay, leave, person) => {
        const changed = new OwnerSets();
        for (const files of [stay, leave]) for (const people of files) changed.add(people, 1);
        for (const people of leave) changed.add(people.toReversed(), -1);
        for (const people of stay.filter(each => !each.includes(person))) {
          changed.add(people, -1);
          changed.add([...people, person], 1);
        }
        const fresh = new OwnerSets();
        for (const people of stay) fresh.add([...people.filter(each => each !== person), person], 1);
        assert.equal(changed.files, fresh.files);
        assert.equal(changed.filesOfPerson(person), stay.length);
        for (const some of [[], [person], [person, 0, 1]]) {
          assert.equal(changed.filesOfOnly(some), fresh.filesOfOnly(some));
        }
        assert.deepEqual(inOneGo(smallestGroupInSteps(changed)), inOneGo(smallestGroupInSteps(fresh)));
      }),
    );
  });

  it('have no group to lose where nobody owns any', () => {
    const sets = new OwnerSets();
    sets.add([], 3);
    assert.equal(inOneGo(smallestGroupInSteps(sets)), null);
  });
});
