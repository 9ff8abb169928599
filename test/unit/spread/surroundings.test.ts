import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { State } from '../../../src/core/model';
import { surroundingsOf } from '../../../src/core/spread/surroundings';

describe('what each person owns', () => {
  const component = (id: string, files: number, people: readonly number[]) => ({
    ...{ id, name: id, files, familiar: [] },
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
