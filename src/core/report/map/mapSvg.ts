import type { State } from '../../model';
import { escapeHtml } from '../escapeHtml';
import { wholeNumber } from '../numbers';
import { stateWithNotes } from '../states';
import type { Translate } from '../translate';
import { hatching, short } from './hatching';
import type { KnowledgeMap, MapItem } from './mapItem';
import { layOutMap, type MapSize, type PlacedItem, type Rectangle } from './mapLayout';

/** The symbols of states, as the Explorer has them: colours are never alone. */
export const stateMarks: Readonly<Record<State, string>> = { sole: '①', orphaned: '∅', shared: '', unknown: '?' };

/**
 * Colours that people with a colour blindness tell apart, in light and in dark, after Okabe and Ito; text on them has a
 * contrast of 7 to 1 and more. The {@link hatching} says the same without any colour, and in print.
 */
export const mapStyle = `
.map { display: block; width: 100%; height: auto; --ink: #14181d; --shared: #c3dcec; --sole: #f4bd57; --orphaned: #eb9a80; --unknown: #e3e6ea; --edge: #57606a; --ground: #fff }
.map text { font: 12px system-ui, sans-serif; fill: var(--ink) }
.map .name { font-weight: 600; font-size: 13px }
.map .shared { fill: var(--shared) }
.map .sole { fill: var(--sole) }
.map .orphaned { fill: var(--orphaned) }
.map .unknown { fill: var(--unknown) }
.map .group { stroke: var(--edge); stroke-width: 1 }
.map .mark { stroke: var(--ground); stroke-width: 1 }
.map path { stroke: var(--ink); stroke-opacity: .26; stroke-width: 1.2; fill: none }
@media screen and (prefers-color-scheme: dark) {
  .map { --ink: #f0f6fc; --shared: #1b4965; --sole: #6f4d00; --orphaned: #7d2f2a; --unknown: #30363d; --edge: #8b949e; --ground: #0d1117 }
}`;

/**
 * A map as one drawing that needs no script: what an item is stands in its `<title>`, which browsers show under the pointer.
 * Wants {@link mapStyle} on the page.
 */
export function mapSvg(map: KnowledgeMap, size: MapSize, title: string, translate: Translate): string {
  const groups = layOutMap(map, size).map(group => groupSvg(group, map, translate));
  return `<svg class="map" viewBox="0 0 ${size.width} ${size.height}" role="img" aria-label="${escapeHtml(title)}">
${groups.join('')}</svg>
`;
}

/** A colour and hatching of the legend. */
export function stateSwatch(state: State): string {
  const size = { x: 0, y: 0, width: 20, height: 14 };
  return `<svg class="map swatch" viewBox="0 0 20 14" aria-hidden="true">${filled(state, size)}</svg>`;
}

function groupSvg(placed: PlacedItem, map: KnowledgeMap, translate: Translate): string {
  const { item, rectangle, header, children } = placed;
  const inner = children.map(child => markSvg(child, map, translate)).join('');
  if (children.length === 0) return markSvg(placed, map, translate);
  const box = `<rect class="group ${item.state}" ${places(rectangle)}/>`;
  const name = header === 0 ? '' : labelSvg(item, { ...rectangle, height: header }, 'name', translate);
  return `<g>${titleOf(item, map, translate)}${box}${name}${inner}</g>\n`;
}

function markSvg({ item, rectangle }: PlacedItem, map: KnowledgeMap, translate: Translate): string {
  if (rectangle.width <= 0 || rectangle.height <= 0) return '';
  const label = labelSvg(item, rectangle, '', translate);
  return `<g>${titleOf(item, map, translate)}${filled(item.state, rectangle)}${label}</g>`;
}

/** What a character takes in a wide font, in units; a label that is cut too late would run over its neighbour. */
const characterWidth = { name: 9, '': 8 } as const;
const margin = 4;
const leastCharacters = 6;
const leastHeight = 16;

function labelSvg(item: MapItem, { x, y, width, height }: Rectangle, style: 'name' | '', translate: Translate): string {
  const room = Math.floor((width - 2 * margin) / characterWidth[style]);
  if (room < leastCharacters || height < leastHeight) return '';
  const accepted = item.accepted ? ` (${translate('accepted', {})})` : '';
  const text = Array.from(`${stateMarks[item.state]} ${item.label}${accepted}`.trim());
  const shown = text.length <= room ? text.join('') : `${text.slice(0, room - 1).join('')}…`;
  const place = `x="${short(x + margin)}" y="${short(y + Math.min(height / 2, 10) + 4)}"`;
  return `<text ${style === '' ? '' : `class="${style}" `}${place}>${escapeHtml(shown)}</text>`;
}

function titleOf(item: MapItem, { unit }: KnowledgeMap, translate: Translate): string {
  const of = item.kind === 'file' ? item.id : item.label;
  const text = [`${of}: ${stateWithNotes(item, translate)}`, itemSize(item, unit, translate), ...item.reasons].join(
    '. ',
  );
  return `<title>${escapeHtml(text)}</title>`;
}

function itemSize({ size, files, kind }: MapItem, unit: KnowledgeMap['unit'], translate: Translate): string {
  const lines = translate('{count} lines', { count: wholeNumber(size, translate) });
  if (kind === 'file') return unit === 'lines' ? lines : translate('1 file', {});
  const counted = translate('{count} files', { count: wholeNumber(files, translate) });
  return unit === 'lines' ? `${counted}, ${lines}` : counted;
}

function filled(state: State, rectangle: Rectangle): string {
  const lines = hatching(state, rectangle);
  return `<rect class="mark ${state}" ${places(rectangle)}/>${lines === '' ? '' : `<path d="${lines}"/>`}`;
}

function places({ x, y, width, height }: Rectangle): string {
  return `x="${short(x)}" y="${short(y)}" width="${short(width)}" height="${short(height)}"`;
}
