import { mapPalettes, mapRules, paletteStyle } from './mapPalette';

/** For a page that follows the colours of the system; wants nothing else. */
export const mapStyle = `
.map { display: block; width: 100%; height: auto }
${paletteStyle(':root', mapPalettes.light)}
${mapRules(null)}
@media screen and (prefers-color-scheme: dark) {
  ${paletteStyle(':root', { ...mapPalettes.dark, ground: '#0d1117' })}
}`;
