import type { Rectangle } from '../core/report/map/mapLayout';
import { filesAt, type MapView, placeOf } from '../core/report/map/mapLevel';
import type { ToMap } from '../core/report/map/mapMessages';
import { MapModel, type MapPlace, wholeMap } from '../core/report/map/mapModel';
import { type MapMatches, searchMap, stepAmong } from '../core/report/map/mapSearch';
import { type MapRow, rowsAt, rowsOf } from '../core/report/map/mapTable';
import { nameOf, placeNamed, trailOf } from '../core/report/map/mapTrail';
import { wholeNumber } from '../core/report/numbers';
import { printable } from '../core/report/printable';
import type { Translate } from '../core/report/translate';
import { Bar } from './bar';
import { Drawing, type PointedBox } from './drawing';
import { keep, send } from './editor';
import { element } from './element';
import type { KeptPage } from './keptPage';
import { People } from './people';
import { PointedReasons } from './pointedReasons';
import { savedPicture } from './savedPicture';
import { labelOf, type Message, readingText, type Shown } from './shown';
import { Table } from './table';
import { Timeline } from './timeline';

/** The page of the map: what there is to see, where in it one looks, and what is shown of it. */
export class Page {
  readonly #translate: Translate;
  readonly #bar: Bar;
  readonly #people: People;
  readonly #timeline: Timeline;
  readonly #drawing: Drawing;
  readonly #table: Table;
  readonly #reasons: PointedReasons;
  readonly #reading = element('p', { class: 'reading' });
  readonly #nothing = element('p', { class: 'nothing', hidden: '' });
  readonly #spoken = element('div', { class: 'unseen', 'aria-live': 'polite' });
  #kept: KeptPage;
  #place: MapPlace = wholeMap;
  #shown: Shown | null = null;
  #matches: MapMatches | null = null;
  #match = -1;

