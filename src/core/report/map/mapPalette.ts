import type { ShadeId } from './mapModes';

/** The colours of a map on one background, as `#rrggbb`. */
export interface MapPalette {
  readonly ground: string;
  /** Of text and patterns, and under the colour of the focus. */
  readonly ink: string;
  /** Around groups. */
  readonly edge: string;
  /** Of groups that have no colour of their own. */
  readonly plain: string;
  /** How strongly the ink of patterns covers what is below it, from 0 to 1. */
  readonly hatch: number;
  readonly fills: Readonly<Record<ShadeId, string>>;
}

export type MapTheme = 'light' | 'dark' | 'highContrast' | 'highContrastLight';

/**
 * Colours that people with a colour blindness tell apart, after Okabe and Ito: blue for what is well, amber and vermilion
 * for what is not, from pale to strong for ages. Text on them has a contrast of 7 to 1 and more, edges have 3 to 1
 * and more to the ground; the patterns say the same without any colour, and in print.
 */
export const mapPalettes: Readonly<Record<MapTheme, MapPalette>> = {
  light: palette({ ground: '#ffffff', ink: '#14181d', edge: '#57606a', plain: '#f3f4f6', hatch: 0.3 }, [
    ...['#c3dcec', '#f4bd57', '#eb9a80', '#bebece'],
    ...['#e0eef7', '#b3d4ea', '#84b9de'],
    ...['#e6f4ea', '#c6e5d2', '#a6d3ba', '#8dc2ab', '#79b09f'],
  ]),
  dark: palette({ ground: '#1f1f1f', ink: '#f0f6fc', edge: '#8b949e', plain: '#26292e', hatch: 0.34 }, [
    ...['#1b4965', '#6f4d00', '#7d2f2a', '#30302c'],
    ...['#0d2837', '#16425f', '#1c5275'],
    ...['#0b3148', '#0b4048', '#164c3c', '#3a5228', '#5c5212'],
  ]),
  highContrast: palette({ ground: '#000000', ink: '#ffffff', edge: '#6fc3df', plain: '#000000', hatch: 0.5 }, [
    ...['#0a3550', '#5c3f00', '#6e1f1a', '#26261e'],
    ...['#07202f', '#0d3c5a', '#175a86'],
    ...['#0b3148', '#0b4048', '#164c3c', '#3a5228', '#5c5212'],
  ]),
  highContrastLight: palette({ ground: '#ffffff', ink: '#000000', edge: '#0f4a85', plain: '#ffffff', hatch: 0.42 }, [
    ...['#c9e2f4', '#ffcf70', '#f5a48b', '#bec2d6'],
    ...['#e3f0fa', '#b5d7f0', '#84bbe4'],
    ...['#e6f5ec', '#c6e7d4', '#a4d5bb', '#87c4aa', '#70b19b'],
  ]),
};

function palette(base: Omit<MapPalette, 'fills'>, colours: readonly string[]): MapPalette {
  const [shared, sole, orphaned, unknown, two, few, many, month, quarter, year, years, older] = colours.map(String);
  const of = (colour: string | undefined): string => colour ?? base.plain;
  return {
    ...base,
    fills: {
      ...{ shared: of(shared), sole: of(sole), orphaned: of(orphaned), unknown: of(unknown) },
      ...{ nobody: of(orphaned), one: of(sole), two: of(two), few: of(few), many: of(many) },
      ...{ month: of(month), quarter: of(quarter), year: of(year), years: of(years), older: of(older) },
      ...{ covered: of(shared), partly: of(sole), none: of(orphaned), notNeeded: of(unknown), absent: base.ground },
    },
  };
}

/** Makes a palette the colours of every map inside what a selector names. */
export function paletteStyle(selector: string, { ground, ink, edge, plain, hatch, fills }: MapPalette): string {
  const colours = Object.entries({ ground, ink, edge, plain, ...fills }).map(
    ([name, colour]) => `--map-${name}: ${colour}`,
  );
  return `${selector} { ${[...colours, `--map-hatch: ${hatch}`].join('; ')} }`;
}

/**
 * How maps look. Colours are variables that {@link paletteStyle} sets; with a palette they are written out, for a drawing
 * that programs without variables read.
 */
export function mapRules(written: MapPalette | null): string {
  const { fills, ...base } = written ?? mapPalettes.light;
  const all: Readonly<Record<string, string | number>> = { ...base, ...fills };
  const of = (name: string): string => (written === null ? `var(--map-${name})` : String(all[name]));
  const shades = [...Object.keys(fills), 'plain'].map(
    id => `.map .${id} > rect { fill: ${of(id)} } .map .${id} > text { stroke: ${of(id)} }`,
  );
  return `.map text { font: 12px system-ui, sans-serif; fill: ${of('ink')}; paint-order: stroke; stroke-width: 3px; stroke-linejoin: round }
.map .name { font-weight: 600; font-size: 13px }
.map .group { stroke: ${of('edge')}; stroke-width: 1 }
.map .mark { stroke: ${of('ground')}; stroke-width: 1 }
.map path { stroke: ${of('ink')}; stroke-opacity: ${of('hatch')}; stroke-width: 1.2; fill: none }
${shades.join('\n')}`;
}
