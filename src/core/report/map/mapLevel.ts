import { rowIn } from '../../ownership/ownershipColumns';
import { wholeNumber } from '../numbers';
import { printable } from '../printable';
import type { Translate } from '../translate';
import type { MapOwnership } from './mapColumns';
import type { MapItem } from './mapItem';
import type { MapModel, MapPlace } from './mapModel';
import { type MapMode, type Shade, shadeOf, shadesOf } from './mapModes';

/**
 * What is smaller than this part of what is looked at is put together with its like, so that a map has one or two thousand
 * marks however many files there are, and hardly one that is too small to be seen.
 */
const leastShare = 1 / 3000;

/** What of a map is drawn at one place, and how it is coloured. */
export interface MapView {
  readonly model: MapModel;
  readonly ownership: MapOwnership;
  readonly mode: MapMode;
  readonly translate: Translate;
}

/**
 * What is seen of a map from a place, largest first: of the repository its components with their files in them, of a
 * component or folder its folders with theirs, and what lies in it directly. Nothing is lost: the sizes add up to those of
 * all files of the place. Files of no component come last.
 */
export function levelAt(view: MapView, place: MapPlace): readonly MapItem[] {
  const { model } = view;
  if (place.component === null) return componentLevel(view, place.under);
  const { small, groups, least } = partsOf(model, place);
  if (place.under !== null) return bySize(marksOf(view, small, leastOf(model.sizeOf(small))));
  const items = groups.map(([folder, files]) => folderItem(view, place.folder, folder, files, least));
  return bySize([...items, ...marksOf(view, small, least)]);
}

/** All files of a place. */
export function filesAt(model: MapModel, place: MapPlace): readonly number[] {
  if (place.component !== null) {
    const { small, groups } = partsOf(model, place);
    return place.under === null ? [...groups.flatMap(([, files]) => files), ...small] : small;
  }
  const { columns } = model;
  const least = place.under ?? Number.POSITIVE_INFINITY;
  const all = Array.from({ length: columns.components.length + (place.under === null ? 1 : 0) }, (_, component) =>
    model.filesOfComponent(component),
  );
  return all.flatMap(files => (model.sizeOf(files) < least ? Array.from(files) : []));
}

/** What looking closer at an item leads to; null for what cannot be looked at closer. */
export function placeOf(model: MapModel, item: MapItem, place: MapPlace, isInGroup: boolean): MapPlace | null {
  switch (item.kind) {
    case 'component':
      return model.entryOf(item.index);
    case 'loose':
      return model.entryOf(model.columns.components.length);
    case 'folder':
      return { component: place.component, folder: item.index, under: null };
    case 'rest': {
      if (isInGroup || place.under !== null) return null;
      const files = filesAt(model, place);
      const least = leastOf(model.sizeOf(files));
      const below = { ...place, under: least };
      // Where everything is small a closer look would show the same.
      return filesAt(model, below).length < files.length ? below : null;
    }
    case 'file':
      return null;
  }
}

/**
 * The shades that a map has, in the order of its legend: of all its files and components, so that the legend stays as it is
 * where one looks closer.
 */
export function shadesIn(view: MapView): readonly Shade[] {
  const { model, mode } = view;
  const found = new Set<Shade>();
  for (let file = 0; file < model.columns.sizes.length; file++) found.add(fileShade(view, file));
  for (let component = 0; component < model.columns.components.length; component++) {
    if (model.filesOfComponent(component).length > 0) found.add(componentShade(view, component));
  }
  return shadesOf(mode).filter(shade => found.has(shade));
}

function componentLevel(view: MapView, under: number | null): readonly MapItem[] {
  const { model, translate } = view;
  const { components } = model.columns;
  const sizes = components.map((_, component) => model.sizeOf(model.filesOfComponent(component)));
  const isShown = (size: number): boolean => size > 0 && (under === null || size < under);
  const total = under === null ? model.total : sizes.filter(isShown).reduce((sum, size) => sum + size, 0);
  const least = leastOf(total);
  const shown = sizes.flatMap((size, component) => (isShown(size) ? [{ component, size }] : []));
  const items = shown.flatMap(({ component, size }) => (size < least ? [] : [componentItem(view, component, least)]));
  const rests = restsOf(
    shown.filter(({ size }) => size < least).map(({ component }) => component),
    component => componentShade(view, component),
    group => ({
      size: group.reduce((sum, component) => sum + (sizes[component] ?? 0), 0),
      files: group.reduce((sum, component) => sum + model.filesOfComponent(component).length, 0),
      label: translate('{count} small components', { count: wholeNumber(group.length, translate) }),
    }),
    component => ({ ...componentItem(view, component, least), children: [] }),
  );
  const loose = model.filesOfComponent(components.length);
  if (under !== null || loose.length === 0) return bySize([...items, ...rests]);
  const looseItem: MapItem = {
    ...{ kind: 'loose', index: -1, label: translate('files of no component', {}), shade: null, accepted: false },
    ...{ size: model.sizeOf(loose), files: loose.length, together: 1 },
    children: bySize(marksOf(view, loose, least)),
  };
  return [...bySize([...items, ...rests]), looseItem];
}

