import { type MapMode, mapModes } from '../core/report/map/mapModes';
import { type MapSort, mapSortKeys } from '../core/report/map/mapTable';
import type { NamedPlace } from '../core/report/map/mapTrail';

/** What of the page outlives being hidden, and a reload of the window. The editor reads `repository`. */
export interface KeptPage {
  readonly repository: string;
  readonly place: NamedPlace;
  readonly mode: MapMode;
  readonly shown: 'map' | 'table';
  readonly search: string;
  readonly sort: MapSort;
  /** Seconds; null for today. */
  readonly moment: number | null;
}

const fresh: KeptPage = {
  repository: '',
  place: { component: null, folder: '' },
  mode: 'state',
  shown: 'map',
  search: '',
  sort: { key: 'lines', descending: true },
  moment: null,
};

/** What was kept, as far as it can be read; the rest as on a fresh page. */
export function keptPage(value: unknown): KeptPage {
  const kept = (typeof value === 'object' && value !== null ? value : {}) as Readonly<Record<string, unknown>>;
  const place = (kept['place'] ?? {}) as Readonly<Record<string, unknown>>;
  const sort = (kept['sort'] ?? {}) as Readonly<Record<string, unknown>>;
  const text = (given: unknown): string => (typeof given === 'string' ? given : '');
  return {
    repository: text(kept['repository']),
    place: {
      component: typeof place['component'] === 'string' ? place['component'] : null,
      folder: text(place['folder']),
    },
    mode: mapModes.find(mode => mode === kept['mode']) ?? fresh.mode,
    shown: kept['shown'] === 'table' ? 'table' : 'map',
    search: text(kept['search']),
    sort: {
      key: mapSortKeys.find(key => key === sort['key']) ?? fresh.sort.key,
      descending: sort['descending'] !== false,
    },
    moment: typeof kept['moment'] === 'number' ? kept['moment'] : null,
  };
}
