import { stateIn } from '../core/ownership/ownershipColumns';
import { escapeHtml } from '../core/report/escapeHtml';
import { itemSize, itemState } from '../core/report/map/itemText';
import type { MapOwnership } from '../core/report/map/mapColumns';
import type { MapItem } from '../core/report/map/mapItem';
import { layOutMap, type PlacedItem, type Rectangle } from '../core/report/map/mapLayout';
import { levelAt, type MapView } from '../core/report/map/mapLevel';
import type { MapPlace } from '../core/report/map/mapModel';
import type { MapMatches } from '../core/report/map/mapSearch';
import { type BoxMarkup, mapSvg } from '../core/report/map/mapSvg';
import { type Direction, neighbourOf } from '../core/report/map/neighbour';
import { labelWidths } from './textWidth';
import { isStill } from './theme';

/** What is drawn. */
export interface Drawn {
  readonly view: MapView;
  readonly place: MapPlace;
  /** What the drawing is called. */
  readonly label: string;
  /** Null: nothing is sought. */
  readonly matches: MapMatches | null;
  /** What is, while what would be is shown: what differs is marked. */
  readonly asItIs: MapOwnership | null;
}

/** A box somebody points at, or came to with the keyboard. */
export interface PointedBox {
  readonly item: MapItem;
  /** It lies inside a group. */
  readonly isInside: boolean;
  /** On the page. */
  readonly beside: Rectangle;
}

export interface DrawingActions {
  readonly enter: (box: PointedBox) => void;
  /** @param isAtOnce not only what lies over the map */
  readonly leave: (isAtOnce: boolean) => void;
  readonly point: (box: PointedBox | null) => void;
}

const arrows: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};
const growMilliseconds = 160;

/** The map on the page: draws a place of it, and tells what is pointed at and entered, by mouse and by keyboard. */
export class Drawing {
  #placed: readonly PlacedItem[] = [];
  #drawn: Drawn | null = null;
  readonly #widthOf = labelWidths();
  /** Place of the box the keyboard is at. */
  #current = 0;

  constructor(
    readonly container: HTMLElement,
    private readonly actions: DrawingActions,
  ) {
    container.addEventListener('click', event => this.#enter(event.target));
    container.addEventListener('pointermove', event => {
      const box = this.#boxOf(event.target);
      actions.point(box && { ...box, beside: { x: event.clientX, y: event.clientY, width: 0, height: 0 } });
    });
    container.addEventListener('pointerleave', () => actions.point(null));
    container.addEventListener('focusin', event => this.#came(event.target));
    container.addEventListener('focusout', () => {
      this.#endRing();
      actions.point(null);
    });
    container.addEventListener('keydown', event => this.#press(event));
  }

  /** Draws anew; the keyboard stays where it was. @param from where what is shown now came from, on the page */
  draw(drawn: Drawn, from: Rectangle | null = null): void {
    const { view, place } = drawn;
    const { clientWidth: width, clientHeight: height } = this.container;
    if (width === 0 || height === 0) return;
    const hadFocus = this.container.contains(document.activeElement);
    const isSamePlace = this.#drawn !== null && JSON.stringify(this.#drawn.place) === JSON.stringify(place);
    const before = isSamePlace ? this.#placed[this.#current]?.item : undefined;
    const size = { width, height };
    this.#drawn = drawn;
    this.#placed = layOutMap(levelAt(view, place), size);
    this.#current = Math.max(0, before === undefined ? 0 : this.#placeOfLike(before));
    this.container.innerHTML = mapSvg(this.#placed, {
      size,
      attributes: `role="tree" aria-label="${escapeHtml(drawn.label)}"`,
      box: (item, at) => ({ ...this.#markup(item, at, drawn), title: '' }),
      widthOf: this.#widthOf,
      translate: view.translate,
    });
    if (hadFocus) this.focus();
    if (from !== null) this.#grow(from);
  }

  focus(): void {
    this.#frame(this.#current)?.focus({ preventScroll: true });
  }

  /** Marks a file, where it has a box of its own; the keyboard comes to it next, but stays where it is. */
  markFile(file: number): void {
    this.container.querySelector('[data-found]')?.removeAttribute('data-found');
    const index = this.#placed.findIndex(({ item }) => item.kind === 'file' && item.index === file);
    if (index < 0) return;
    this.#stopAt(index);
    this.#frame(index)?.parentElement?.setAttribute('data-found', '');
  }

  #markup(item: MapItem, at: string, drawn: Drawn): Pick<BoxMarkup, 'attributes' | 'frame'> {
    const { view, matches, asItIs } = drawn;
    const isInside = at.includes('.');
    const attributes = [
      `data-at="${at}"`,
      isInside ? 'aria-hidden="true"' : '',
      matches !== null && !isMatch(item, view, matches) ? 'data-dim' : '',
      asItIs !== null && isChanged(item, view.ownership, asItIs) ? 'data-changed' : '',
    ].filter(Boolean);
    if (isInside) return { attributes: attributes.join(' ') };
    const size = itemSize(item, view.model.columns.unit, view.translate);
    const label = [`${item.label}: ${itemState(item, view)}`, size].join('. ');
    const tab = Number(at) === this.#current ? '0' : '-1';
    const frame = `role="treeitem" tabindex="${tab}" aria-label="${escapeHtml(label)}"`;
    return { attributes: attributes.join(' '), frame };
  }

  #placeOfLike({ kind, index, shade }: MapItem): number {
    return this.#placed.findIndex(
      ({ item }) => item.kind === kind && item.index === index && (kind !== 'rest' || item.shade === shade),
    );
  }

  #press(event: KeyboardEvent): void {
    // Those are the editor's: going back, and shortcuts a person has made.
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const direction = arrows[event.key];
    const from = this.#placed[this.#current]?.rectangle;
    if (direction !== undefined && from !== undefined) {
      const boxes = this.#placed.map(({ rectangle }) => rectangle);
      const next = neighbourOf(boxes, from, direction);
      if (next !== undefined) this.#moveTo(next);
    } else if (event.key === 'Home') this.#moveTo(0);
    else if (event.key === 'End') this.#moveTo(this.#placed.length - 1);
    else if (event.key === 'Enter' || event.key === ' ') this.#enter(event.target);
    else if (event.key === 'Escape' || event.key === 'Backspace') this.actions.leave(event.key === 'Backspace');
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  #moveTo(index: number): void {
    this.#stopAt(index);
    this.focus();
  }

