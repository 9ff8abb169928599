import type { MapPerson } from '../core/report/map/mapMessages';
import type { Translate } from '../core/report/translate';
import { button, element } from './element';

/** So many at once; the others are found by name. */
const mostListed = 100;

/** The list of people to tick off: what if they were away. */
export class People {
  readonly #list = element('ul', {});
  readonly #find: HTMLInputElement;
  readonly #summary = element('summary');
  readonly #end: HTMLButtonElement;
  readonly element: HTMLDetailsElement;
  #people: readonly MapPerson[] = [];
  readonly #away = new Set<number>();

  constructor(
    private readonly translate: Translate,
    /** Told who is away, by index. */
    private readonly change: (away: readonly number[]) => void,
  ) {
    const find = translate('Find a person', {});
    this.#find = element('input', { type: 'search', placeholder: find, 'aria-label': find });
    this.#find.addEventListener('input', () => this.#fill());
    this.#end = button(translate('Undo What If', {}), { class: 'quiet' }, () => {
      this.#set([]);
      this.#find.focus();
    });
    this.element = element(
      'details',
      { class: 'people' },
      this.#summary,
      element('div', { class: 'panel' }, this.#find, this.#list, this.#end),
    );
    this.element.addEventListener('keydown', event => {
      if (event.key !== 'Escape' || !this.element.open) return;
      this.element.open = false;
      this.#summary.focus();
    });
    document.addEventListener('pointerdown', event => {
      if (event.target instanceof Node && !this.element.contains(event.target)) this.element.open = false;
    });
  }

  /** Null: the settings of the repository do not allow to ask. */
  show(people: readonly MapPerson[] | null): void {
    this.element.hidden = people === null || people.length === 0;
    this.#people = people ?? [];
    this.setAway(this.#people.flatMap(({ away }, index) => (away ? [index] : [])));
    this.#fill();
  }

  setAway(away: readonly number[]): void {
    this.#away.clear();
    for (const index of away) this.#away.add(index);
    for (const box of this.#list.querySelectorAll('input')) box.checked = this.#away.has(Number(box.value));
    this.#describe();
  }

  /** What was is not asked about who is away. */
  setDisabled(isDisabled: boolean): void {
    for (const box of this.element.querySelectorAll('input, button')) box.toggleAttribute('disabled', isDisabled);
  }

  #describe(): void {
    const count = this.#away.size;
    this.#summary.textContent =
      count === 0 ? this.translate('What if…', {}) : this.translate('What if ({count} away)', { count });
    this.#end.hidden = count === 0;
  }

  #set(away: readonly number[]): void {
    this.setAway(away);
    this.change(away);
  }

  #fill(): void {
    const sought = this.#find.value.trim().toLowerCase();
    const found = this.#people.flatMap((person, index) =>
      person.name.toLowerCase().includes(sought) ? [{ ...person, index }] : [],
    );
    const rows = found.slice(0, mostListed).map(({ name, index }) => {
      const box = element('input', { type: 'checkbox', value: String(index) });
      box.checked = this.#away.has(index);
      box.addEventListener('change', () => {
        const others = [...this.#away].filter(each => each !== index);
        this.#set(box.checked ? [...others, index] : others);
      });
      return element('li', {}, element('label', {}, box, name));
    });
    const more = found.length - rows.length;
    const rest = this.translate('{count} more: type a part of the name', { count: more });
    this.#list.replaceChildren(...rows, ...(more > 0 ? [element('li', { class: 'quiet' }, rest)] : []));
  }
}
