import assert from 'node:assert/strict';
import fc from 'fast-check';
import { chooseBest } from '../../../../src/core/spread/assign/chooseBest';
import { fillPlaces } from '../../../../src/core/spread/assign/fillPlaces';
import type { Place } from '../../../../src/core/spread/assign/places';
import { inOneGo } from '../../../../src/core/steps';

interface Task {
  readonly places: readonly Place[];
  readonly room: readonly number[];
}

function tasks(mostPlaces: number, mostPeople: number): fc.Arbitrary<Task> {
  return fc.integer({ min: 1, max: mostPeople }).chain(people =>
    fc.record({
      room: fc.array(fc.nat(2), { minLength: people, maxLength: people }),
      places: fc.array(
        fc.record({
          needed: fc.integer({ min: 1, max: 2 }),
          offers: fc.uniqueArray(fc.record({ person: fc.nat(people - 1), loss: fc.nat(9) }), {
            selector: ({ person }) => person,
            maxLength: people,
          }),
        }),
        { maxLength: mostPlaces },
      ),
    }),
  );
}

/** Every way of filling the places, as who is in each. */
function* allWays({ places, room }: Task, at = 0): Generator<readonly (readonly number[])[]> {
  const place = places[at];
  if (place === undefined) {
    yield [];
    return;
  }
  const people = place.offers.map(({ person }) => person);
  const groups = [
    [],
    ...people.map(one => [one]),
    ...(place.needed === 2 ? people.flatMap(one => people.filter(two => one < two).map(two => [one, two])) : []),
  ];
  for (const group of groups) {
    const left = room.map((count, person) => count - (group.includes(person) ? 1 : 0));
    if (left.some(count => count < 0)) continue;
    for (const rest of allWays({ places, room: left }, at + 1)) yield [group, ...rest];
  }
}

function lossOf({ places }: Task, people: readonly (readonly number[])[]): number {
  return places.reduce(
    (sum, { offers }, place) =>
      sum + offers.reduce((own, { person, loss }) => own + (people[place]?.includes(person) ? loss : 0), 0),
    0,
  );
}

/** What is filled comes first, then what is begun, in the order of the places; then the least loss. */
function worthOf(task: Task, people: readonly (readonly number[])[]): readonly number[] {
  return [
    ...task.places.map(({ needed }, place) => (people[place]?.length === needed ? 1 : 0)),
    ...task.places.map((_, place) => ((people[place]?.length ?? 0) ? 1 : 0)),
    -lossOf(task, people),
  ];
}

function compare(left: readonly number[], right: readonly number[]): number {
  const at = left.findIndex((value, place) => value !== right[place]);
  return at < 0 ? 0 : (left[at] ?? 0) - (right[at] ?? 0);
}

/** One place after the other takes who of those with room is best there. */
function greedy({ places, room }: Task): readonly (readonly number[])[] {
  const left = [...room];
  return places.map(({ needed, offers }) => {
    const free = offers.filter(({ person }) => (left[person] ?? 0) > 0).toSorted((a, b) => a.loss - b.loss);
    const group = free.slice(0, needed).map(({ person }) => person);
    for (const person of group) left[person] = (left[person] ?? 0) - 1;
    return group;
  });
}

const solve = ({ places, room }: Task) => inOneGo(chooseBest(places, inOneGo(fillPlaces(places, room)), room));

describe('filling places', () => {
  it('is the best of all ways: what comes first is filled first, then with the least loss', () => {
    fc.assert(
      fc.property(tasks(4, 4), task => {
        let best: readonly number[] | null = null;
        for (const way of allWays(task)) {
          const worth = worthOf(task, way);
          if (best === null || compare(worth, best) > 0) best = worth;
        }
        assert.deepEqual(worthOf(task, solve(task).people), best);
      }),
      { numRuns: 400 },
    );
  });

  it('is never worse than greed, keeps everybody within their room, and proves that nothing loses less', () => {
    fc.assert(
      fc.property(tasks(120, 25), task => {
        const { people, loss, atLeast } = solve(task);
        assert.ok(compare(worthOf(task, people), worthOf(task, greedy(task))) >= 0);
        assert.deepEqual([loss, atLeast], [lossOf(task, people), loss]);
        for (const [person, room] of task.room.entries()) {
          assert.ok(people.filter(group => group.includes(person)).length <= room);
        }
        for (const [place, group] of people.entries()) {
          const known = task.places[place]?.offers.map(({ person }) => person) ?? [];
          assert.ok(group.every(person => known.includes(person)) && new Set(group).size === group.length);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('fills the most places of all where each needs one person, whatever comes first', () => {
    // The first place could take either; the second only the first person.
    const either = {
      needed: 1,
      offers: [
        { person: 0, loss: 0 },
        { person: 1, loss: 9 },
      ],
    };
    const one = { needed: 1, offers: [{ person: 0, loss: 5 }] };
    assert.deepEqual(solve({ places: [either, one], room: [1, 1] }).people, [[1], [0]]);
  });

  it('ends nothing half where somebody else can be helped whole', () => {
    const offers = [{ person: 0, loss: 0 }];
    assert.deepEqual(
      solve({
        places: [
          { needed: 2, offers },
          { needed: 1, offers },
        ],
        room: [1],
      }).people,
      [[], [0]],
    );
  });

  it('begins with one person where two are needed and one is free', () => {
    assert.deepEqual(solve({ places: [{ needed: 2, offers: [{ person: 0, loss: 0 }] }], room: [3] }).people, [[0]]);
  });
});
