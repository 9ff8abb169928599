import { codeownersPaths, parseCodeowners } from './codeowners';
import { isOwnersFile, ownersAliases, readOwnersFiles } from './ownersFiles';
import { shallowFirst } from './repositoryPath';
import type { StatedOwners } from './statedRule';
import { isVendoredPath } from './vendoredPaths';

/** Most OWNERS files that are read. */
const mostOwnersFiles = 1500;

/** The files that state owners: the CODEOWNERS that counts, or where there is none, OWNERS files, shallow ones first. */
export function statedOwnersSources(paths: readonly string[]): readonly string[] {
  const present = new Set(paths);
  const codeowners = codeownersPaths.find(path => present.has(path));
  if (codeowners !== undefined) return [codeowners];
  const files = paths.filter(path => isOwnersFile(path) && !isVendoredPath(path)).toSorted(shallowFirst);
  return files.length === 0
    ? []
    : [...(present.has(ownersAliases) ? [ownersAliases] : []), ...files.slice(0, mostOwnersFiles)];
}

/** Reads what {@link statedOwnersSources} names; null where nothing of it is there. */
export function readStatedOwners(texts: ReadonlyMap<string, string>): StatedOwners | null {
  const codeowners = codeownersPaths.find(path => texts.has(path));
  return codeowners === undefined ? readOwnersFiles(texts) : parseCodeowners(texts.get(codeowners) ?? '');
}
