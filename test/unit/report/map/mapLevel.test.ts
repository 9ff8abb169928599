import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { MapItem } from '../../../../src/core/report/map/mapItem';
import { filesAt, levelAt, placeOf, putTogether } from '../../../../src/core/report/map/mapLevel';
import { type MapPlace, wholeMap } from '../../../../src/core/report/map/mapModel';
import type { MapMode } from '../../../../src/core/report/map/mapModes';
import { exampleComponent } from '../exampleSnapshot';
import { mapped, viewOf, withLines } from './exampleMap';

const sizes = (items: readonly MapItem[]): unknown[] => items.map(({ label, size }) => [label, size]);
const sum = (items: readonly { readonly size: number }[]): number => items.reduce((all, { size }) => all + size, 0);

describe('what is seen of a map', () => {
  it('has components with their files, largest first, by lines where they are known', () => {
    const files = [
      withLines('pay/a.ts', 'pay', 'sole', 10),
      withLines('web/b.ts', 'web', 'shared', 100),
      withLines('web/empty', 'web', 'shared', 0),
    ];
    const view = viewOf(mapped(files));
    assert.equal(view.model.columns.unit, 'lines');
    const items = levelAt(view, wholeMap);
    assert.deepEqual(sizes(items), [
      ['web', 101],
      ['pay', 10],
    ]);
    assert.deepEqual(sizes(items[0]?.children ?? []), [
      ['b.ts', 100],
      ['empty', 1],
    ]);
    const early = viewOf(mapped(files, { tier: 1 }));
    assert.equal(early.model.columns.unit, 'files');
    assert.deepEqual(sizes(levelAt(early, wholeMap)), [
      ['web', 2],
      ['pay', 1],
    ]);
  });

  it('puts what is too small together by shade, and counts it', () => {
    const small = Array.from({ length: 40 }, (_, index) =>
      withLines(`pay/${index}.ts`, 'pay', index < 30 ? 'sole' : 'orphaned', 1),
    );
    const files = [...small, withLines('web/big.ts', 'web', 'shared', 100_000)];
    const items = levelAt(viewOf(mapped(files)), wholeMap);
    assert.deepEqual(sizes(items), [
      ['web', 100_000],
      ['pay', 40],
    ]);
    assert.deepEqual(sizes(items[1]?.children ?? []), [
      ['30 small files', 30],
      ['10 small files', 10],
    ]);
    assert.deepEqual(putTogether(items), { components: 0, files: 40 });
    const byOwners = levelAt(viewOf(mapped(files), 'coverage'), wholeMap);
    assert.deepEqual(sizes(byOwners[1]?.children ?? []), [['40 small files', 40]]);
  });

  it('puts small components together, too, but leaves one alone that has no like', () => {
    const components = ['a', 'b', 'c', 'web'].map(id =>
      exampleComponent(id, { state: id === 'c' || id === 'web' ? 'shared' : 'sole' }),
    );
    const files = components.map(({ id }) => withLines(`${id}/x`, id, 'sole', id === 'web' ? 100_000 : 1));
    const view = viewOf(mapped(files, { components }));
    const items = levelAt(view, wholeMap);
    assert.deepEqual(
      items.map(({ kind, label, together }) => [kind, label, together]),
      [
        ['component', 'web', 1],
        ['rest', '2 small components', 2],
        ['component', 'c', 1],
      ],
    );
    const closer = placeOf(view.model, items[1] as MapItem, wholeMap, false);
    assert.deepEqual(sizes(levelAt(view, closer as MapPlace)), [
      ['a', 1],
      ['b', 1],
      ['c', 1],
    ]);
  });

  it('has a place for files of no component, and is empty without files', () => {
    const files = [withLines('LICENSE', null, 'shared', 20), withLines('gone/x', 'gone', 'sole', 2)];
    const view = viewOf(mapped(files));
    const items = levelAt(view, wholeMap);
    assert.deepEqual(
      items.map(item => [item.kind, item.files]),
      [['loose', 2]],
    );
    const inside = placeOf(view.model, items[0] as MapItem, wholeMap, false);
    assert.deepEqual(sizes(levelAt(view, inside as MapPlace)), [
      ['LICENSE', 20],
      ['gone/', 2],
    ]);
    assert.deepEqual(levelAt(viewOf(mapped([])), wholeMap), []);
  });

  it('shows of a component its folders and files, folders with nothing but one folder as one', () => {
    const files = [
      withLines('pay/src/main/java/a.java', 'pay', 'sole', 10),
      withLines('pay/src/main/java/b.java', 'pay', 'shared', 20),
      withLines('pay/readme', 'pay', 'shared', 5),
    ];
    const view = viewOf(mapped(files));
    const place = view.model.entryOf(0);
    const items = levelAt(view, place);
    assert.deepEqual(sizes(items), [
      ['src/main/java/', 30],
      ['readme', 5],
    ]);
    const inside = placeOf(view.model, items[0] as MapItem, place, false) as MapPlace;
    assert.equal(view.model.folderPath(inside.folder), 'pay/src/main/java');
    assert.deepEqual(sizes(levelAt(view, inside)), [
      ['b.java', 20],
      ['a.java', 10],
    ]);
  });

  const names = fc.constantFrom('a', 'b', 'c', 'd', 'e');
  const paths = fc.array(names, { minLength: 1, maxLength: 4 });
  const someFiles = fc.uniqueArray(
    fc.record({
      path: paths,
      component: fc.constantFrom('pay', 'web', null),
      lines: fc.integer({ min: 0, max: 20_000 }),
    }),
    { minLength: 1, maxLength: 60, selector: ({ path, component }) => `${component}/${path.join('/')}` },
  );

  it('loses nothing: at every place the areas add up to the sizes of its files, however far one looks', () => {
    fc.assert(
      fc.property(someFiles, fc.constantFrom<MapMode>('state', 'owners', 'age', 'coverage'), (all, mode) => {
        const files = all
          .map(({ path, component, lines }) =>
            withLines(
              `${component ?? 'none'}/${path.join('/')}.ts`,
              component,
              lines % 3 === 0 ? 'sole' : 'shared',
              lines,
            ),
          )
          .sort((one, other) => (one.path < other.path ? -1 : 1));
        const view = viewOf(mapped(files), mode);
        const { sizes: ofFiles } = view.model.columns;
        let seen = 0;
        const look = (place: MapPlace): void => {
          seen++;
          const inside = filesAt(view.model, place);
          const items = levelAt(view, place);
          assert.equal(
            sum(items),
            inside.reduce((total, file) => total + (ofFiles[file] ?? 0), 0),
          );
          assert.equal(
            items.reduce((total, item) => total + item.files, 0),
            inside.length,
          );
          for (const item of items) {
            if (item.children.length > 0) assert.equal(sum(item.children), item.size);
            const closer = placeOf(view.model, item, place, false);
            if (closer !== null) {
              assert.ok(filesAt(view.model, closer).length < inside.length || place.component === null);
              look(closer);
            }
          }
        };
        look(wholeMap);
        assert.ok(seen > 1);
        assert.equal(filesAt(view.model, wholeMap).length, files.length);
      }),
      { numRuns: 60 },
    );
  });

  it('draws of fifty thousand files a few thousand marks, and loses none', () => {
    const files = Array.from({ length: 50_000 }, (_, index) => {
      const component = `c${index % 400}`;
      const folder = `${component}/src/part${index % 7}/area${index % 31}`;
      return withLines(`${folder}/file${index}.ts`, component, 'sole', 1 + ((index * 7919) % 900));
    }).sort((one, other) => (one.path < other.path ? -1 : 1));
    const components = Array.from({ length: 400 }, (_, index) => exampleComponent(`c${index}`));
    const view = viewOf(mapped(files, { components }));
    const items = levelAt(view, wholeMap);
    const marks = items.flatMap(item => (item.children.length > 0 ? item.children : [item]));
    assert.ok(marks.length < 4_000, `${marks.length} marks`);
    assert.equal(sum(marks), view.model.total);
    assert.equal(
      marks.reduce((total, item) => total + item.files, 0),
      50_000,
    );
  });
});
