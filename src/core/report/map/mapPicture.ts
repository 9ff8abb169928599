import { escapeHtml } from '../escapeHtml';
import { short } from './hatching';
import { itemName } from './itemText';
import { layOutMap, type MapSize } from './mapLayout';
import { levelAt, type MapView, shadesIn } from './mapLevel';
import type { MapPlace } from './mapModel';
import { legendText, modeText } from './mapModes';
import { type MapPalette, mapRules } from './mapPalette';
import { mapSvg, shadeSwatch } from './mapSvg';

const margin = 16;
const titleHeight = 34;
const noteHeight = 20;
const legendHeight = 30;
/** Of a character of the legend, in a wide font. */
const characterWidth = 7.5;
const swatchRoom = 28;

/**
 * A map as a drawing that stands alone, as the text of an SVG file: with a title, its legend, and colours that need no
 * page around it.
 *
 * @param size of the map in it
 */
export function mapPicture(view: MapView, place: MapPlace, { title, note, palette, size }: MapPictureOptions): string {
  const width = size.width + 2 * margin;
  const notes = linesOf(note ?? '', size.width);
  const legendTop = margin + titleHeight + notes.length * noteHeight;
  const { entries, rows } = legendOf(view, { width: size.width, top: legendTop });
  const top = legendTop + rows * legendHeight;
  const height = top + size.height + margin;
  const drawing = mapSvg(layOutMap(levelAt(view, place), size), {
    size,
    attributes: `x="${margin}" y="${top}" width="${size.width}" height="${size.height}"`,
    box: item => ({ attributes: '', title: itemName(item, view) }),
    translate: view.translate,
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">
<title>${escapeHtml(title)}</title>
<style>
${mapRules(palette)}
.around { font: 13px system-ui, sans-serif; fill: ${palette.ink} }
.around.title { font-size: 16px; font-weight: 600 }
</style>
<rect width="${width}" height="${height}" fill="${palette.ground}"/>
<text class="around title" x="${margin}" y="${margin + 16}">${escapeHtml(title)}</text>
${notes.map((line, row) => textAt(margin, margin + titleHeight + row * noteHeight + 8, line)).join('\n')}
${entries.join('\n')}
${drawing}</svg>
`;
}

export interface MapPictureOptions {
  readonly title: string;
  /** Stands below the title: that this is not how it is. Null: it is. */
  readonly note: string | null;
  readonly palette: MapPalette;
  readonly size: MapSize;
}

/** In as many rows as it needs. */
function legendOf(
  view: MapView,
  { width, top }: { readonly width: number; readonly top: number },
): { readonly entries: readonly string[]; readonly rows: number } {
  const { mode, translate } = view;
  const entries: string[] = [];
  let [x, row] = [0, 0];
  const add = (swatch: string, text: string): void => {
    const room = (swatch === '' ? 0 : swatchRoom) + text.length * characterWidth + 18;
    if (x > 0 && x + room > width) [x, row] = [0, row + 1];
    const y = top + row * legendHeight;
    const left = margin + x;
    const placed = swatch.replace('<svg ', `<svg x="${short(left)}" y="${y}" width="20" height="14" `);
    const textX = left + (swatch === '' ? 0 : swatchRoom);
    entries.push(`${placed}${textAt(textX, y + 12, text)}`);
    x += room;
  };
  add('', `${modeText(mode, translate)}:`);
  for (const shade of shadesIn(view)) {
    add(shadeSwatch(shade), legendText(shade, translate));
  }
  return { entries, rows: row + 1 };
}

function textAt(x: number, y: number, text: string): string {
  return `<text class="around" x="${short(x)}" y="${y}">${escapeHtml(text)}</text>`;
}

/** A text in lines that have room. */
function linesOf(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const longer = `${lines.at(-1) ?? ''} ${word}`.trim();
    if (lines.length > 0 && longer.length * characterWidth <= width) lines[lines.length - 1] = longer;
    else if (word !== '') lines.push(word);
  }
  return lines;
}
