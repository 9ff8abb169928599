import { printable } from '../printable';
import type { Translate } from '../translate';
import { filesAt } from './mapLevel';
import { type MapModel, type MapPlace, wholeMap } from './mapModel';

/** The places around a place, from the repository as a whole to itself; folders with nothing but one folder are left out. */
export function trailOf(model: MapModel, place: MapPlace): readonly MapPlace[] {
  const { component, under } = place;
  if (component === null) return under === null ? [wholeMap] : [wholeMap, place];
  const entry = model.entryOf(component);
  const folders: MapPlace[] = [];
  for (let folder = place.folder; folder > entry.folder; folder = model.parentOf(folder)) {
    const at = { component, folder, under: null };
    if (folder === place.folder || model.commonFolder(filesAt(model, at)) === folder) folders.unshift(at);
  }
  return [wholeMap, entry, ...folders, ...(under === null ? [] : [place])];
}

/** What a place of a trail is called, after the one before it. */
export function placeText(
  model: MapModel,
  { component, folder, under }: MapPlace,
  before: MapPlace | undefined,
  repository: string,
  translate: Translate,
): string {
  if (component === null) return under === null ? repository : translate('small components', {});
  if (under !== null) return translate('small files', {});
  if (before?.component === component) return printable(model.pathBelow(before.folder, model.folderPath(folder)));
  return model.columns.components[component]?.label ?? translate('files of no component', {});
}

/** A place by names, which stay when the columns are made anew. */
export interface NamedPlace {
  /** Id; `''` for files of no component; null for the repository as a whole. */
  readonly component: string | null;
  readonly folder: string;
}

/** What was put together is not kept: it differs from one map to the next. */
export function nameOf(model: MapModel, { component, folder }: MapPlace): NamedPlace {
  return component === null
    ? { component: null, folder: '' }
    : { component: model.columns.components[component]?.id ?? '', folder: model.folderPath(folder) };
}

/** The nearest to it that there is. */
export function placeNamed(model: MapModel, { component, folder }: NamedPlace): MapPlace {
  if (component === null) return wholeMap;
  const index = component === '' ? model.columns.components.length : model.componentAt(component);
  if (index === undefined || model.filesOfComponent(index).length === 0) return wholeMap;
  const entry = model.entryOf(index);
  const inside = { component: index, folder: model.folderAt(folder) ?? entry.folder, under: null };
  return filesAt(model, inside).length === 0 ? entry : inside;
}
