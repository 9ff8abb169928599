/**
 * Gives the keyboard back its place in the page when the window has the focus again and nothing in it has: VS Code takes it
 * away for a context menu.
 */
export function keepFocus(): void {
  let left: EventTarget | null = null;
  document.addEventListener('focusout', ({ target, relatedTarget }) => {
    left = relatedTarget === null ? target : null;
  });
  window.addEventListener('focus', () => {
    if (document.activeElement !== document.body || !(left instanceof Element)) return;
    // A map that was drawn anew meanwhile has its place in the order of the tab key.
    const place = left.isConnected ? left : document.querySelector('.map [tabindex="0"]');
    if (place instanceof HTMLElement || place instanceof SVGElement) place.focus({ preventScroll: true });
  });
}
