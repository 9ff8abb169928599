import { dayText } from '../core/report/numbers';
import type { Translate } from '../core/report/translate';
import { button, element } from './element';

/** Milliseconds: who stays that long has stopped there. */
const stopped = 250;

export interface TimelineActions {
  /** Null: today. */
  readonly stop: (moment: number | null) => void;
  readonly cancel: () => void;
}

/** The slider over the history: the ends of quarters, and today. A moment is asked for when somebody stops at it. */
export class Timeline {
  readonly element: HTMLElement;
  readonly #slider = element('input', { type: 'range', min: '0', step: '1', id: 'moment' });
  readonly #shown = element('output', { for: 'moment' });
  readonly #progress = element('progress', { max: '1', 'aria-label': '' });
  readonly #waiting: HTMLElement;
  #past: readonly number[] = [];
  #timer = 0;

  constructor(
    private readonly translate: Translate,
    actions: TimelineActions,
  ) {
    this.#progress.setAttribute('aria-label', translate('Looking back…', {}));
    const cancel = button(translate('Cancel', {}), { class: 'quiet' }, () => {
      actions.cancel();
      // The button is hidden now.
      this.#slider.focus();
    });
    this.#waiting = element('span', { class: 'waiting', hidden: '' }, this.#progress, cancel);
    const label = element('label', { for: 'moment' }, translate('Moment', {}));
    this.element = element('div', { class: 'timeline' }, label, this.#slider, this.#shown, this.#waiting);
    this.#slider.addEventListener('input', () => {
      this.#describe();
      window.clearTimeout(this.#timer);
      this.#timer = window.setTimeout(() => actions.stop(this.moment), stopped);
    });
  }

  /** Null: today. */
  get moment(): number | null {
    return this.#past[Number(this.#slider.value)] ?? null;
  }

  /** @param past in seconds, oldest first; where there is none, there is nothing to slide over */
  show(past: readonly number[], moment: number | null): void {
    this.#past = past;
    this.element.hidden = past.length === 0;
    this.#slider.max = String(past.length);
    this.set(moment);
  }

  set(moment: number | null): void {
    const index = moment === null ? -1 : this.#past.indexOf(moment);
    this.#slider.value = String(index < 0 ? this.#past.length : index);
    this.waitFor(null);
    this.#describe();
  }

  /** How far an answer is, from 0 to 1; null: none is waited for. */
  waitFor(part: number | null): void {
    this.#waiting.hidden = part === null;
    this.#progress.value = part ?? 0;
  }

  #describe(): void {
    const { moment } = this;
    const text = moment === null ? this.translate('today', {}) : (dayText(moment, this.translate) ?? '?');
    this.#shown.textContent = text;
    this.#slider.setAttribute('aria-valuetext', text);
  }
}
