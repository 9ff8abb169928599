import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { FileOwnership, Snapshot, State } from '../../../../src/core/model';
import { hatching } from '../../../../src/core/report/map/hatching';
import { knowledgeMap, putTogether } from '../../../../src/core/report/map/knowledgeMap';
import type { MapItem } from '../../../../src/core/report/map/mapItem';
import { layOutMap, type PlacedItem, type Rectangle } from '../../../../src/core/report/map/mapLayout';
import { mapStyle, mapSvg } from '../../../../src/core/report/map/mapSvg';
import { plainTranslate } from '../../../../src/core/report/translate';
import { exampleComponent, exampleFile, exampleSnapshot } from '../exampleSnapshot';

const size = { width: 1000, height: 600 };

function withLines(path: string, component: string | null, state: State, lines: number | null): FileOwnership {
  return { ...exampleFile(path, component, state, state === 'sole' ? [0] : []), lines };
}

function mapped(files: readonly FileOwnership[], changes: Partial<Snapshot> = {}): Snapshot {
  return exampleSnapshot({
    tier: 2,
    components: [exampleComponent('pay'), exampleComponent('web')],
    files,
    ...changes,
  });
}

const mapOf = (snapshot: Snapshot) => knowledgeMap(snapshot, plainTranslate);
const sizes = (items: readonly MapItem[]): unknown[] => items.map(({ label, size: area }) => [label, area]);
const area = ({ width, height }: Rectangle): number => width * height;

