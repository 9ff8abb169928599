import assert from 'node:assert/strict';
import fc from 'fast-check';
import { componentOwnership } from '../../../src/core/ownership/componentOwnership';
import type { FileEvidence } from '../../../src/core/ownership/fileOwnership';
import { stateOf } from '../../../src/core/ownership/fileOwnership';

const active = [true, true, true, true, false];

/** A file on which the people named (0 to 4; 4 is quiet) worked four times each, lately. */
function file(...people: number[]): FileEvidence {
  const owners = people.filter(person => active[person]);
  return {
    ...{ state: stateOf(owners.length), certain: true, authors: owners, recent: owners, owners },
    knowledge: people.map(person => ({
      ...{ person, share: 1 / people.length, authorship: 1, activity: 1 / people.length },
      ...{ touches: 4, created: true, lastTouched: 50, owner: active[person] === true },
    })),
    activity: people.map(person => ({ person, recency: 4 })),
    ...{ touches: 4 * people.length, people: people.length, lastTouched: 50 },
  };
}

const unknown: FileEvidence = {
  ...file(),
  ...{ state: 'unknown', certain: false, touches: 0, lastTouched: 9 },
};
const of = (...files: FileEvidence[]) => componentOwnership(files, active, 0.25);
const people = (shares: readonly { person: number }[]): number[] => shares.map(({ person }) => person);

describe('a component', () => {
  it('is known by one person, for certain, where one owns all files', () => {
    const { state, certain, owners, soleFiles, orphanedFiles, truckFactor } = of(file(0), file(0), file(0));
    assert.deepEqual([state, certain, owners], ['sole', true, [{ person: 0, share: 1 }]]);
    assert.deepEqual([soleFiles, orphanedFiles, truckFactor], [3, 0, 1]);
  });

  it('is shared where two own the files together', () => {
    const { state, certain, owners } = of(file(0, 1), file(0, 1));
    assert.deepEqual([state, certain, people(owners)], ['shared', true, [0, 1]]);
  });

  it('is shared where each file has one owner, but another one', () => {
    const { state, owners, soleFiles } = of(file(0), file(0), file(1), file(1), file(2), file(2));
    assert.deepEqual([state, people(owners), soleFiles], ['shared', [0, 1, 2], 6]);
  });

  it('is orphaned where most files have no owner, and nobody is active on the whole', () => {
    const { state, certain, owners, truckFactor, orphanedFiles } = of(file(4), file(4), file(4));
    assert.deepEqual([state, certain, owners, truckFactor, orphanedFiles], ['orphaned', true, [], null, 3]);
  });

  it('is likely only where files and activity differ', () => {
    const busy = {
      ...file(0),
      activity: [
        { person: 0, recency: 4 },
        { person: 1, recency: 4 },
      ],
    };
    const { state, certain, owners } = of(busy, busy, busy);
    assert.deepEqual([state, certain, people(owners)], ['shared', false, [0, 1]]);
  });

  it('is unknown where most of its files are, and has no numbers then', () => {
    const { state, certain, owners, knowledge, truckFactor, lastTouched } = of(file(0), unknown, unknown);
    assert.deepEqual([state, certain, owners, knowledge, truckFactor], ['unknown', false, [], [], null]);
    assert.equal(lastTouched, 50);
    assert.equal(of().state, 'unknown');
  });

  it('is never certain while some of its files are unknown', () => {
    const { state, certain } = of(file(0), file(0), unknown);
    assert.deepEqual([state, certain], ['sole', false]);
  });

  it('is not owned by who left, whatever they did', () => {
    const { owners, knowledge } = of(file(0, 4), file(0, 4), file(4));
    assert.deepEqual(people(owners), [0]);
    assert.ok(people(knowledge).includes(4));
  });

  it('is not owned by who made one fresh touch on one of many files', () => {
    const passing = {
      ...file(0),
      activity: [
        { person: 0, recency: 1 },
        { person: 1, recency: 1 },
      ],
    };
    const { state, owners } = of(passing, file(0), file(0), file(0));
    assert.deepEqual([state, people(owners)], ['sole', [0]]);
  });

  it('has an owner exactly where its state says so, and no number that is none', () => {
    const anyFile = fc.oneof(
      fc.uniqueArray(fc.nat(4), { maxLength: 5 }).map(all => file(...all)),
      fc.constant(unknown),
    );
    fc.assert(
      fc.property(fc.array(anyFile, { maxLength: 12 }), files => {
        const found = of(...files);
        const count = found.owners.length;
        assert.equal(found.state, found.state === 'unknown' ? 'unknown' : stateOf(count));
        assert.ok(found.owners.every(({ person, share }) => active[person] && share >= 0 && share <= 1));
        assert.ok(found.knowledge.every(({ share }) => share > 0 && share <= 1));
        assert.ok(found.truckFactor === null || found.truckFactor > 0);
      }),
    );
  });
});
