import type { LabelStyle } from '../core/report/map/mapSvg';

/** The fonts of `mapRules`, in the family of the editor. */
const fonts: Readonly<Record<LabelStyle, string>> = { name: '600 13px', mark: '12px' };

/** Measures labels in the font that they are drawn in, so that they are cut where their box ends. */
export function labelWidths(): (text: string, style: LabelStyle) => number {
  const context = document.createElement('canvas').getContext('2d');
  const family = getComputedStyle(document.body).fontFamily;
  const known: Readonly<Record<LabelStyle, Map<string, number>>> = { name: new Map(), mark: new Map() };
  return (text, style) => {
    const found = known[style].get(text);
    if (found !== undefined || context === null) return found ?? 0;
    context.font = `${fonts[style]} ${family}`;
    const { width } = context.measureText(text);
    known[style].set(text, width);
    return width;
  };
}
