import { type MapView, shadesIn } from '../core/report/map/mapLevel';
import type { MapModel, MapPlace } from '../core/report/map/mapModel';
import { legendText, type MapMode, mapModes, modeText } from '../core/report/map/mapModes';
import { shadeSwatch } from '../core/report/map/mapSvg';
import { placeText, trailOf } from '../core/report/map/mapTrail';
import type { Translate } from '../core/report/translate';
import { button, element } from './element';
import type { KeptPage } from './keptPage';

export interface BarActions {
  readonly go: (place: MapPlace) => void;
  readonly colour: (mode: MapMode) => void;
  readonly search: (text: string) => void;
  /** To what was found, the next or the one before. */
  readonly step: (by: 1 | -1) => void;
  readonly show: (shown: KeptPage['shown']) => void;
  readonly save: (format: 'svg' | 'png') => void;
}

/** What stands above and below the map: where one is, what colours show, what is sought, how it is shown. */
export class Bar {
  readonly element: HTMLElement;
  readonly legend = element('ul', { class: 'legend' });
  readonly #crumbs = element('ol', {});
  readonly #modes: HTMLSelectElement;
  readonly #search: HTMLInputElement;
  readonly #map: HTMLButtonElement;
  readonly #table: HTMLButtonElement;

  constructor(
    private readonly translate: Translate,
    private readonly actions: BarActions,
    people: HTMLElement,
  ) {
    const search = translate('Search components and files', {});
    this.#search = element('input', { type: 'search', placeholder: search, 'aria-label': search });
    this.#search.addEventListener('input', () => actions.search(this.#search.value));
    this.#search.addEventListener('keydown', event => {
      if (event.key === 'Enter') actions.step(event.shiftKey ? -1 : 1);
    });
    const options = mapModes.map(mode => element('option', { value: mode }, modeText(mode, translate)));
    this.#modes = element('select', { id: 'mode' }, ...options);
    this.#modes.addEventListener('change', () => {
      const chosen = mapModes.find(mode => mode === this.#modes.value);
      if (chosen !== undefined) actions.colour(chosen);
    });
    this.#map = button(translate('Map', {}), {}, () => actions.show('map'));
    this.#table = button(translate('Table', {}), {}, () => actions.show('table'));
    this.element = element(
      'header',
      {},
      element('nav', { 'aria-label': translate('Where you are', {}) }, this.#crumbs),
      element(
        'div',
        { class: 'controls' },
        element('label', { for: 'mode' }, translate('Colour', {})),
        this.#modes,
        this.#search,
        people,
        element(
          'div',
          { class: 'switch', role: 'group', 'aria-label': translate('Show as', {}) },
          this.#map,
          this.#table,
        ),
        button(translate('Save as SVG…', {}), { class: 'quiet' }, () => actions.save('svg')),
        button(translate('Save as PNG…', {}), { class: 'quiet' }, () => actions.save('png')),
      ),
    );
  }

  draw({ mode, shown, search }: KeptPage, view: MapView): void {
    this.#modes.value = mode;
    if (document.activeElement !== this.#search) this.#search.value = search;
    this.#map.setAttribute('aria-pressed', String(shown === 'map'));
    this.#table.setAttribute('aria-pressed', String(shown === 'table'));
    const entries = shadesIn(view).map(shade => {
      const entry = element('li', {});
      // Our own markup, without a word of the repository.
      entry.innerHTML = shadeSwatch(shade);
      entry.append(` ${legendText(shade, this.translate)}`);
      return entry;
    });
    this.legend.setAttribute('aria-label', modeText(mode, this.translate));
    this.legend.replaceChildren(...entries);
  }

  trail(model: MapModel, place: MapPlace, repository: string): void {
    const trail = trailOf(model, place);
    const crumbs = trail.map((at, index) => {
      const text = placeText(model, at, trail[index - 1], repository, this.translate);
      const isHere = index === trail.length - 1;
      return element(
        'li',
        {},
        isHere
          ? element('span', { 'aria-current': 'location' }, text)
          : button(text, { class: 'link' }, () => this.actions.go(at)),
      );
    });
    this.#crumbs.replaceChildren(...crumbs);
  }
}
