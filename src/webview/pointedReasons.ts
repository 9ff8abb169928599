import { itemName, itemSize, itemState } from '../core/report/map/itemText';
import type { MapItem } from '../core/report/map/mapItem';
import type { MapView } from '../core/report/map/mapLevel';
import type { MapModel } from '../core/report/map/mapModel';
import type { PointedBox } from './drawing';
import { send } from './editor';
import { HoverCard } from './hoverCard';

/** Milliseconds the pointer rests before a card shows, and that it may take from a box to its card. */
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
  readonly #card: HoverCard;
  /** What the card is of. */
  #pointed: PointedBox | null = null;
  /** Until the next card shows. */
  #resting = 0;
  /** Until the card goes; 0: it stays. */
  #leaving = 0;
  #question = 0;
  /** What is waited for; null once another box is pointed at, or something else is shown. */
  #asked: { readonly question: number; readonly target: Target } | null = null;
  /** By target, while what is shown stays the same. */
  readonly #known = new Map<string, readonly string[]>();

  constructor(options: PointedReasonsOptions) {
    this.#options = options;
    this.#card = new HoverCard({ enter: () => this.#stay(), leave: () => this.point(null) });
  }

  get isShown(): boolean {
    return this.#card.isShown;
  }

  hide(): void {
    this.#stay();
    this.#card.hide();
  }

  /** What is shown is another one: so may be the reasons. */
  forget(): void {
    this.hide();
    this.#known.clear();
    this.#asked = null;
  }

  /** A card that is shown goes a little later: the pointer may be on its way to it. */
  point(box: PointedBox | null): void {
    const view = this.#options.view();
    if (box !== null && view !== null) this.#offerMenu(box.item, targetOf(box.item, view.model));
    if (box !== null && this.isShown && this.#pointed?.item === box.item) {
      this.#stay();
      return;
    }
    window.clearTimeout(this.#resting);
    if (box !== null) this.#resting = window.setTimeout(() => this.#turnTo(box), rest);
    if (!this.isShown || this.#leaving !== 0) return;
    this.#leaving = window.setTimeout(() => {
      this.#leaving = 0;
      this.#card.hide();
    }, rest);
  }

  /** What is shown, or nothing, remains. */
  #stay(): void {
    window.clearTimeout(this.#resting);
    window.clearTimeout(this.#leaving);
    this.#leaving = 0;
  }

  #turnTo(box: PointedBox): void {
    const view = this.#options.view();
    if (view === null) return;
    this.#stay();
    this.#pointed = box;
    this.#asked = null;
    const target = targetOf(box.item, view.model);
    const hasReasons = this.#options.hasReasons();
    const known = hasReasons ? this.#known.get(JSON.stringify(target)) : undefined;
    if (target !== null && known === undefined && hasReasons) {
      this.#question++;
      this.#asked = { question: this.#question, target };
      send({ kind: 'explain', question: this.#question, ...target });
    }
    this.#show(box, view, known ?? []);
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
