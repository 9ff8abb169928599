import type { AnalysisSettings } from '../settings';
import type { FoundComponent } from './componentList';
import { compileGlobs } from './glob';
import { folderOf, foldersOf } from './repositoryPath';

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

/**
 * Whether a path that is not there any more lies in a folder of which nothing counts today: that the folder is vendored or
 * generated may be said for the files that are there only.
 *
 * @param paths all that are there
 * @param counted those of them that count
 */
export function inUncountedFolder(paths: readonly string[], counted: readonly string[]): (path: string) => boolean {
  const there = foldersOf(paths);
  const counting = foldersOf(counted);
  return path => {
    let folder = folderOf(path);
    while (folder !== '' && !there.has(folder)) {
      folder = folderOf(folder);
    }
    return folder !== '' && !counting.has(folder);
  };
}
