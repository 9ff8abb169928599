import { realpath } from 'node:fs/promises';
import { below, lastSegments, pathKey } from './pathKey';
import type { Place } from './repositoryState';

/**
 * Where on disk the paths of a repository are found: below its root, and below the opened folder where that one is
 * reached through a link.
 */
export async function placesOf(root: string, opened: string): Promise<readonly Place[]> {
  const places: Place[] = [{ key: pathKey(root), inside: '' }];
  if (below(pathKey(root), pathKey(opened)) !== null) return places;
  try {
    const [realRoot, realOpened] = await Promise.all([realpath(root), realpath(opened)]);
    const rest = below(pathKey(realRoot), pathKey(realOpened));
    if (rest !== null) return [...places, { key: pathKey(opened), inside: lastSegments(realOpened, rest) }];
  } catch {
    // A folder that is gone again is found nowhere.
  }
  return [...places, { key: pathKey(opened), inside: '' }];
}
