import assert from 'node:assert/strict';
import fc from 'fast-check';
import { hatching, type Pattern } from '../../../../src/core/report/map/hatching';
import { layOutMap, type PlacedItem, type Rectangle } from '../../../../src/core/report/map/mapLayout';
import { levelAt } from '../../../../src/core/report/map/mapLevel';
import { wholeMap } from '../../../../src/core/report/map/mapModel';
import { mapSvg } from '../../../../src/core/report/map/mapSvg';
import { plainTranslate } from '../../../../src/core/report/translate';
import { mapped, viewOf, withLines } from './exampleMap';

const size = { width: 1000, height: 600 };
const area = ({ width, height }: Rectangle): number => width * height;

describe('the layout of a map', () => {
  it('has areas in proportion, each item inside its group, none over another', () => {
    const lines = fc.array(fc.integer({ min: 1, max: 5000 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(lines, lines, (pay, web) => {
        const files = [
          ...pay.map((count, index) => withLines(`pay/${index}`, 'pay', 'sole', count)),
          ...web.map((count, index) => withLines(`web/${index}`, 'web', 'shared', count)),
        ];
        const items = levelAt(viewOf(mapped(files)), wholeMap);
        const placed = layOutMap(items, size);
        assert.deepEqual(layOutMap(items, size), placed);
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

  it('leaves out what has no area, so that every place is one that is drawn', () => {
    const files = ['pay', 'web'].map((component, index) =>
      withLines(`${component}/a`, component, 'sole', index === 0 ? 1 : 1_000_000),
    );
    const items = levelAt(viewOf(mapped(files)), wholeMap);
    assert.equal(items.length, 2);
    const placed = layOutMap(items, { width: 30, height: 20 });
    assert.deepEqual(
      placed.map(({ item }) => item.label),
      ['web'],
    );
    assert.deepEqual(layOutMap(items, { width: 3, height: 3 })[0]?.children, []);
    assert.deepEqual(layOutMap(items, { width: 0, height: 20 }), []);
  });

  it('gives twice the lines twice the area', () => {
    const files = [withLines('web/a', 'web', 'shared', 2000), withLines('web/b', 'web', 'shared', 1000)];
    const [group] = layOutMap(levelAt(viewOf(mapped(files)), wholeMap), size);
    const [large, little] = group?.children ?? [];
    assert.ok(large && little);
    assert.ok(Math.abs(area(large.rectangle) / area(little.rectangle) - 2) < 0.02);
  });
});

describe('the drawing of a map', () => {
  const drawn = (files: Parameters<typeof mapped>[0]): string =>
    mapSvg(layOutMap(levelAt(viewOf(mapped(files)), wholeMap), size), {
      size,
      attributes: 'role="img" aria-label="Treemap"',
      box: ({ label }, at) => ({ attributes: `data-at="${at}"`, title: label }),
      translate: plainTranslate,
    });

  it('has a title for each mark, an accessible name, and no more marks than can be seen', () => {
    const files = Array.from({ length: 8000 }, (_, index) =>
      withLines(`pay/${index}.ts`, index % 2 === 0 ? 'pay' : 'web', 'sole', index < 2900 ? 3000 : 10),
    );
    const svg = drawn(files);
    const marks = svg.match(/<rect /g)?.length ?? 0;
    assert.ok(marks > 2900 && marks < 2910, `${marks} marks`);
    assert.equal(svg.match(/<title>/g)?.length, marks);
    assert.match(svg, /^<svg [^>]*role="img" aria-label="Treemap"/);
  });

  it('lets no name of a repository become markup', () => {
    const svg = drawn([withLines('pay/"><script>alert(1)\u202e', 'pay', 'sole', 10)]);
    assert.doesNotMatch(svg, /<script|\u202e/);
    assert.match(svg, /&quot;&gt;&lt;script&gt;/);
  });
});

describe('hatching', () => {
  const patterns: readonly Pattern[] = ['none', 'sparse', 'level', 'upright', 'slanted', 'crossed', 'framed'];

  it('stays inside its mark', () => {
    const side = fc.double({ min: 0, max: 300, noNaN: true });
    fc.assert(
      fc.property(side, side, side, side, fc.constantFrom(...patterns), (x, y, width, height, pattern) => {
        const rectangle = { x, y, width, height };
        for (const [, left, top] of hatching(pattern, rectangle).matchAll(/(?:M| )(-?[\d.]+) (-?[\d.]+)/g)) {
          const point = { x: Number(left), y: Number(top), width: 0, height: 0 };
          assert.ok(isInside(point, rectangle, 0.051), `${left} ${top} is not in ${JSON.stringify(rectangle)}`);
        }
      }),
    );
  });

  it('looks different for every pattern', () => {
    const large = { x: 3, y: 5, width: 40, height: 30 };
    const counts = patterns.map(pattern => hatching(pattern, large).match(/M/g)?.length ?? 0);
    assert.deepEqual(counts, [0, 2, 4, 5, 8, 16, 1]);
    assert.equal(new Set(patterns.map(pattern => hatching(pattern, large))).size, patterns.length);
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
