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

/** The place among so many that a step leads to: after the last the first, and back. @param at −1: at none of them yet */
export function stepAmong(count: number, at: number, by: 1 | -1): number {
  const from = by < 0 ? Math.max(0, at) : at;
  return (from + by + count) % count;
}
