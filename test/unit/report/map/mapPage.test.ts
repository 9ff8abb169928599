import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { State } from '../../../../src/core/model';
import { rowIn, setRow } from '../../../../src/core/ownership/ownershipColumns';
import { itemName } from '../../../../src/core/report/map/itemText';
import { layOutMap, type Rectangle } from '../../../../src/core/report/map/mapLayout';
import { filesAt, levelAt, type MapView, shadesIn } from '../../../../src/core/report/map/mapLevel';
import { messageFromMap } from '../../../../src/core/report/map/mapMessages';
import { wholeMap } from '../../../../src/core/report/map/mapModel';
import { mapPalettes } from '../../../../src/core/report/map/mapPalette';
import { mapPicture } from '../../../../src/core/report/map/mapPicture';
import { searchMap, stepAmong } from '../../../../src/core/report/map/mapSearch';
import {
  type MapRow,
  type MapSortKey,
  mapSortKeys,
  rowsAt,
  rowsOf,
  sortRows,
} from '../../../../src/core/report/map/mapTable';
import { nameOf, placeNamed, placeText, trailOf } from '../../../../src/core/report/map/mapTrail';
import { neighbourOf } from '../../../../src/core/report/map/neighbour';
import { plainTranslate } from '../../../../src/core/report/translate';
import { exampleComponent } from '../exampleSnapshot';
import { mapped, viewOf, withLines } from './exampleMap';

const files = [
  withLines('LICENSE', null, 'unknown', 20),
  withLines('pay/readme', 'pay', 'shared', 5),
  withLines('pay/src/api/a.ts', 'pay', 'sole', 10),
  withLines('pay/src/api/b.ts', 'pay', 'orphaned', 30),
  withLines('pay/src/c.ts', 'pay', 'sole', 7),
  withLines('web/b.ts', 'web', 'shared', 100),
];
const view = viewOf(mapped(files));
const { model } = view;

describe('the table of a map', () => {
  it('has what lies at a place, however small, with the same sums as the map', () => {
    const names = (rows: ReturnType<typeof rowsAt>): string[] => rows.map(({ name }) => name).sort();
    assert.deepEqual(names(rowsAt(view, wholeMap)), ['files of no component', 'pay', 'web']);
    assert.deepEqual(names(rowsAt(view, model.entryOf(0))), ['readme', 'src/']);
    const source = { component: 0, folder: model.folderAt('pay/src') ?? -1, under: null };
    assert.deepEqual(names(rowsAt(view, source)), ['api/', 'c.ts']);
    for (const place of [wholeMap, model.entryOf(0), source]) {
      const sum = (list: readonly { readonly size: number }[]): number => list.reduce((all, { size }) => all + size, 0);
      assert.equal(sum(rowsAt(view, place)), sum(levelAt(view, place)));
    }
  });

  it('is sorted by any of its columns, both ways, with what has no value last', () => {
    const rows = [...rowsOf(view, filesAt(model, wholeMap)), ...rowsAt(view, model.entryOf(0))];
    const states = sortRows(rows, { key: 'state', descending: true }).map(({ ownership }) => ownership?.state ?? null);
    assert.deepEqual(states.slice(0, 2), ['orphaned', 'sole'] satisfies State[]);
    assert.equal(states.at(-1), null);
    assert.equal(sortRows(rows, { key: 'state', descending: false }).at(-1)?.ownership, null);
    assert.equal(sortRows(rows, { key: 'lines', descending: true })[0]?.name, 'web/b.ts');
  });

  it('has an order of its own for each column', () => {
    const owned = (state: State, owners: number, lastTouched: number) => ({
      ...{ state, owners, lastTouched, certain: true, accepted: false },
    });
    const rows: readonly MapRow[] = [
      { kind: 'folder', index: 0, name: 'c', ownership: null, coverage: null, size: 70, files: 9 },
      {
        kind: 'file',
        index: 1,
        name: 'a',
        ownership: owned('shared', 2, 300),
        coverage: 'covered',
        size: 50,
        files: 1,
      },
      { kind: 'file', index: 2, name: 'b', ownership: owned('orphaned', 0, 100), coverage: 'none', size: 10, files: 5 },
    ];
    const order = (key: MapSortKey, descending: boolean): string =>
      sortRows(rows, { key, descending })
        .map(({ name }) => name)
        .join('');
    assert.deepEqual(
      mapSortKeys.map(key => [key, order(key, false), order(key, true)]),
      [
        ['name', 'abc', 'cba'],
        ['state', 'abc', 'bac'],
        ['owners', 'bac', 'abc'],
        ['lastTouched', 'bac', 'abc'],
        ['coverage', 'abc', 'bac'],
        ['lines', 'bac', 'cab'],
        ['files', 'abc', 'cba'],
      ],
    );
  });

  it('has names on one line, whatever is in them', () => {
    const odd = viewOf(
      mapped([withLines('pay/\u202efolder/a', 'pay', 'sole', 1), withLines('pay/b', 'pay', 'sole', 1)]),
    );
    assert.deepEqual(
      rowsAt(odd, odd.model.entryOf(0)).map(({ name }) => name),
      ['\ufffdfolder/', 'b'],
    );
    const folder = odd.model.folderAt('pay/\u202efolder') ?? -1;
    const [file] = levelAt(odd, { component: 0, folder, under: null });
    assert.equal(file && itemName(file, odd), 'pay/\ufffdfolder/a');
  });
});

