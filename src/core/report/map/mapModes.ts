import type { OwnershipRow } from '../../ownership/ownershipColumns';
import { stateText } from '../states';
import type { Translate } from '../translate';
import type { Pattern } from './hatching';
import type { RunbookCoverage } from './runbookCoverage';

/** What the colours of a map show. */
export type MapMode = 'state' | 'owners' | 'age' | 'coverage';

export const mapModes: readonly MapMode[] = ['state', 'owners', 'age', 'coverage'];

/** Names a colour of every palette. */
export type ShadeId =
  | 'shared'
  | 'sole'
  | 'orphaned'
  | 'unknown'
  | 'nobody'
  | 'one'
  | 'two'
  | 'few'
  | 'many'
  | 'month'
  | 'quarter'
  | 'year'
  | 'years'
  | 'older'
  | 'covered'
  | 'partly'
  | 'none'
  | 'notNeeded'
  | 'absent';

/** A colour, with the pattern and the symbol that say the same where colours do not. */
export interface Shade {
  readonly id: ShadeId;
  readonly pattern: Pattern;
  /** Stands before the name on a box, never to be taken for a part of it; states have those of the Explorer. */
  readonly mark: string;
}

const shades: Readonly<Record<ShadeId, Shade>> = {
  shared: { id: 'shared', pattern: 'none', mark: '' },
  sole: { id: 'sole', pattern: 'slanted', mark: '①' },
  orphaned: { id: 'orphaned', pattern: 'crossed', mark: '∅' },
  unknown: { id: 'unknown', pattern: 'level', mark: '?' },
  nobody: { id: 'nobody', pattern: 'crossed', mark: '∅' },
  one: { id: 'one', pattern: 'slanted', mark: '①' },
  two: { id: 'two', pattern: 'upright', mark: '②' },
  few: { id: 'few', pattern: 'sparse', mark: '③+' },
  many: { id: 'many', pattern: 'none', mark: '⑤+' },
  month: { id: 'month', pattern: 'none', mark: '' },
  quarter: { id: 'quarter', pattern: 'sparse', mark: '' },
  year: { id: 'year', pattern: 'upright', mark: '' },
  years: { id: 'years', pattern: 'slanted', mark: '' },
  older: { id: 'older', pattern: 'crossed', mark: '' },
  covered: { id: 'covered', pattern: 'none', mark: '' },
  partly: { id: 'partly', pattern: 'slanted', mark: '◐' },
  none: { id: 'none', pattern: 'crossed', mark: '∅' },
  notNeeded: { id: 'notNeeded', pattern: 'level', mark: '' },
  absent: { id: 'absent', pattern: 'framed', mark: '' },
};

const shadesByMode: Readonly<Record<MapMode, readonly ShadeId[]>> = {
  state: ['sole', 'orphaned', 'shared', 'unknown', 'absent'],
  owners: ['nobody', 'one', 'two', 'few', 'many', 'unknown', 'absent'],
  age: ['month', 'quarter', 'year', 'years', 'older', 'unknown', 'absent'],
  coverage: ['none', 'partly', 'covered', 'notNeeded'],
};

/** Every shade of a mode, in the order of its legend. */
export function shadesOf(mode: MapMode): readonly Shade[] {
  return shadesByMode[mode].map(id => shades[id]);
}

/**
 * The shade of a file or component.
 *
 * @param coverage of the component, or of the one the file is in; runbooks are known of today only
 * @param asOf seconds that ages are counted from
 */
export function shadeOf(mode: MapMode, row: OwnershipRow, coverage: RunbookCoverage, asOf: number): Shade {
  if (mode === 'coverage') return shades[coverage];
  if (row.state === 'absent') return shades.absent;
  switch (mode) {
    case 'state':
      return shades[row.state];
    case 'owners':
      return shades[row.state === 'unknown' ? 'unknown' : byOwners(row.owners)];
    case 'age':
      return shades[row.lastTouched > 0 ? byAge((asOf - row.lastTouched) / daySeconds) : 'unknown'];
  }
}

const daySeconds = 86_400;

function byOwners(owners: number): ShadeId {
  if (owners <= 2) return (['nobody', 'one', 'two'] as const)[owners] ?? 'nobody';
  return owners < 5 ? 'few' : 'many';
}

function byAge(days: number): ShadeId {
  if (days <= 30) return 'month';
  if (days <= 91) return 'quarter';
  if (days <= 365) return 'year';
  return days <= 730 ? 'years' : 'older';
}

/** What a mode shows, for its choice and above its legend. */
export function modeText(mode: MapMode, translate: Translate): string {
  switch (mode) {
    case 'state':
      return translate('State', {});
    case 'owners':
      return translate('Number of owners', {});
    case 'age':
      return translate('Last touched', {});
    case 'coverage':
      return translate('Runbook coverage', {});
  }
}

/** What a shade says, after its symbol. */
export function legendText({ id, mark }: Shade, translate: Translate): string {
  return `${mark} ${shadeText(id, translate)}`.trim();
}

/** What a shade says. */
export function shadeText(id: ShadeId, translate: Translate): string {
  switch (id) {
    case 'shared':
    case 'sole':
    case 'orphaned':
    case 'unknown':
      return stateText(id, 0, translate);
    case 'nobody':
      return translate('no owner', {});
    case 'one':
      return translate('1 owner', {});
    case 'two':
      return translate('2 owners', {});
    case 'few':
      return translate('3 or 4 owners', {});
    case 'many':
      return translate('5 owners and more', {});
    case 'month':
      return translate('in the last 30 days', {});
    case 'quarter':
      return translate('in the last 3 months', {});
    case 'year':
      return translate('in the last year', {});
    case 'years':
      return translate('1 to 2 years ago', {});
    case 'older':
      return translate('more than 2 years ago', {});
    case 'covered':
      return translate('runbook, and all alerts lead to one', {});
    case 'partly':
      return translate('some alerts have no runbook', {});
    case 'none':
      return translate('no runbook', {});
    case 'notNeeded':
      return translate('needs none', {});
    case 'absent':
      return translate('not there yet', {});
  }
}