  /** The tab key comes to one box of the map. */
  #stopAt(index: number): void {
    this.#frame(this.#current)?.setAttribute('tabindex', '-1');
    this.#current = index;
    this.#frame(index)?.setAttribute('tabindex', '0');
  }

  /** What of a box has its name and takes the keyboard. */
  #frame(index: number): SVGRectElement | null {
    return this.container.querySelector<SVGRectElement>(`g[data-at="${index}"] > rect`);
  }

  #enter(target: EventTarget | null): void {
    const box = this.#boxOf(target);
    if (box !== null) this.actions.enter(box);
  }

  #came(target: EventTarget | null): void {
    const box = this.#boxOf(target);
    if (box === null) return;
    const index = this.#placed.findIndex(({ item }) => item === box.item);
    if (index >= 0) this.#stopAt(index);
    this.#ring();
    this.actions.point(box);
  }

  /** Around the box that has the focus, over all others, so that no neighbour hides a part of it. */
  #ring(): void {
    this.#endRing();
    const rectangle = this.#placed[this.#current]?.rectangle;
    if (rectangle === undefined) return;
    const { x, y, width, height } = rectangle;
    const rings = ['ring under', 'ring'].map(
      name => `<rect class="${name}" x="${x}" y="${y}" width="${width}" height="${height}"/>`,
    );
    this.container.firstElementChild?.insertAdjacentHTML('beforeend', rings.join(''));
  }

  #endRing(): void {
    for (const ring of this.container.querySelectorAll('.ring')) ring.remove();
  }

  #boxOf(target: EventTarget | null): PointedBox | null {
    const box = target instanceof Element ? target.closest<SVGGElement>('g[data-at]') : null;
    const [first, second] = (box?.dataset['at'] ?? '').split('.').map(Number);
    const group = box === null ? undefined : this.#placed[first ?? 0];
    const placed = second === undefined ? group : group?.children[second];
    if (placed === undefined) return null;
    const { left, top } = this.container.getBoundingClientRect();
    const { x, y, width, height } = placed.rectangle;
    return { item: placed.item, isInside: second !== undefined, beside: { x: left + x, y: top + y, width, height } };
  }

  /** What was entered grows to the whole map, so that the eye can follow. */
  #grow(from: Rectangle): void {
    const drawing = this.container.firstElementChild;
    const { left, top, width, height } = this.container.getBoundingClientRect();
    if (drawing === null || isStill()) return;
    const move = `translate(${from.x - left}px, ${from.y - top}px)`;
    const start = {
      transformOrigin: '0 0',
      transform: `${move} scale(${from.width / width}, ${from.height / height})`,
    };
    const end = { transformOrigin: '0 0', transform: 'none' };
    drawing.animate([start, end], { duration: growMilliseconds, easing: 'ease-out' });
  }
}

function isMatch(item: MapItem, { model }: MapView, matches: MapMatches): boolean {
  switch (item.kind) {
    case 'component':
      return (
        matches.components.has(item.index) || model.filesOfComponent(item.index).some(file => matches.files.has(file))
      );
    case 'file':
      return matches.files.has(item.index);
    default:
      // What is in it may match; what does not is dimmed there.
      return true;
  }
}

function isChanged({ kind, index }: MapItem, now: MapOwnership, before: MapOwnership): boolean {
  if (kind === 'file') return stateIn(now.files, index) !== stateIn(before.files, index);
  return kind === 'component' && stateIn(now.components, index) !== stateIn(before.components, index);
}
