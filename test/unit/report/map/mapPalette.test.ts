import assert from 'node:assert/strict';
import { mapModes, shadeOf, shadesOf, shadeText } from '../../../../src/core/report/map/mapModes';
import { mapPalettes, mapRules } from '../../../../src/core/report/map/mapPalette';
import { mapStyle } from '../../../../src/core/report/map/mapStyle';
import { plainTranslate } from '../../../../src/core/report/translate';

type Colour = readonly [red: number, green: number, blue: number];

/** What a colour looks like: to everyone, and to people without one kind of cone (Machado, Oliveira and Fernandes 2009). */
const sights: Readonly<Record<string, readonly (readonly number[])[]>> = {
  all: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

/** Differences in OKLab that are seen side by side begin at about 0.02. */
const leastDifference = 0.025;

for (const [theme, palette] of Object.entries(mapPalettes)) {
  describe(`the colours of the map, ${theme}`, () => {
    const { ink, ground, edge, plain, fills } = palette;

    it('have a contrast to the text on them that is enough for WCAG AAA', () => {
      for (const fill of [plain, ...Object.values(fills)]) {
        assert.ok(contrast(ink, fill) >= 7, `${ink} on ${fill}: ${contrast(ink, fill)}`);
      }
    });

    it('have edges that stand out from the ground and from groups without a colour, as WCAG wants of graphics', () => {
      for (const below of [ground, plain]) assert.ok(contrast(edge, below) >= 3, `${edge} on ${below}`);
    });

    for (const [sight, matrix] of Object.entries(sights)) {
      it(`are told apart within each mode (${sight})`, () => {
        for (const mode of mapModes) {
          const ids = shadesOf(mode).map(({ id }) => id);
          for (const [at, one] of ids.entries()) {
            for (const other of ids.slice(at + 1)) {
              const apart = difference(seen(fills[one], matrix), seen(fills[other], matrix));
              assert.ok(apart >= leastDifference, `${mode}: ${one} and ${other} differ by ${apart.toFixed(3)}`);
            }
          }
        }
      });
    }
  });
}

describe('the shades of a mode', () => {
  it('each have a pattern of their own, and words for the legend', () => {
    for (const mode of mapModes) {
      const shades = shadesOf(mode);
      assert.equal(new Set(shades.map(({ pattern }) => pattern)).size, shades.length, mode);
      assert.equal(new Set(shades.map(({ id }) => shadeText(id, plainTranslate))).size, shades.length, mode);
    }
  });

  it('are all that a file or component can get, so that the legend explains every box', () => {
    const day = 86_400;
    const asOf = 2_000 * day;
    for (const mode of mapModes) {
      const legend = new Set(shadesOf(mode));
      const found = new Set<unknown>();
      for (const state of ['shared', 'sole', 'orphaned', 'unknown', 'absent'] as const) {
        for (const owners of [0, 1, 2, 3, 4, 5, 255]) {
          for (const age of [0, 30, 31, 91, 92, 365, 366, 730, 731, 2_000]) {
            for (const coverage of ['covered', 'partly', 'none', 'notNeeded'] as const) {
              const row = { state, owners, certain: true, accepted: false, lastTouched: asOf - age * day };
              const shade = shadeOf(mode, row, coverage, asOf);
              assert.ok(legend.has(shade), `${mode}: ${shade.id}`);
              found.add(shade);
            }
          }
        }
      }
      assert.equal(found.size, legend.size, mode);
    }
  });
});

describe('the style of the map', () => {
  it('has variables on a page, and colours written out in a file that stands alone', () => {
    assert.match(mapStyle, /--map-sole: #f4bd57/);
    assert.match(mapStyle, /prefers-color-scheme: dark/);
    assert.doesNotMatch(mapRules(mapPalettes.dark), /var\(/);
    assert.match(mapRules(mapPalettes.dark), new RegExp(mapPalettes.dark.fills.sole));
  });
});

function linear(hex: string): Colour {
  const part = (at: number): number => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [part(1), part(3), part(5)];
}

/** As WCAG 2 has it. */
function contrast(one: string, other: string): number {
  const luminance = (hex: string): number => {
    const [red, green, blue] = linear(hex);
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function times(matrix: readonly (readonly number[])[], colour: Colour): Colour {
  const row = (index: number): number =>
    (matrix[index] ?? []).reduce((sum, factor, at) => sum + factor * (colour[at] ?? 0), 0);
  return [row(0), row(1), row(2)];
}

function seen(hex: string, matrix: readonly (readonly number[])[]): Colour {
  const [red, green, blue] = times(matrix, linear(hex));
  const inside = (value: number): number => Math.min(1, Math.max(0, value));
  return [inside(red), inside(green), inside(blue)];
}

/** Distance in OKLab (Ottosson 2020). */
function difference(one: Colour, other: Colour): number {
  const lab = (colour: Colour): Colour => {
    const cones = times(
      [
        [0.4122214708, 0.5363325363, 0.0514459929],
        [0.2119034982, 0.6806995451, 0.1073969566],
        [0.0883024619, 0.2817188376, 0.6299787005],
      ],
      colour,
    ).map(Math.cbrt) as unknown as Colour;
    return times(
      [
        [0.2104542553, 0.793617785, -0.0040720468],
        [1.9779984951, -2.428592205, 0.4505937099],
        [0.0259040371, 0.7827717662, -0.808675766],
      ],
      cones,
    );
  };
  const [a, b] = [lab(one), lab(other)];
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}