function componentItem(view: MapView, component: number, least: number): MapItem {
  const { model, ownership } = view;
  const files = model.filesOfComponent(component);
  return {
    ...{ kind: 'component', index: component, label: model.columns.components[component]?.label ?? '' },
    ...{ shade: componentShade(view, component), accepted: rowIn(ownership.components, component).accepted },
    ...{ size: model.sizeOf(files), files: files.length, together: 1 },
    children: bySize(marksOf(view, files, least)),
  };
}

/** Folders with nothing but one folder are shown as one. */
function folderItem(view: MapView, above: number, folder: number, files: readonly number[], least: number): MapItem {
  const { model } = view;
  const index = files.length === 0 ? folder : model.commonFolder(files);
  return {
    ...{ kind: 'folder', index, label: `${printable(model.pathBelow(above, model.folderPath(index)))}/` },
    ...{ shade: null, accepted: false, size: model.sizeOf(files), files: files.length, together: 1 },
    children: bySize(marksOf(view, files, least)),
  };
}

/** Files, the small ones put together by shade. */
function marksOf(view: MapView, files: ArrayLike<number>, least: number): MapItem[] {
  const { model, translate } = view;
  const { sizes } = model.columns;
  const large: MapItem[] = [];
  const small: number[] = [];
  for (let at = 0; at < files.length; at++) {
    const file = files[at] ?? 0;
    if ((sizes[file] ?? 0) < least) small.push(file);
    else large.push(fileItem(view, file));
  }
  const rests = restsOf(
    small,
    file => fileShade(view, file),
    group => ({
      size: model.sizeOf(group),
      files: group.length,
      label: translate('{count} small files', { count: wholeNumber(group.length, translate) }),
    }),
    file => fileItem(view, file),
  );
  return [...large, ...rests];
}

function fileItem(view: MapView, file: number): MapItem {
  const { model, ownership } = view;
  return {
    ...{ kind: 'file', index: file, label: model.nameOf(file), shade: fileShade(view, file) },
    ...{ accepted: rowIn(ownership.files, file).accepted, size: model.columns.sizes[file] ?? 0, files: 1, together: 1 },
    children: [],
  };
}

/** What is alone in its shade stays alone. */
function restsOf(
  indexes: readonly number[],
  shade: (index: number) => Shade,
  rest: (group: readonly number[]) => Pick<MapItem, 'size' | 'files' | 'label'>,
  alone: (index: number) => MapItem,
): MapItem[] {
  const groups = new Map<Shade, number[]>();
  for (const index of indexes) {
    const of = shade(index);
    const group = groups.get(of);
    if (group === undefined) groups.set(of, [index]);
    else group.push(index);
  }
  return [...groups].map(([of, group]): MapItem => {
    if (group.length === 1) return alone(group[0] ?? 0);
    const together = group.length;
    return { kind: 'rest', index: -1, shade: of, accepted: false, together, children: [], ...rest(group) };
  });
}

/** The folders of a place that are large enough, and all other files of it. */
function partsOf(
  model: MapModel,
  { component, folder, under }: MapPlace,
): {
  readonly groups: readonly (readonly [number, readonly number[]])[];
  readonly small: number[];
  readonly least: number;
} {
  const byFolder = new Map<number, number[]>();
  let total = 0;
  for (const file of model.filesOfComponent(component ?? 0)) {
    const inside = model.folderIn(folder, file);
    if (inside < 0) continue;
    total += model.columns.sizes[file] ?? 0;
    const list = byFolder.get(inside);
    if (list === undefined) byFolder.set(inside, [file]);
    else list.push(file);
  }
  const least = leastOf(total);
  const isLarge = ([inside, files]: readonly [number, readonly number[]]): boolean =>
    inside !== folder && model.sizeOf(files) >= least;
  const groups = [...byFolder].filter(isLarge);
  const others = [...byFolder].filter(part => !isLarge(part)).flatMap(([, files]) => files);
  const small = under === null ? others : others.filter(file => (model.columns.sizes[file] ?? 0) < under);
  return { groups, small, least };
}

function componentShade({ model, ownership, mode }: MapView, component: number): Shade {
  const coverage = model.columns.components[component]?.coverage ?? 'notNeeded';
  return shadeOf(mode, rowIn(ownership.components, component), coverage, ownership.asOf);
}

function fileShade({ model, ownership, mode }: MapView, file: number): Shade {
  const component = model.columns.components[model.columns.componentOf[file] ?? 0];
  return shadeOf(mode, rowIn(ownership.files, file), component?.coverage ?? 'notNeeded', ownership.asOf);
}

function leastOf(total: number): number {
  return total * leastShare;
}

function bySize(items: readonly MapItem[]): MapItem[] {
  return [...items].sort((one, other) => other.size - one.size || one.index - other.index);
}

/** What of a map is not drawn alone. */
export function putTogether(items: readonly MapItem[]): { readonly components: number; readonly files: number } {
  const rests = (list: readonly MapItem[]): number =>
    list.reduce((sum, { kind, together }) => sum + (kind === 'rest' ? together : 0), 0);
  return { components: rests(items), files: items.reduce((sum, { children }) => sum + rests(children), 0) };
}
