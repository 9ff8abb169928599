import { escapeHtml } from '../escapeHtml';
import type { Translate } from '../translate';
import { hatching, short } from './hatching';
import type { MapItem } from './mapItem';
import type { MapSize, PlacedItem, Rectangle } from './mapLayout';
import type { Shade } from './mapModes';

/** How a map is drawn where. */
export interface MapDrawing {
  readonly size: MapSize;
  /** Attributes of the drawing as a whole, as markup: its role and name. */
  readonly attributes: string;
  /**
   * What is added to a box.
   * @param at the place among its siblings, after that of its group: `3` and `3.12`
   */
  readonly box: (item: MapItem, at: string) => BoxMarkup;
  /** How wide a text is, in units; without it, as in a wide font, since it is not known which one a reader has. */
  readonly widthOf?: (text: string, style: LabelStyle) => number;
  readonly translate: Translate;
}

/** What is added to a box: attributes as markup, the title as text. */
export interface BoxMarkup {
  /** Attributes of all that is drawn of it. */
  readonly attributes: string;
  /** Attributes of its frame alone, which holds no text: the labels in it, cut to their room, are not what it is called. */
  readonly frame?: string;
  /** Stands in its `<title>`, which browsers show under the pointer. */
  readonly title: string;
}

/** `name`: of a group, larger and bold. */
export type LabelStyle = 'name' | 'mark';

/** A map as one drawing that needs no script. Wants `mapRules` and the colours of a palette on the page. */
export function mapSvg(placed: readonly PlacedItem[], drawing: MapDrawing): string {
  const { width, height } = drawing.size;
  const groups = placed.map((group, index) => groupSvg(group, String(index), drawing));
  return `<svg class="map" viewBox="0 0 ${width} ${height}" ${drawing.attributes}>
${groups.join('')}</svg>
`;
}

/** A colour and pattern of the legend. */
export function shadeSwatch({ id, pattern }: Shade): string {
  const lines = hatching(pattern, swatch);
  return `<svg class="map swatch" viewBox="0 0 ${swatch.width} ${swatch.height}" aria-hidden="true"><g class="${id}">${filled(swatch, lines)}</g></svg>`;
}

const swatch = { x: 0, y: 0, width: 20, height: 14 };

function groupSvg(placed: PlacedItem, at: string, drawing: MapDrawing): string {
  const { item, rectangle, header, children } = placed;
  if (item.children.length === 0) return markSvg(placed, at, drawing);
  const { attributes, frame, title } = boxOf(item, at, drawing);
  const inner = children.map((child, index) => markSvg(child, `${at}.${index}`, drawing)).join('');
  const box = `<rect class="group" ${places(rectangle)}${frame}/>`;
  const name = header === 0 ? '' : labelSvg(item, { ...rectangle, height: header }, 'name', drawing);
  return `<g ${attributes}>${title}${box}${name}${inner}</g>\n`;
}

function markSvg({ item, rectangle }: PlacedItem, at: string, drawing: MapDrawing): string {
  const { attributes, frame, title } = boxOf(item, at, drawing);
  const label = labelSvg(item, rectangle, 'mark', drawing);
  const lines = hatching(item.shade?.pattern ?? 'none', rectangle);
  return `<g ${attributes}>${title}${filled(rectangle, lines, frame)}${label}</g>`;
}

function boxOf(item: MapItem, at: string, drawing: MapDrawing): Required<BoxMarkup> {
  const { attributes, frame = '', title } = drawing.box(item, at);
  return {
    attributes: `class="${item.shade?.id ?? 'plain'}"${attributes === '' ? '' : ` ${attributes}`}`,
    frame: frame === '' ? '' : ` ${frame}`,
    title: title === '' ? '' : `<title>${escapeHtml(title)}</title>`,
  };
}

/** What a character takes in a wide font, in units; a label that is cut too late would run over its neighbour. */
const characterWidth = { name: 9, mark: 8 } as const;
const margin = 4;
const leastWidth = 40;
const leastHeight = 16;

function labelSvg(item: MapItem, { x, y, width, height }: Rectangle, style: LabelStyle, drawing: MapDrawing): string {
  const room = width - 2 * margin;
  if (room < leastWidth || height < leastHeight) return '';
  const accepted = item.accepted ? ` (${drawing.translate('accepted', {})})` : '';
  const widthOf = drawing.widthOf ?? ((text: string) => Array.from(text).length * characterWidth[style]);
  const shown = cut(`${item.shade?.mark ?? ''} ${item.label}${accepted}`.trim(), room, text => widthOf(text, style));
  const place = `x="${short(x + margin)}" y="${short(y + Math.min(height / 2, 10) + 4)}"`;
  return `<text ${style === 'name' ? 'class="name" ' : ''}${place} aria-hidden="true">${escapeHtml(shown)}</text>`;
}

/** The longest beginning that has room, with an ellipsis where something is missing. */
function cut(text: string, room: number, widthOf: (text: string) => number): string {
  if (widthOf(text) <= room) return text;
  const characters = Array.from(text);
  let [fits, tooLong] = [0, characters.length];
  while (tooLong - fits > 1) {
    const middle = (fits + tooLong) >> 1;
    if (widthOf(`${characters.slice(0, middle).join('')}…`) <= room) fits = middle;
    else tooLong = middle;
  }
  return `${characters.slice(0, fits).join('')}…`;
}

function filled(rectangle: Rectangle, lines: string, frame = ''): string {
  return `<rect class="mark" ${places(rectangle)}${frame}/>${lines === '' ? '' : `<path d="${lines}"/>`}`;
}

function places({ x, y, width, height }: Rectangle): string {
  return `x="${short(x)}" y="${short(y)}" width="${short(width)}" height="${short(height)}"`;
}
