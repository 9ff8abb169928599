import { itemName, itemSize, itemState } from '../core/report/map/itemText';
import type { MapItem } from '../core/report/map/mapItem';
import type { MapView } from '../core/report/map/mapLevel';
import type { MapModel } from '../core/report/map/mapModel';
import type { PointedBox } from './drawing';
import { send } from './editor';
import { HoverCard } from './hoverCard';

/** Milliseconds the pointer rests before the card shows. */
const rest = 200;

/** How the editor names a component or file. */
interface Target {
  readonly component: string | null;
  readonly path: string | null;
}

export interface PointedReasonsOptions {
  /** Whose menu is the editor's own. */
  readonly container: HTMLElement;
  readonly repository: string;
  /** What is shown; null while nothing is. */
  readonly view: () => MapView | null;
  /** Whether the editor knows reasons for what is shown: not for the past. */
  readonly hasReasons: () => boolean;
  /** Says to who listens what is on the card. */
  readonly say: (text: string) => void;
}

/** Why the box that is pointed at is as it is: what is known at once, and what the editor answers. */
export class PointedReasons {
  readonly #options: PointedReasonsOptions;
  readonly #card = new HoverCard();
  #pointed: PointedBox | null = null;
  #timer = 0;
  #question = 0;
  /** What is waited for; null once another box is pointed at, or something else is shown. */
  #asked: { readonly question: number; readonly target: Target } | null = null;
  /** By target, while what is shown stays the same. */
  readonly #known = new Map<string, readonly string[]>();

  constructor(options: PointedReasonsOptions) {
    this.#options = options;
  }

  get isShown(): boolean {
    return this.#card.isShown;
  }

  hide(): void {
    window.clearTimeout(this.#timer);
    this.#card.hide();
  }

  /** What is shown is another one: so may be the reasons. */
  forget(): void {
    this.hide();
    this.#known.clear();
    this.#asked = null;
  }

  point(box: PointedBox | null): void {
    if (box !== null && this.#pointed?.item === box.item && this.isShown) return;
    this.hide();
    this.#pointed = box;
    this.#asked = null;
    const view = this.#options.view();
    if (box === null || view === null) return;
    const target = targetOf(box.item, view.model);
    this.#offerMenu(box.item, target);
    this.#timer = window.setTimeout(() => {
      const hasReasons = this.#options.hasReasons();
      const known = hasReasons ? this.#known.get(JSON.stringify(target)) : undefined;
      if (target !== null && known === undefined && hasReasons) {
        this.#question++;
        this.#asked = { question: this.#question, target };
        send({ kind: 'explain', question: this.#question, ...target });
      }
      this.#show(box, view, known ?? []);
    }, rest);
  }

  /** @param answer a sentence, and the facts it rests on */
  explained(question: number, answer: readonly string[]): void {
    const view = this.#options.view();
    if (question !== this.#asked?.question || view === null || !this.#options.hasReasons()) return;
    this.#known.set(JSON.stringify(this.#asked.target), answer);
    if (this.isShown && this.#pointed !== null) this.#show(this.#pointed, view, answer);
  }

  /** The commands that rows of the tree have, on what is pointed at. */
  #offerMenu({ kind }: MapItem, target: Target | null): void {
    const { container, repository } = this.#options;
    const section = target === null ? {} : { webviewSection: kind, repository, ...target };
    container.dataset['vscodeContext'] = JSON.stringify({ preventDefaultContextMenuItems: true, ...section });
  }

  #show({ item, beside }: PointedBox, view: MapView, [sentence, ...facts]: readonly string[]): void {
    const colour = itemState(item, view);
    const said = sentence === undefined ? [colour] : view.mode === 'state' ? [sentence] : [colour, sentence];
    const size = itemSize(item, view.model.columns.unit, view.translate);
    const lines = [...said.filter(Boolean), size];
    this.#card.show({ title: itemName(item, view), lines, reasons: facts }, beside);
    // Who came with the keyboard heard the rest as the name of the box.
    if (document.activeElement?.getAttribute('role') === 'treeitem') this.#options.say(facts.join('. '));
  }
}

function targetOf({ kind, index }: MapItem, model: MapModel): Target | null {
  if (kind === 'file') return { component: null, path: model.pathOf(index) };
  return kind === 'component' ? { component: model.columns.components[index]?.id ?? '', path: null } : null;
}
