import assert from 'node:assert/strict';
import fc from 'fast-check';
import { folderOf } from '../../../src/core/components/repositoryPath';
import type { State } from '../../../src/core/model';
import { surroundingsOf } from '../../../src/core/spread/surroundings';

describe('what each person owns', () => {
  const component = (id: string, files: number, people: readonly number[]) => ({
    ...{ id, name: id, files, grounds: { familiar: [] } },
    state: (people.length === 1 ? 'sole' : 'shared') as State,
    owners: people.map(person => ({ person, share: 1 })),
  });
  const components = fc.array(
    fc.tuple(fc.integer({ min: 1, max: 9 }), fc.uniqueArray(fc.nat(5), { minLength: 1, maxLength: 4 })),
    { minLength: 2, maxLength: 8 },
  );

  it('is the same in whatever order components are added up, to the last digit', () => {
    fc.assert(
      fc.property(components, all => {
        const written = all.map(([files, people], place) => component(`c${place}`, files, people));
        const sorted = (burden: ReadonlyMap<number, number>): unknown => [...burden].sort(([a], [b]) => a - b);
        assert.deepEqual(sorted(surroundingsOf(written).burden), sorted(surroundingsOf(written.toReversed()).burden));
      }),
    );
  });
});

describe('who works beside a component', () => {
  const familiar = fc.uniqueArray(fc.record({ person: fc.nat(300), touches: fc.integer({ min: 1, max: 9 }) }), {
    selector: ({ person }) => person,
    maxLength: 60,
  });
  const components = fc.array(fc.tuple(fc.constantFrom('app', 'web', ''), familiar), { minLength: 1, maxLength: 12 });

  it('are the forty who did most in those of its folder, where there are none in all, the busiest first', () => {
    fc.assert(
      fc.property(components, all => {
        const written = all.map(([folder, people], place) => ({
          ...{
            id: `${folder}/c${place}`.replace(/^\//, ''),
            name: `c${place}`,
            files: 1,
            state: 'shared' as State,
            owners: [],
          },
          grounds: {
            familiar: people
              .map(({ person, touches }) => ({ person, touches, lastTouched: 0, share: 0 }))
              .sort((one, other) => other.touches - one.touches || one.person - other.person),
          },
        }));
        const everyone = written.flatMap(({ id, grounds }) =>
          grounds.familiar.slice(0, 40).map(({ person, touches }) => ({ id, person, touches })),
        );
        everyone.sort((a, b) => b.touches - a.touches || a.person - b.person || (a.id < b.id ? -1 : 1));
        const { nearby } = surroundingsOf(written);
        for (const { id } of written) {
          const others = everyone.filter(entry => entry.id !== id);
          const beside = others.filter(entry => folderOf(id) !== '' && folderOf(entry.id) === folderOf(id));
          const expected = (beside.length > 0 ? beside : others)
            .slice(0, 40)
            .map(({ person, touches }) => [person, touches]);
          assert.deepEqual(
            nearby(id).map(({ person, touches }) => [person, touches]),
            expected,
          );
        }
      }),
    );
  });
});