describe('the trail to a place of a map', () => {
  it('leads from the repository to it, each place with its name', () => {
    const trail = trailOf(model, { component: 0, folder: model.folderAt('pay/src/api') ?? -1, under: null });
    assert.deepEqual(
      trail.map((place, index) => placeText(model, place, trail[index - 1], 'shop', plainTranslate)),
      ['shop', 'pay', 'src', 'api'],
    );
    const loose = trailOf(model, model.entryOf(2)).map((place, index, all) =>
      placeText(model, place, all[index - 1], 'shop', plainTranslate),
    );
    assert.deepEqual(loose, ['shop', 'files of no component']);
  });

  it('is found again by names on another map, or as near to it as there is', () => {
    for (const place of [wholeMap, model.entryOf(0), model.entryOf(2), trailOf(model, model.entryOf(1)).at(-1)]) {
      assert.ok(place);
      assert.deepEqual(placeNamed(model, nameOf(model, place)), place);
    }
    assert.deepEqual(placeNamed(model, { component: 'gone', folder: 'gone' }), wholeMap);
    assert.deepEqual(placeNamed(model, { component: 'pay', folder: 'pay/gone' }), model.entryOf(0));
    assert.deepEqual(placeNamed(model, { component: 'pay', folder: 'web' }), model.entryOf(0));
  });
});

describe('a search on a map', () => {
  it('finds files by path and components by name, whatever the case', () => {
    const found = searchMap(model, ' API/A ');
    assert.deepEqual(
      [...(found?.files ?? [])].map(file => model.pathOf(file)),
      ['pay/src/api/a.ts'],
    );
    assert.deepEqual([...(searchMap(model, 'PA')?.components ?? [])], [0]);
    assert.equal(searchMap(model, '  '), null);
    assert.equal(searchMap(model, 'nowhere')?.files.size, 0);
  });

  it('goes to the first, to each, and around; backwards it begins with the last', () => {
    const walk = (by: 1 | -1): number[] => {
      const seen: number[] = [];
      for (let step = 0; step < 4; step++) seen.push(stepAmong(3, seen.at(-1) ?? -1, by));
      return seen;
    };
    assert.deepEqual(walk(1), [0, 1, 2, 0]);
    assert.deepEqual(walk(-1), [2, 1, 0, 2]);
  });
});

describe('the box that an arrow key leads to', () => {
  const box = (x: number, y: number, width: number, height: number): Rectangle => ({ x, y, width, height });
  const boxes = [box(0, 0, 50, 100), box(52, 0, 48, 40), box(52, 42, 48, 58)];

  it('is the nearest beside it', () => {
    assert.equal(neighbourOf(boxes, box(0, 0, 50, 100), 'right'), 2);
    assert.equal(neighbourOf(boxes, box(52, 0, 48, 40), 'left'), 0);
    assert.equal(neighbourOf(boxes, box(52, 0, 48, 40), 'down'), 2);
    assert.equal(neighbourOf(boxes, box(52, 42, 48, 58), 'up'), 1);
    assert.equal(neighbourOf(boxes, box(52, 42, 48, 58), 'right'), undefined);
  });

  it('leads from every box of a map to every other', () => {
    const lines = fc.array(fc.integer({ min: 1, max: 5000 }), { minLength: 1, maxLength: 25 });
    fc.assert(
      fc.property(lines, counts => {
        const placed = placedBoxes(counts);
        const reached = new Set([0]);
        for (const at of reached) {
          for (const direction of ['left', 'right', 'up', 'down'] as const) {
            const next = neighbourOf(placed, placed[at] as Rectangle, direction);
            if (next !== undefined) reached.add(next);
          }
        }
        assert.equal(reached.size, placed.length, JSON.stringify(placed));
      }),
    );
  });
});

