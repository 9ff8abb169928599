import { rowState } from '../core/report/map/itemText';
import type { MapView } from '../core/report/map/mapLevel';
import { shadeText } from '../core/report/map/mapModes';
import { type MapRow, type MapSort, type MapSortKey, mapSortKeys, sortRows } from '../core/report/map/mapTable';
import { dayText, wholeNumber } from '../core/report/numbers';
import type { Translate } from '../core/report/translate';
import { button, element } from './element';

export interface TableActions {
  readonly enter: (row: MapRow) => void;
  readonly sort: (sort: MapSort) => void;
}

/** So many rows, and as many more at a time. */
const page = 300;

/** What is on the map as a table, for who would rather read, sort and listen. */
export class Table {
  #shown = page;
  #of = '';

  constructor(
    readonly container: HTMLElement,
    private readonly actions: TableActions,
  ) {}

  /** @param of what the rows are of, for the caption: another one begins at the first page */
  draw(rows: readonly MapRow[], sort: MapSort, of: string, view: MapView): void {
    if (of !== this.#of) this.#shown = page;
    this.#of = of;
    const { translate } = view;
    const columns = mapSortKeys.filter(key => key !== 'lines' || view.model.columns.unit === 'lines');
    const shown = sortRows(rows, sort).slice(0, this.#shown);
    const heads = columns.map(key => this.#head(key, sort, translate));
    const body = shown.map(row => element('tr', {}, ...columns.map(key => this.#cell(row, key, translate))));
    const table = element(
      'table',
      {},
      element('caption', {}, of),
      element('thead', {}, element('tr', {}, ...heads)),
      element('tbody', {}, ...body),
    );
    const hidden = rows.length - shown.length;
    const more = button(
      translate('Show more ({hidden} are hidden)', { hidden: wholeNumber(hidden, translate) }),
      { class: 'more' },
      () => {
        this.#shown += page;
        this.draw(rows, sort, of, view);
        this.#focusRow(shown.length);
      },
    );
    this.#replace(hidden > 0 ? [table, more] : [table]);
  }

  focus(): void {
    this.#focusRow(0);
  }

  #focusRow(index: number): void {
    this.container.querySelectorAll<HTMLElement>('tbody button')[index]?.focus();
  }

  /** What had the focus has it again. */
  #replace(children: readonly Node[]): void {
    const focused = this.container.contains(document.activeElement)
      ? document.activeElement?.getAttribute('data-key')
      : null;
    this.container.replaceChildren(...children);
    if (focused != null) this.container.querySelector<HTMLElement>(`[data-key=${JSON.stringify(focused)}]`)?.focus();
  }

  #head(key: MapSortKey, { key: sorted, descending }: MapSort, translate: Translate): HTMLTableCellElement {
    const isSorted = key === sorted;
    const direction = !isSorted ? 'none' : descending ? 'descending' : 'ascending';
    const label = `${headText(key, translate)}${!isSorted ? '' : descending ? ' ▾' : ' ▴'}`;
    const sort = button(label, { 'data-key': `sort-${key}` }, () =>
      this.actions.sort({ key, descending: isSorted ? !descending : key !== 'name' }),
    );
    return element('th', { scope: 'col', 'aria-sort': direction, class: isNumber(key) ? 'number' : '' }, sort);
  }

  #cell(row: MapRow, key: MapSortKey, translate: Translate): HTMLTableCellElement {
    if (key !== 'name') return element('td', { class: isNumber(key) ? 'number' : '' }, cellText(row, key, translate));
    const enter = button(row.name, { class: 'link', 'data-key': `${row.kind}-${row.index}` }, () =>
      this.actions.enter(row),
    );
    return element('th', { scope: 'row' }, enter);
  }
}

function isNumber(key: MapSortKey): boolean {
  return key === 'owners' || key === 'lines' || key === 'files';
}

function headText(key: MapSortKey, translate: Translate): string {
  switch (key) {
    case 'name':
      return translate('Name', {});
    case 'state':
      return translate('State', {});
    case 'owners':
      return translate('Owners', {});
    case 'lastTouched':
      return translate('Last touched', {});
    case 'coverage':
      return translate('Runbook coverage', {});
    case 'lines':
      return translate('Lines', {});
    case 'files':
      return translate('Files', {});
  }
}

function cellText({ ownership, coverage, size, files }: MapRow, key: MapSortKey, translate: Translate): string {
  switch (key) {
    case 'state':
      return ownership === null ? '–' : rowState(ownership, translate);
    case 'owners':
      return ownership === null || ownership.state === 'absent' ? '–' : wholeNumber(ownership.owners, translate);
    case 'lastTouched':
      return (ownership && dayText(ownership.lastTouched, translate)) ?? '–';
    case 'coverage':
      return coverage === null ? '–' : shadeText(coverage, translate);
    case 'lines':
      return wholeNumber(size, translate);
    case 'files':
      return wholeNumber(files, translate);
    case 'name':
      return '';
  }
}
