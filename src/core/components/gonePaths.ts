import type { AnalysisSettings } from '../settings';
import type { FoundComponent } from './componentList';
import { compileGlobs } from './glob';

/**
 * The component that a path which is not there any more would belong to: the first declared one whose globs match it, as
 * for files that are there; else that of its folder. Null for none.
 *
 * @param componentOf of its folder
 */
export function componentOfGonePath(
  { components }: Pick<AnalysisSettings, 'components'>,
  found: readonly FoundComponent[],
  componentOf: (path: string) => string | null,
): (path: string) => string | null {
  const ids = new Set(found.map(({ id }) => id));
  const declared = components
    .filter(({ name, paths }) => paths.length > 0 && ids.has(name))
    .map(({ name, paths }) => ({ name, matches: compileGlobs(paths) }));
  return path => declared.find(({ matches }) => matches(path))?.name ?? componentOf(path);
}
