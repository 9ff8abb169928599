/**
 * Gives the keyboard back its place in the page when the window has the focus again and nothing in it has: VS Code takes it
 * away for a context menu.
 */
export function returnFocus(): void {
  let left: EventTarget | null = null;
  document.addEventListener('focusout', ({ target, relatedTarget }) => {
    left = relatedTarget === null ? target : null;
  });
  // Whoever comes back with the pointer has another place in mind.
  document.addEventListener(
    'pointerdown',
    () => {
      left = null;
    },
    true,
  );
  window.addEventListener('focus', () => {
    if (document.activeElement !== document.body || !(left instanceof Element)) return;
    // A map that was drawn anew meanwhile has its place in the order of the tab key.
    const drawnAnew = left.closest('.map') === null ? null : document.querySelector('.map [tabindex="0"]');
    const place = left.isConnected ? left : drawnAnew;
    if (place instanceof HTMLElement || place instanceof SVGElement) place.focus({ preventScroll: true });
  });
}
