import type { Rectangle } from '../core/report/map/mapLayout';
import { element } from './element';

/** What stands on the card: what it is of, what its colour says, and the reasons once they are known. */
export interface CardText {
  readonly title: string;
  readonly lines: readonly string[];
  readonly reasons: readonly string[];
}

const offset = 12;

/** The pointer comes to the card and goes from it. */
export interface HoverCardActions {
  readonly enter: () => void;
  readonly leave: () => void;
}

/** The card that says why, beside what the pointer rests on or the keyboard came to. The pointer may go into it, to read on. */
export class HoverCard {
  readonly #card = element('div', { class: 'card', id: 'card', role: 'tooltip', hidden: '' });

  constructor({ enter, leave }: HoverCardActions) {
    this.#card.addEventListener('pointerenter', enter);
    this.#card.addEventListener('pointerleave', leave);
    document.body.append(this.#card);
  }

  get isShown(): boolean {
    return !this.#card.hidden;
  }

  /** @param beside a pointer or a box, from the upper left corner of the page */
  show({ title, lines, reasons }: CardText, beside: Rectangle): void {
    this.#card.replaceChildren(
      element('strong', {}, title),
      ...lines.map(line => element('p', {}, line)),
      ...(reasons.length === 0 ? [] : [element('ul', {}, ...reasons.map(reason => element('li', {}, reason)))]),
    );
    this.#card.hidden = false;
    const { width, height } = this.#card.getBoundingClientRect();
    const { innerWidth, innerHeight } = window;
    const right = beside.x + beside.width + offset;
    const left = right + width <= innerWidth ? right : beside.x - width - offset;
    const below = beside.y + offset;
    // Never over what is pointed at, which could not be clicked then.
    const otherwise = left < 0 ? beside.y - height - offset : innerHeight - height;
    const top = below + height <= innerHeight ? below : otherwise;
    this.#card.style.left = `${Math.max(0, left)}px`;
    this.#card.style.top = `${Math.max(0, top)}px`;
  }

  hide(): void {
    this.#card.hidden = true;
  }
}
