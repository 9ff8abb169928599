import assert from 'node:assert/strict';
import fc from 'fast-check';
import { filesUnder, partTruckFactor } from '../../../src/core/ownership/partTruckFactor';
import { filesByPerson, truckFactorOf } from '../../../src/core/ownership/truckFactor';
import { exampleSnapshot } from '../report/exampleSnapshot';

type Owners = readonly (readonly number[])[];

const withoutOwner = (owners: Owners, gone: ReadonlySet<number>): number =>
  owners.filter(people => people.every(person => gone.has(person))).length;

/** The size of the smallest set of people whose loss leaves more than half of the files without an owner. */
function bruteForce(owners: Owners): number {
  const people = [...new Set(owners.flat())];
  let least = people.length;
  for (let mask = 1; mask < 2 ** people.length; mask++) {
    const gone = new Set(people.filter((_, bit) => ((mask >> bit) & 1) === 1));
    if (gone.size < least && withoutOwner(owners, gone) * 2 > owners.length) least = gone.size;
  }
  return least;
}

/** Always the one who owns most files next. */
function greedy(owners: Owners): number {
  const order = [...filesByPerson(owners)].sort(([a, filesA], [b, filesB]) => filesB.length - filesA.length || a - b);
  const gone = new Set<number>();
  for (const [person] of order) {
    if (withoutOwner(owners, gone) * 2 > owners.length) break;
    gone.add(person);
  }
  return gone.size;
}

const owners = (people: number, files: number): fc.Arbitrary<number[][]> =>
  fc.array(fc.uniqueArray(fc.nat(people - 1), { maxLength: 4 }), { maxLength: files });

describe('the truck factor', () => {
  it('is the smallest number of people, as trying every set shows', () => {
    fc.assert(
      fc.property(owners(8, 14), files => {
        const owned = files.filter(people => people.length > 0);
        const { value, exact } = truckFactorOf('activity', files);
        if (owned.length === 0) assert.equal(value, null);
        else if (exact) assert.equal(value, bruteForce(owned));
        else assert.ok(value !== null && value >= bruteForce(owned));
      }),
      { numRuns: 300 },
    );
  });

  it('says that it is exact wherever a few people share few files', () => {
    fc.assert(
      fc.property(owners(12, 20), files => {
        const { value, exact, atLeast } = truckFactorOf('activity', files);
        assert.deepEqual([exact, atLeast], [value !== null, value]);
      }),
    );
  });

  it('is bounded from below where there are too many groups to try', () => {
    // Fifty pairs who share their files, alike: half of them and one must go, 52 people; the bound rules out fifty.
    const files = Array.from({ length: 3000 }, (_, index) => [index % 50, (index % 50) + 50]);
    const { value, exact, atLeast } = truckFactorOf('activity', files);
    assert.deepEqual([value, exact, atLeast], [52, false, 51]);
  });

  it('never claims more than is true of smaller groups', () => {
    fc.assert(
      fc.property(owners(9, 16), files => {
        const owned = files.filter(people => people.length > 0);
        const { atLeast } = truckFactorOf('combined', files);
        if (owned.length > 0) assert.ok(atLeast !== null && atLeast <= bruteForce(owned));
      }),
      { numRuns: 200 },
    );
  });

  it('is never more than removing the heaviest owner again and again gives', () => {
    fc.assert(
      fc.property(owners(40, 60), files => {
        const owned = files.filter(people => people.length > 0);
        const { value, people, abandonedShare, files: counted } = truckFactorOf('activity', files);
        assert.ok((value ?? 0) <= greedy(owned));
        assert.equal(people.length, value ?? 0);
        assert.equal(counted, owned.length);
        assert.ok(Number.isFinite(abandonedShare));
        if (value !== null) {
          assert.ok(value > 0 && abandonedShare > 0.5 && abandonedShare <= 1);
          assert.equal(withoutOwner(owned, new Set(people.map(({ person }) => person))) / owned.length, abandonedShare);
          assert.ok(people.every(({ share }) => share > 0 && share <= 1));
        }
      }),
    );
  });

  it('finds a smaller set than greed does', () => {
    // Person 0 is on most files, always with another; 5 and 6 alone suffice.
    const files = [[0, 1], [0, 2], [0, 3], [0, 4], [5], [5], [5], [6], [6]];
    assert.ok(greedy(files) > bruteForce(files));
    const { value, people, exact } = truckFactorOf('activity', files);
    assert.deepEqual([value, people.map(({ person }) => person), exact], [2, [5, 6], true]);
  });

  it('needs more than half: exactly half without an owner is not enough', () => {
    assert.equal(truckFactorOf('activity', [[0], [1]]).value, 2);
    assert.equal(truckFactorOf('activity', [[0], [0], [1]]).value, 1);
  });

  it('does not count files that have lost every owner already', () => {
    const { value, files, abandonedShare } = truckFactorOf('activity', [[], [], [], [0]]);
    assert.deepEqual([value, files, abandonedShare], [1, 1, 1]);
  });

  it('says nothing of no files', () => {
    for (const files of [[], [[], []]]) {
      const found = truckFactorOf('activity', files);
      assert.deepEqual([found.value, found.people, found.files, found.abandonedShare], [null, [], 0, 0]);
    }
  });

  it('is the same whatever the order of the files', () => {
    const shuffled = owners(10, 12).chain(files =>
      fc.tuple(fc.constant(files), fc.shuffledSubarray(files, { minLength: files.length, maxLength: files.length })),
    );
    fc.assert(
      fc.property(shuffled, ([files, other]) =>
        assert.deepEqual(truckFactorOf('activity', other), truckFactorOf('activity', files)),
      ),
    );
  });
});

describe('the truck factor of a part', () => {
  const snapshot = exampleSnapshot({ limits: [] });

  it('is of the files of a folder, by the owners that the views show', () => {
    const { value, files, people } = partTruckFactor(snapshot, filesUnder(snapshot, 'payments/src'), 'combined');
    assert.deepEqual([value, files, people.map(({ person }) => person)], [2, 2, [0, 1]]);
    assert.deepEqual(filesUnder(snapshot, 'payments/sr'), []);
    assert.equal(filesUnder(snapshot, '').length, snapshot.files.length);
  });

  it('does not count files without an owner, and is nothing where none has one', () => {
    const { value, files } = partTruckFactor(snapshot, filesUnder(snapshot, 'labels'), 'activity');
    assert.deepEqual([value, files], [null, 0]);
  });

  it('is nothing where history is cut off', () => {
    assert.equal(partTruckFactor(exampleSnapshot(), snapshot.files, 'combined').value, null);
  });
});