describe('messages of the page', () => {
  it('are read as they are, and nothing else is taken for one', () => {
    const messages = [
      { kind: 'ready' },
      { kind: 'cancelMoment' },
      { kind: 'open', path: 'a/b' },
      { kind: 'follow', component: 'pay' },
      { kind: 'explain', question: 1, component: null, path: 'a' },
      { kind: 'away', revision: 2, people: [0, 3] },
      { kind: 'moment', date: 1_700_000_000 },
      { kind: 'save', format: 'svg', picture: new Uint8Array([1]) },
    ];
    for (const message of messages) assert.deepEqual(messageFromMap(message), message);
    for (const broken of [
      ...[null, 'ready', { kind: 'run' }, { kind: 'open', path: 1 }, { kind: 'follow' }],
      ...[
        { kind: 'explain', question: 1.5, component: null, path: null },
        { kind: 'away', revision: 1, people: ['0'] },
      ],
      ...[
        { kind: 'moment', date: '0' },
        { kind: 'save', format: 'exe', picture: new Uint8Array() },
      ],
      { kind: 'save', format: 'png', picture: 'text' },
    ]) {
      assert.equal(messageFromMap(broken), null);
    }
    fc.assert(fc.property(fc.anything(), value => messageFromMap(value) === null));
  });
});

describe('the picture of a map', () => {
  it('stands alone: title, legend, colours written out, and text of a repository as text', () => {
    const svg = mapPicture(viewOf(mapped([withLines('pay/<b>&.ts', 'pay', 'sole', 9)])), wholeMap, {
      title: 'shop <1>',
      note: null,
      palette: mapPalettes.light,
      size: { width: 600, height: 300 },
    });
    assert.match(svg, /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" width="632"/);
    for (const text of ['shop &lt;1&gt;', '① known by one person', '&lt;b&gt;&amp;.ts']) {
      assert.ok(svg.includes(text), text);
    }
    assert.doesNotMatch(svg, /var\(|<b>|NaN|undefined/);
  });

  it('has a legend of the colours that are on the map, in their order, and of no others', () => {
    const legendOf = (shown: MapView): string[] => shadesIn(shown).map(({ id }) => id);
    assert.deepEqual(legendOf(view), ['sole', 'orphaned', 'shared', 'unknown']);
    assert.deepEqual(legendOf({ ...view, mode: 'owners' }), ['nobody', 'one', 'unknown']);
    const shared = viewOf(
      mapped([withLines('web/b.ts', 'web', 'shared', 9)], {
        components: [exampleComponent('web', { state: 'shared' })],
      }),
    );
    assert.deepEqual(legendOf(shared), ['shared']);
    setRow(shared.ownership.files, 0, { ...rowIn(shared.ownership.files, 0), state: 'absent' });
    assert.deepEqual(legendOf(shared), ['shared', 'absent']);
    const svg = mapPicture(shared, wholeMap, {
      ...{ title: 'shop', note: null, palette: mapPalettes.light, size: { width: 600, height: 300 } },
    });
    assert.match(svg, />not there yet</);
    assert.doesNotMatch(svg, />① known by one person</);
  });

  it('says below its title what is not how it is, in as many lines as that needs, and has room for it', () => {
    const withNote = (note: string | null): string =>
      mapPicture(view, wholeMap, {
        ...{ title: 'shop', note, palette: mapPalettes.light, size: { width: 600, height: 300 } },
      });
    const heightOf = (svg: string): number => Number(/ height="(\d+)"/.exec(svg)?.[1]);
    const plain = withNote(null);
    const one = withNote('Simulated: without <Mara>.');
    assert.match(one, />Simulated: without &lt;Mara&gt;\.<\/text>/);
    const three = withNote('many words '.repeat(20));
    assert.equal(three.match(/>many words/g)?.length, 3);
    assert.deepEqual(
      [one, three].map(svg => heightOf(svg) - heightOf(plain)),
      [20, 60],
    );
  });
});

function placedBoxes(counts: readonly number[]): readonly Rectangle[] {
  const all = counts.map((lines, index) => withLines(`web/${index}`, 'web', 'shared', lines));
  const of = viewOf(mapped(all));
  return layOutMap(levelAt(of, of.model.entryOf(1)), { width: 900, height: 500 }).map(({ rectangle }) => rectangle);
}
