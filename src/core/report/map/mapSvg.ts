import type { State } from '../../model';
import { escapeHtml } from '../htmlText';
import { wholeNumber } from '../numbers';
import { stateWithNotes } from '../states';
import type { Translate } from '../translate';
import type { KnowledgeMap, MapItem } from './mapItem';
import { layOutMap, type MapSize, type PlacedItem, type Rectangle } from './mapLayout';

/** The symbols of states, as the Explorer has them: colours are never alone. */
export const stateMarks: Readonly<Record<State, string>> = { sole: '①', orphaned: '∅', shared: '', unknown: '?' };

/**
 * Colours that people with a colour blindness tell apart, in light and in dark, after Okabe and Ito; text on them has a
 * contrast of 7 to 1 and more. The patterns say the same without any colour, and in print.
 */
export const mapStyle = `
.map { display: block; width: 100%; height: auto; --ink: #14181d; --shared: #c3dcec; --sole: #f4bd57; --orphaned: #eb9a80; --unknown: #e3e6ea; --edge: #57606a }
.map text { font: 12px system-ui, sans-serif; fill: var(--ink) }
.map .name { font-weight: 600; font-size: 13px }
.map .shared, .map .f-shared { fill: var(--shared) }
.map .sole { fill: url(#pattern-sole) }
.map .orphaned { fill: url(#pattern-orphaned) }
.map .unknown { fill: url(#pattern-unknown) }
.map .f-sole { fill: var(--sole) }
.map .f-orphaned { fill: var(--orphaned) }
.map .f-unknown { fill: var(--unknown) }
.map .group { stroke: var(--edge); stroke-width: 1 }
.map .line { stroke: var(--ink); stroke-opacity: .28; stroke-width: 1.2; fill: none }
.map .dot { fill: var(--ink); fill-opacity: .3 }
@media screen and (prefers-color-scheme: dark) {
  .map { --ink: #f0f6fc; --shared: #1b4965; --sole: #6f4d00; --orphaned: #7d2f2a; --unknown: #30363d; --edge: #8b949e }
}`;

const patterns = `<defs>
<pattern id="pattern-sole" width="8" height="8" patternUnits="userSpaceOnUse"><rect class="f-sole" width="8" height="8"/><path class="line" d="M-2 2 2 -2M0 8 8 0M6 10 10 6"/></pattern>
<pattern id="pattern-orphaned" width="8" height="8" patternUnits="userSpaceOnUse"><rect class="f-orphaned" width="8" height="8"/><path class="line" d="M0 0 8 8M0 8 8 0"/></pattern>
<pattern id="pattern-unknown" width="8" height="8" patternUnits="userSpaceOnUse"><rect class="f-unknown" width="8" height="8"/><circle class="dot" cx="4" cy="4" r="1"/></pattern>
</defs>
`;

/**
 * A map as one drawing that needs no script: what an item is stands in its `<title>`, which browsers show under the pointer.
 * Wants {@link mapStyle} on the page.
 */
export function mapSvg(map: KnowledgeMap, size: MapSize, title: string, translate: Translate): string {
  const groups = layOutMap(map, size).map(group => groupSvg(group, map, translate));
  return `<svg class="map" viewBox="0 0 ${size.width} ${size.height}" role="img" aria-label="${escapeHtml(title)}">
${patterns}${groups.join('')}</svg>
`;
}

/** A colour and pattern of the legend. */
export function stateSwatch(state: State): string {
  return `<svg class="map swatch" viewBox="0 0 20 14" aria-hidden="true"><rect class="${state}" width="20" height="14"/></svg>`;
}

function groupSvg(placed: PlacedItem, map: KnowledgeMap, translate: Translate): string {
  const { item, rectangle, header, children } = placed;
  const inner = children.map(child => markSvg(child, map, translate)).join('');
  if (children.length === 0) return markSvg(placed, map, translate);
  const box = `<rect class="group f-${item.state}" ${places(rectangle)}/>`;
  const name = header === 0 ? '' : labelSvg(item, { ...rectangle, height: header }, 'name', translate);
  return `<g>${titleOf(item, map, translate)}${box}${name}${inner}</g>\n`;
}

function markSvg({ item, rectangle }: PlacedItem, map: KnowledgeMap, translate: Translate): string {
  if (rectangle.width <= 0 || rectangle.height <= 0) return '';
  const label = labelSvg(item, rectangle, '', translate);
  return `<g>${titleOf(item, map, translate)}<rect class="${item.state}" ${places(rectangle)}/>${label}</g>`;
}

/** Average width of a character, in font sizes, and room on both sides. */
const characterWidth = 7.2;
const margin = 4;
const leastCharacters = 4;
const leastHeight = 16;

function labelSvg(item: MapItem, { x, y, width, height }: Rectangle, style: 'name' | '', translate: Translate): string {
  const room = Math.floor((width - 2 * margin) / characterWidth);
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
  const lines = translate('{count} lines', { count: wholeNumber(size) });
  if (kind === 'file') return unit === 'lines' ? lines : translate('1 file', {});
  const counted = translate('{count} files', { count: wholeNumber(files) });
  return unit === 'lines' ? `${counted}, ${lines}` : counted;
}

function places({ x, y, width, height }: Rectangle): string {
  return `x="${short(x)}" y="${short(y)}" width="${short(width)}" height="${short(height)}"`;
}

/** A tenth of a unit is finer than a screen shows. */
function short(value: number): string {
  return String(Math.round(value * 10) / 10);
}
