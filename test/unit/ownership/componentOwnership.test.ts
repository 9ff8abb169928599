import assert from 'node:assert/strict';
import fc from 'fast-check';
import { componentOwnership } from '../../../src/core/ownership/componentOwnership';
import type { FileEvidence } from '../../../src/core/ownership/fileOwnership';
import { stateOf } from '../../../src/core/ownership/fileOwnership';
import { defaultSettings } from '../../../src/core/settings';

const active = [true, true, true, true, false];

/** Before line ownership has run. */
const noLines = {
  ...{ lines: null, writers: null, wrote: [], linesByPeople: 0, quietLines: 0, unknownLines: 0 },
  ...{ together: [], orphanedBlocks: [] },
};

/** A file on which the people named (0 to 4; 4 is quiet) worked four times each, lately. */
function file(...people: number[]): FileEvidence {
  const owners = people.filter(person => active[person]);
  return {
    ...{ state: stateOf(owners.length), certain: true, authored: people, authors: owners, recent: owners, owners },
    knowledge: people.map(person => ({
      ...{ person, share: 1 / people.length, authorship: 1, activity: 1 / people.length },
      ...{ lines: null, touches: 4, assisted: 0, reviews: 0, created: true },
      ...{ lastTouched: 50, ownerBy: active[person] === true ? ['authorship', 'activity'] : [] },
    })),
    activity: people.map(person => ({ person, recency: 4 })),
    ...{
      touches: 4 * people.length,
      assisted: 0,
      untouchedSince: null,
      imported: false,
      people: people.length,
      lastTouched: 50,
    },
    ...noLines,
  };
}

const unknown: FileEvidence = {
  ...file(),
  ...{ state: 'unknown', certain: false, touches: 0, lastTouched: 9 },
};
/** The same with lines of people. */
function wroteBy(evidence: FileEvidence, ...wrote: (readonly [person: number, lines: number])[]): FileEvidence {
  const sum = (some: typeof wrote): number => some.reduce((total, [, lines]) => total + lines, 0);
  return {
    ...evidence,
    lines: sum(wrote),
    linesByPeople: sum(wrote),
    quietLines: sum(wrote.filter(([person]) => !active[person])),
    writers: wrote.map(([person]) => person).filter(person => active[person]),
    wrote: wrote.map(([person, lines]) => ({ person, lines })),
  };
}
const of = (...files: FileEvidence[]) => componentOwnership(files, active, defaultSettings, { doa: null, cut: false });
const people = (shares: readonly { person: number }[]): number[] => shares.map(({ person }) => person);

describe('a component', () => {
  it('is known by one person, for certain, where one owns all files', () => {
    const { state, certain, owners, soleFiles, orphanedFiles } = of(file(0), file(0), file(0));
    assert.deepEqual([state, certain, owners], ['sole', true, [{ person: 0, share: 1 }]]);
    assert.deepEqual([soleFiles, orphanedFiles], [3, 0]);
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
    const { state, certain, owners, orphanedFiles } = of(file(4), file(4), file(4));
    assert.deepEqual([state, certain, owners, orphanedFiles], ['orphaned', true, [], 3]);
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
    const { state, certain, owners, knowledge, lastTouched } = of(file(0), unknown, unknown);
    assert.deepEqual([state, certain, owners, knowledge], ['unknown', false, [], []]);
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

  it('is certain where lines settle what files and activity differ in', () => {
    const busy = {
      ...file(0),
      activity: [
        { person: 0, recency: 4 },
        { person: 1, recency: 4 },
      ],
    };
    const both = wroteBy(busy, [0, 50], [1, 50]);
    assert.deepEqual([of(both, both, both).state, of(both, both, both).certain], ['shared', true]);
    const one = wroteBy(busy, [0, 95], [1, 5]);
    assert.deepEqual([of(one, one, one).state, of(one, one, one).certain], ['shared', false]);
  });

  it('has the lines of its files, and who wrote them', () => {
    const first = wroteBy(file(0), [0, 80], [4, 20]);
    const { lines, linesBy, quietLines, linesByPeople } = of(first, wroteBy(file(0), [1, 30]), {
      ...file(0),
      lines: 7,
    });
    assert.deepEqual([lines, linesByPeople, quietLines], [137, 130, 20]);
    assert.deepEqual(linesBy, [
      { person: 0, lines: 80 },
      { person: 1, lines: 30 },
      { person: 4, lines: 20 },
    ]);
    assert.deepEqual([of(file(0)).lines, of(file(0)).linesBy], [null, []]);
  });

  it('says what each person knows by authorship, by activity and by lines, active or not', () => {
    const { shares } = of(wroteBy(file(0, 4), [0, 30], [4, 90]), file(0), file(1), unknown);
    assert.deepEqual(
      shares.map(({ person, authored, ofFiles, activity, lines }) => [person, authored, ofFiles, activity, lines]),
      [
        [0, 2, 3, 1 / 2, 1 / 4],
        [4, 1, 3, 1 / 4, 3 / 4],
        [1, 1, 3, 1 / 4, 0],
      ],
    );
    assert.deepEqual(
      of(file(0)).shares.map(({ authorship, lines }) => [authorship, lines]),
      [[1, null]],
    );
    assert.deepEqual(of(unknown).shares, []);
  });

  it('has the shares of its owners however many others know more of it', () => {
    const crowd = Array.from({ length: 12 }, (_, place) => place + 10);
    const others = wroteBy(file(0, ...crowd), ...crowd.map(person => [person, 50] as const));
    const { owners, shares } = of(others, others);
    assert.deepEqual([people(owners), shares.length], [[0], 9]);
    assert.ok(people(shares).includes(0));
  });

  it('gets no owner from one long file', () => {
    const long = wroteBy(file(0), [1, 5000]);
    const { owners } = of(long, ...Array.from({ length: 9 }, () => wroteBy(file(0), [0, 10])));
    assert.deepEqual(people(owners), [0]);
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
        const fractions = found.shares.flatMap(({ authorship, activity }) => [authorship, activity]);
        assert.ok(fractions.every(share => share >= 0 && share <= 1));
        assert.ok(people(found.owners).every(person => people(found.shares).includes(person)));
      }),
    );
  });
});
