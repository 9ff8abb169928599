import type { ToMap } from '../core/report/map/mapMessages';
import type { MapModel, MapPlace } from '../core/report/map/mapModel';
import type { MapMode } from '../core/report/map/mapModes';
import { placeText, trailOf } from '../core/report/map/mapTrail';
import { dayText, wholeNumber } from '../core/report/numbers';
import type { Translate } from '../core/report/translate';

export type Message<K extends ToMap['kind']> = Extract<ToMap, { kind: K }>;

/** What of a repository is shown: how it is, and what is shown in place of that. */
export interface Shown {
  readonly map: Message<'map'>;
  readonly model: MapModel;
  simulated: Message<'simulated'> | null;
  moment: Message<'moment'> | null;
}

/** What is looked at, as one line: `shop / payments / src`. */
export function labelOf({ map, model }: Shown, place: MapPlace, translate: Translate): string {
  const trail = trailOf(model, place);
  return trail.map((at, index) => placeText(model, at, trail[index - 1], map.name, translate)).join(' / ');
}

/** What the map shows: what would be, what was, or what is. */
export function readingText(shown: Shown, place: MapPlace, mode: MapMode, translate: Translate): string {
  const supposed = supposedText(shown, mode, translate);
  if (supposed !== null) return supposed;
  const { map } = shown;
  const isWhole = place.component === null;
  if (map.columns.unit === 'files') {
    return isWhole
      ? translate('Each box is a component, and in it its files. Each file has the same area.', {})
      : translate('Each box is a folder with its files, or a file. Each file has the same area.', {});
  }
  return isWhole
    ? translate('Each box is a component, and in it its files. Areas are lines; a file without any counts as one.', {})
    : translate(
        'Each box is a folder with its files, or a file. Areas are lines; a file without any counts as one.',
        {},
      );
}

/** What would be, or what was; null where what is is shown. */
export function supposedText({ moment, simulated }: Shown, mode: MapMode, translate: Translate): string | null {
  if (moment === null) return simulated?.text ?? null;
  const date = dayText(moment.date, translate) ?? '?';
  const gone = wholeNumber(moment.gone, translate);
  const past =
    moment.gone === 0
      ? translate('As of {date}, by authorship and activity; areas are those of today.', { date })
      : translate(
          'As of {date}, by authorship and activity; areas are those of today, and {gone} files of that day are gone.',
          { date, gone },
        );
  return mode === 'coverage' ? `${past} ${translate('Runbooks and alerts are those of today, too.', {})}` : past;
}