describe('the map of who knows what', () => {
  it('has components with their files, largest first, by lines where they are known', () => {
    const files = [
      withLines('pay/a.ts', 'pay', 'sole', 10),
      withLines('web/b.ts', 'web', 'shared', 100),
      withLines('web/empty', 'web', 'shared', 0),
    ];
    const map = mapOf(mapped(files));
    assert.equal(map.unit, 'lines');
    assert.deepEqual(sizes(map.items), [
      ['web', 101],
      ['pay', 10],
    ]);
    assert.deepEqual(sizes(map.items[0]?.children ?? []), [
      ['b.ts', 100],
      ['empty', 1],
    ]);
    assert.deepEqual(map.items[1]?.children[0]?.reasons, ['Ann Example']);
    const early = mapOf(mapped(files, { tier: 1 }));
    assert.deepEqual(
      [early.unit, sizes(early.items)],
      [
        'files',
        [
          ['web', 2],
          ['pay', 1],
        ],
      ],
    );
  });

  it('puts what is too small together by state, and counts it', () => {
    const small = Array.from({ length: 40 }, (_, index) =>
      withLines(`pay/${index}.ts`, 'pay', index < 30 ? 'sole' : 'orphaned', 1),
    );
    const map = mapOf(mapped([...small, withLines('web/big.ts', 'web', 'shared', 100_000)]));
    assert.deepEqual(sizes(map.items), [
      ['web', 100_000],
      ['pay', 40],
    ]);
    assert.deepEqual(sizes(map.items[1]?.children ?? []), [
      ['30 small files', 30],
      ['10 small files', 10],
    ]);
    assert.deepEqual(putTogether(map), { components: 0, files: 40 });
  });

  it('puts small components together, too, but leaves one alone that has no like', () => {
    const components = ['a', 'b', 'c', 'web'].map(id =>
      exampleComponent(id, { state: id === 'c' ? 'shared' : id === 'web' ? 'shared' : 'sole' }),
    );
    const files = components.map(({ id }) => withLines(`${id}/x`, id, 'sole', id === 'web' ? 100_000 : 1));
    const { items } = mapOf(mapped(files, { components }));
    assert.deepEqual(
      items.map(({ kind, label, together }) => [kind, label, together]),
      [
        ['component', 'web', 1],
        ['rest', '2 small components', 2],
        ['component', 'c', 1],
      ],
    );
  });

  it('has a place for files of no component, and is empty without files', () => {
    const { items } = mapOf(mapped([withLines('LICENSE', null, 'shared', 20), withLines('gone/x', 'gone', 'sole', 2)]));
    assert.deepEqual(
      items.map(({ kind, files }) => [kind, files]),
      [['loose', 2]],
    );
    assert.deepEqual(mapOf(mapped([])).items, []);
  });

  it('is laid out with areas in proportion, each item inside its group, none over another', () => {
    const lines = fc.array(fc.integer({ min: 1, max: 5000 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(lines, lines, (pay, web) => {
        const files = [
          ...pay.map((count, index) => withLines(`pay/${index}`, 'pay', 'sole', count)),
          ...web.map((count, index) => withLines(`web/${index}`, 'web', 'shared', count)),
        ];
        const map = mapOf(mapped(files));
        const placed = layOutMap(map, size);
        assert.deepEqual(layOutMap(map, size), placed);
        for (const group of placed) {
          const room = group.children.reduce((sum, { rectangle }) => sum + area(rectangle), 0);
          assert.ok(room <= area(group.rectangle));
          for (const { rectangle } of group.children) assert.ok(isInside(rectangle, group.rectangle));
          apart(group.children);
        }
        apart(placed);
      }),
      { numRuns: 50 },
    );
  });

  it('gives twice the lines twice the area', () => {
    const files = [withLines('web/a', 'web', 'shared', 2000), withLines('web/b', 'web', 'shared', 1000)];
    const [group] = layOutMap(mapOf(mapped(files)), size);
    const [large, little] = group?.children ?? [];
    assert.ok(large && little);
    assert.ok(Math.abs(area(large.rectangle) / area(little.rectangle) - 2) < 0.02);
  });

  it('is drawn with a title for each mark, an accessible name, and no more marks than can be seen', () => {
    const files = Array.from({ length: 8000 }, (_, index) =>
      withLines(`pay/${index}.ts`, index % 2 === 0 ? 'pay' : 'web', 'sole', index < 2900 ? 3000 : 10),
    );
    const map = mapOf(mapped(files));
    const svg = mapSvg(map, size, 'Treemap', plainTranslate);
    const marks = svg.match(/<rect /g)?.length ?? 0;
    assert.ok(marks > 2900 && marks < 2910, `${marks} marks`);
    assert.equal(svg.match(/<title>/g)?.length, marks);
    assert.match(svg, /^<svg [^>]*role="img" aria-label="Treemap"/);
    const counted = map.items.flatMap(({ children }) => children).reduce((sum, item) => sum + item.files, 0);
    assert.equal(counted, files.length);
  });
});

describe('hatching', () => {
  it('stays inside its mark, and is there for every state but the good one', () => {
    const side = fc.double({ min: 0, max: 300, noNaN: true });
    fc.assert(
      fc.property(side, side, side, side, (x, y, width, height) => {
        const rectangle = { x, y, width, height };
        for (const state of ['sole', 'orphaned', 'unknown'] as const) {
          for (const [, left, top] of hatching(state, rectangle).matchAll(/(?:M| )(-?[\d.]+) (-?[\d.]+)/g)) {
            const point = { x: Number(left), y: Number(top), width: 0, height: 0 };
            assert.ok(isInside(point, rectangle, 0.051), `${left} ${top} is not in ${JSON.stringify(rectangle)}`);
          }
        }
      }),
    );
    const large = { x: 3, y: 5, width: 40, height: 30 };
    const counts = (['shared', 'unknown', 'sole', 'orphaned'] as const).map(
      state => hatching(state, large).match(/M/g)?.length ?? 0,
    );
    assert.deepEqual(counts, [0, 4, 8, 16]);
  });
});

function isInside(inner: Rectangle, outer: Rectangle, slack = 1e-6): boolean {
  return (
    inner.x >= outer.x - slack &&
    inner.y >= outer.y - slack &&
    inner.x + inner.width <= outer.x + outer.width + slack &&
    inner.y + inner.height <= outer.y + outer.height + slack
  );
}

function apart(items: readonly PlacedItem[]): void {
  for (const [index, { rectangle: one }] of items.entries()) {
    for (const { rectangle: other } of items.slice(index + 1)) {
      const width = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x);
      const height = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y);
      assert.ok(width < 1e-6 || height < 1e-6);
    }
  }
}

describe('the colours of the map', () => {
  it('have a contrast to the text on them that is enough for WCAG AAA, in light and in dark', () => {
    const themes = [
      ...mapStyle.matchAll(
        /--ink: (#\w{6}); --shared: (#\w{6}); --sole: (#\w{6}); --orphaned: (#\w{6}); --unknown: (#\w{6})/g,
      ),
    ];
    assert.equal(themes.length, 2);
    for (const [, ink = '', ...fills] of themes) {
      for (const fill of fills) assert.ok(contrast(ink, fill) >= 7, `${ink} on ${fill}: ${contrast(ink, fill)}`);
    }
  });
});

/** As WCAG 2 has it. */
function contrast(one: string, other: string): number {
  const luminance = (color: string): number =>
    [0.2126, 0.7152, 0.0722].reduce((sum, weight, index) => {
      const part = Number.parseInt(color.slice(1 + 2 * index, 3 + 2 * index), 16) / 255;
      return sum + weight * (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
    }, 0);
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}
