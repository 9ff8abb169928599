import type { MapView } from '../core/report/map/mapLevel';
import type { FromMap } from '../core/report/map/mapMessages';
import type { MapPlace } from '../core/report/map/mapModel';
import { mapPicture } from '../core/report/map/mapPicture';
import { rasterise } from './rasterise';
import { labelOf, type Shown, supposedText } from './shown';
import { themePalette } from './theme';

type Save = Extract<FromMap, { kind: 'save' }>;

/** What is looked at, as a picture that stands alone. Rejects where the browser cannot draw it. */
export async function savedPicture(
  format: Save['format'],
  shown: Shown,
  view: MapView,
  place: MapPlace,
): Promise<Save> {
  const svg = mapPicture(view, place, {
    title: labelOf(shown, place, view.translate),
    note: supposedText(shown, view.mode, view.translate),
    palette: themePalette(),
    size: { width: 1400, height: 860 },
  });
  const picture = format === 'svg' ? new TextEncoder().encode(svg) : await rasterise(svg);
  return { kind: 'save', format, picture };
}
