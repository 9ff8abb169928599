import { type OwnershipRow, rowIn } from '../../ownership/ownershipColumns';
import { printable } from '../printable';
import type { MapItemKind } from './mapItem';
import { filesAt, type MapView } from './mapLevel';
import type { MapPlace } from './mapModel';
import type { RunbookCoverage } from './runbookCoverage';

/** What the columns of the table are sorted by. */
export type MapSortKey = 'name' | 'state' | 'owners' | 'lastTouched' | 'coverage' | 'lines' | 'files';

export const mapSortKeys: readonly MapSortKey[] = [
  'name',
  'state',
  'owners',
  'lastTouched',
  'coverage',
  'lines',
  'files',
];

export interface MapSort {
  readonly key: MapSortKey;
  readonly descending: boolean;
}

/** One row of the table that says the same as the map. */
export interface MapRow {
  readonly kind: Exclude<MapItemKind, 'rest'>;
  /** Of the component, folder or file in the columns; of files of no component the number of components. */
  readonly index: number;
  readonly name: string;
  /** Null: it has no owners of its own, only what is in it has. */
  readonly ownership: OwnershipRow | null;
  readonly coverage: RunbookCoverage | null;
  readonly size: number;
  readonly files: number;
}

/**
 * What lies at a place, each component, folder or file in a row of its own however small it is: the same as on the map,
 * where small ones are put together.
 */
export function rowsAt(view: MapView, place: MapPlace): readonly MapRow[] {
  const { model } = view;
  if (place.component === null) {
    const shown = new Set(filesAt(model, place).map(file => model.columns.componentOf[file] ?? 0));
    return [...shown].map(component => componentRow(view, component));
  }
  const folders = new Map<number, number[]>();
  const rows: MapRow[] = [];
  for (const file of filesAt(model, place)) {
    const folder = place.under === null ? model.folderIn(place.folder, file) : place.folder;
    const files = folders.get(folder);
    if (folder === place.folder) rows.push(fileRow(view, file, place.folder));
    else if (files === undefined) folders.set(folder, [file]);
    else files.push(file);
  }
  return [...[...folders.values()].map(files => folderRow(view, place.folder, files)), ...rows];
}

/** Files wherever they are, for what a search found; with their whole path. */
export function rowsOf(view: MapView, files: readonly number[]): readonly MapRow[] {
  return files.map(file => fileRow(view, file, 0));
}

/** Sorted anew; rows that are equal there stay in the order of their names. What has no value comes last. */
export function sortRows(rows: readonly MapRow[], { key, descending }: MapSort): readonly MapRow[] {
  const sign = descending ? -1 : 1;
  return rows
    .map(row => ({ row, value: sortedBy(row, key) }))
    .sort((one, other) => {
      if (one.value === null || other.value === null) {
        return Number(one.value === null) - Number(other.value === null) || byName(one.row, other.row);
      }
      const order = one.value < other.value ? -1 : one.value > other.value ? 1 : 0;
      return sign * order || byName(one.row, other.row);
    })
    .map(({ row }) => row);
}

const gravity = { absent: 0, unknown: 1, shared: 2, sole: 3, orphaned: 4 } as const;
const lack: Readonly<Record<RunbookCoverage, number>> = { notNeeded: 0, covered: 1, partly: 2, none: 3 };

function sortedBy({ name, ownership, coverage, size, files }: MapRow, key: MapSortKey): number | string | null {
  switch (key) {
    case 'name':
      return name;
    case 'state':
      return ownership && gravity[ownership.state];
    case 'owners':
      return ownership === null || ownership.state === 'absent' ? null : ownership.owners;
    case 'lastTouched':
      return ownership === null || ownership.lastTouched === 0 ? null : ownership.lastTouched;
    case 'coverage':
      return coverage && lack[coverage];
    case 'lines':
      return size;
    case 'files':
      return files;
  }
}

function byName(one: MapRow, other: MapRow): number {
  return one.name < other.name ? -1 : one.name > other.name ? 1 : 0;
}

function componentRow({ model, ownership, translate }: MapView, component: number): MapRow {
  const files = model.filesOfComponent(component);
  const known = model.columns.components[component];
  const sizes = { size: model.sizeOf(files), files: files.length };
  return known === undefined
    ? {
        ...{ kind: 'loose', index: component, name: translate('files of no component', {}) },
        ...{ ownership: null, coverage: null, ...sizes },
      }
    : {
        ...{ kind: 'component', index: component, name: known.label },
        ...{ ownership: rowIn(ownership.components, component), coverage: known.coverage, ...sizes },
      };
}

function folderRow({ model }: MapView, above: number, files: readonly number[]): MapRow {
  const index = model.commonFolder(files);
  return {
    ...{ kind: 'folder', index, name: `${printable(model.pathBelow(above, model.folderPath(index)))}/` },
    ...{ ownership: null, coverage: null, size: model.sizeOf(files), files: files.length },
  };
}

function fileRow({ model, ownership }: MapView, file: number, above: number): MapRow {
  const { componentOf, components, sizes } = model.columns;
  return {
    ...{ kind: 'file', index: file, name: printable(model.pathBelow(above, model.pathOf(file))) || '/' },
    ...{ ownership: rowIn(ownership.files, file), size: sizes[file] ?? 0, files: 1 },
    coverage: components[componentOf[file] ?? 0]?.coverage ?? 'notNeeded',
  };
}
