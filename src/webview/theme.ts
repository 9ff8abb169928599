import { type MapPalette, type MapTheme, mapPalettes, mapRules, paletteStyle } from '../core/report/map/mapPalette';

const sheet = new CSSStyleSheet();

/** Gives maps the colours of the editor's theme, now and whenever it changes. */
export function followTheme(): void {
  const apply = (): void => {
    const palette = { ...themePalette(), ground: 'var(--vscode-editor-background)' };
    sheet.replaceSync(`${paletteStyle(':root', palette)}\n${mapRules(null)}`);
  };
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  new MutationObserver(apply).observe(document.body, { attributes: true, attributeFilter: ['class'] });
  apply();
}

export function themePalette(): MapPalette {
  return mapPalettes[themeOf(document.body.classList)];
}

/** A high-contrast theme has the class of both kinds. */
function themeOf(classes: DOMTokenList): MapTheme {
  if (classes.contains('vscode-high-contrast-light')) return 'highContrastLight';
  if (classes.contains('vscode-high-contrast')) return 'highContrast';
  return classes.contains('vscode-light') ? 'light' : 'dark';
}

/** Whether the person wants nothing to move. */
export function isStill(): boolean {
  return (
    document.body.classList.contains('vscode-reduce-motion') ||
    window.matchMedia('(prefers-reduced-motion: reduce)').matches
  );
}
