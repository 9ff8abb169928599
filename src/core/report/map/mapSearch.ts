import type { MapModel } from './mapModel';

/** What a text finds on a map: files by their path, components by their name. Case does not matter. */
export interface MapMatches {
  readonly files: ReadonlySet<number>;
  readonly components: ReadonlySet<number>;
}

/** Null for an empty text: nothing is sought. */
export function searchMap(model: MapModel, text: string): MapMatches | null {
  const sought = text.trim().toLowerCase();
  if (sought === '') return null;
  const { sizes, components } = model.columns;
  const files = new Set<number>();
  for (let file = 0; file < sizes.length; file++) {
    if (model.pathOf(file).toLowerCase().includes(sought)) files.add(file);
  }
  const named = components.flatMap(({ id, label }, index) =>
    [id, label].some(name => name.toLowerCase().includes(sought)) ? [index] : [],
  );
  return { files, components: new Set(named) };
}