  constructor(kept: KeptPage, translate: Translate) {
    this.#kept = kept;
    this.#translate = translate;
    this.#people = new People(translate, people => {
      if (this.#shown !== null) send({ kind: 'away', revision: this.#shown.map.revision, people });
    });
    this.#timeline = new Timeline(translate, {
      stop: moment => this.#lookAt(moment),
      cancel: () => this.#lookAt(null),
    });
    this.#bar = new Bar(
      translate,
      {
        go: place => this.#go(place, null),
        colour: mode => this.#change({ mode }),
        search: search => this.#seek(search),
        step: by => this.#step(by),
        show: shown => this.#change({ shown }),
        save: format => void this.#save(format),
      },
      this.#people.element,
    );
    this.#drawing = new Drawing(element('div', { class: 'drawing' }), {
      enter: box => this.#enter(box),
      leave: isAtOnce => this.#leave(isAtOnce),
      point: box => this.#reasons.point(box),
    });
    this.#reasons = new PointedReasons({
      container: this.#drawing.container,
      repository: kept.repository,
      view: () => this.#view,
      hasReasons: () => this.#shown?.moment === null,
      say: text => this.#say(text),
    });
    this.#table = new Table(element('div', { class: 'table' }), {
      enter: row => this.#enterRow(row),
      sort: sort => this.#change({ sort }),
    });
    const main = element('main', {}, this.#nothing, this.#drawing.container, this.#table.container);
    const footer = element('footer', {}, this.#bar.legend, this.#timeline.element);
    document.body.append(this.#bar.element, this.#reading, main, footer, this.#spoken);
    new ResizeObserver(() => {
      if (this.#kept.shown === 'map') this.#draw();
    }).observe(this.#drawing.container);
    document.addEventListener('keydown', event => {
      if (event.key === 'Escape') this.#reasons.hide();
    });
  }

  take(message: ToMap): void {
    switch (message.kind) {
      case 'nothing':
        this.#nothing.textContent = message.text;
        this.#nothing.hidden = false;
        break;
      case 'map':
        this.#takeMap(message);
        break;
      case 'simulated':
        if (this.#shown !== null) this.#shown.simulated = message.ownership === null ? null : message;
        this.#people.setAway(message.away);
        this.#reasons.forget();
        this.#draw();
        if (message.text !== '') this.#say(message.text);
        break;
      case 'moment':
        this.#takeMoment(message);
        break;
      case 'momentProgress':
        if (message.date === this.#timeline.moment) this.#timeline.waitFor(message.done / message.total);
        break;
      case 'momentFailed':
        if (message.date !== this.#timeline.moment) break;
        this.#lookAt(null);
        this.#fail(message.text);
        break;
      case 'explained':
        this.#reasons.explained(message.question, [message.sentence, ...message.facts]);
        break;
      case 'look':
        if (this.#shown !== null) {
          this.#go(placeNamed(this.#shown.model, { component: message.component, folder: '' }), null);
        }
        break;
    }
  }

  get #view(): MapView | null {
    if (this.#shown === null) return null;
    const { model, map, simulated, moment } = this.#shown;
    const ownership = moment?.ownership ?? simulated?.ownership ?? map.ownership;
    return { model, ownership, mode: this.#kept.mode, translate: this.#translate };
  }

  #takeMap(map: Message<'map'>): void {
    const model = new MapModel(map.columns);
    this.#shown = { map, model, simulated: null, moment: null };
    this.#nothing.hidden = true;
    this.#place = placeNamed(model, this.#kept.place);
    this.#matches = searchMap(model, this.#kept.search);
    this.#reasons.forget();
    this.#people.show(map.people);
    this.#people.setDisabled(false);
    const { moment } = this.#kept;
    this.#timeline.show(map.past, moment);
    // The past of a new commit comes after its map: the moment that was chosen waits for it.
    if (moment !== null && map.past.length > 0) this.#lookAt(this.#timeline.moment);
    this.#draw();
  }

  #takeMoment(message: Message<'moment'>): void {
    if (this.#shown === null || message.date !== this.#timeline.moment) return;
    this.#shown.moment = message;
    this.#reasons.forget();
    this.#timeline.waitFor(null);
    this.#people.setDisabled(true);
    this.#draw();
    this.#say(readingText(this.#shown, this.#place, this.#kept.mode, this.#translate));
  }

  /** Null: today. */
  #lookAt(moment: number | null): void {
    this.#timeline.set(moment);
    if (moment !== null) {
      this.#timeline.waitFor(0);
      send({ kind: 'moment', date: moment });
    } else {
      send({ kind: 'cancelMoment' });
      if (this.#shown !== null) {
        this.#shown.moment = null;
        this.#reasons.forget();
        this.#people.setDisabled(false);
        this.#say(this.#translate('today', {}));
      }
    }
    this.#change({ moment });
  }

  #change(change: Partial<KeptPage>): void {
    this.#kept = { ...this.#kept, ...change };
    keep(this.#kept);
    // It says what the colours of before mean.
    this.#reasons.hide();
    this.#draw();
  }

  #go(place: MapPlace, from: Rectangle | null): void {
    if (this.#shown === null) return;
    this.#place = place;
    this.#reasons.hide();
    this.#kept = { ...this.#kept, place: nameOf(this.#shown.model, place) };
    keep(this.#kept);
    this.#draw(from);
    // What had the focus, a part of the trail or a row, may be gone.
    const isLost = document.hasFocus() && document.activeElement === document.body;
    if (isLost) (this.#kept.shown === 'map' ? this.#drawing : this.#table).focus();
    this.#say(labelOf(this.#shown, this.#place, this.#translate));
  }

  /** The card goes first, unless it is to be left at once. */
  #leave(isAtOnce: boolean): void {
    const wasShown = this.#reasons.isShown;
    this.#reasons.hide();
    if (this.#shown === null || (wasShown && !isAtOnce)) return;
    const trail = trailOf(this.#shown.model, this.#place);
    const outside = trail.at(-2);
    if (outside !== undefined) this.#go(outside, null);
  }

  #enter({ item, isInside, beside }: PointedBox): void {
    if (this.#shown === null) return;
    const { model } = this.#shown;
    if (item.kind === 'file') send({ kind: 'open', path: model.pathOf(item.index) });
    const component = item.kind === 'component' ? model.columns.components[item.index] : undefined;
    if (component !== undefined) send({ kind: 'follow', component: component.id });
    const place = placeOf(model, item, this.#place, isInside);
    if (place !== null) this.#go(place, beside);
  }

  #enterRow({ kind, index }: MapRow): void {
    if (this.#shown === null) return;
    const { model } = this.#shown;
    switch (kind) {
      case 'file':
        send({ kind: 'open', path: model.pathOf(index) });
        break;
      case 'folder':
        this.#go({ component: this.#place.component, folder: index, under: null }, null);
        break;
      case 'component':
        send({ kind: 'follow', component: model.columns.components[index]?.id ?? '' });
        this.#go(model.entryOf(index), null);
        break;
      case 'loose':
        this.#go(model.entryOf(index), null);
        break;
    }
  }

  #seek(search: string): void {
    if (this.#shown === null) return;
    this.#matches = searchMap(this.#shown.model, search);
    this.#match = -1;
    this.#change({ search });
    if (this.#matches === null) return;
    const count = wholeNumber(this.#matches.files.size, this.#translate);
    this.#say(this.#translate('{count} files found. Enter goes to the next.', { count }));
  }

  /** Looks at the folder of the next file that was found. */
  #step(by: 1 | -1): void {
    const files = [...(this.#matches?.files ?? [])];
    if (this.#shown === null || files.length === 0) return;
    this.#match = stepAmong(files.length, this.#match, by);
    const file = files[this.#match] ?? 0;
    const { model } = this.#shown;
    const component = model.columns.componentOf[file] ?? 0;
    this.#go({ component, folder: model.columns.folderOf[file] ?? 0, under: null }, null);
    this.#drawing.markFile(file);
    this.#say(printable(model.pathOf(file)));
  }

  async #save(format: 'svg' | 'png'): Promise<void> {
    const view = this.#view;
    if (view === null || this.#shown === null) return;
    try {
      send(await savedPicture(format, this.#shown, view, this.#place));
    } catch {
      this.#fail(this.#translate('The picture could not be drawn. Save it as SVG instead.', {}));
    }
  }

  #draw(from: Rectangle | null = null): void {
    const view = this.#view;
    if (view === null || this.#shown === null) return;
    const { map, moment, simulated, model } = this.#shown;
    const { shown, sort, mode } = this.#kept;
    this.#bar.draw(this.#kept, view);
    this.#bar.trail(model, this.#place, map.name);
    this.#reading.textContent = readingText(this.#shown, this.#place, mode, this.#translate);
    this.#reading.classList.toggle('supposed', moment !== null || simulated !== null);
    this.#drawing.container.hidden = shown !== 'map';
    this.#table.container.hidden = shown !== 'table';
    const label = labelOf(this.#shown, this.#place, this.#translate);
    if (shown === 'map') {
      const asItIs = moment === null && simulated !== null ? map.ownership : null;
      this.#drawing.draw({ view, place: this.#place, label, matches: this.#matches, asItIs }, from);
      return;
    }
    const here = this.#matches;
    const rows =
      here === null
        ? rowsAt(view, this.#place)
        : rowsOf(
            view,
            filesAt(model, this.#place).filter(file => here.files.has(file)),
          );
    this.#table.draw(rows, sort, label, view);
  }

  /** For who reads and for who listens; until something else is drawn. */
  #fail(text: string): void {
    this.#reading.textContent = text;
    this.#say(text);
  }

  #say(text: string): void {
    this.#spoken.textContent = text;
  }
}
