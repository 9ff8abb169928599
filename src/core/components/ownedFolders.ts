import type { Codeowners, OwnersRule } from './codeowners';
import { nearestAround } from './folderTree';
import { isHeldFolder } from './manifests';
import type { PackageFolder } from './packageFolders';
import { isTestFolder, kindOfPlace } from './placeKind';
import { folderOf } from './repositoryPath';

const mostFolders = 500;
/** Each asks all rules. */
const mostAsked = 2000;

/**
 * Folders that CODEOWNERS gives to others than the folder around them: whoever keeps that file thinks of them as things of
 * their own. Those inside a package are parts of it, unless the package is most of the repository; documentation, tests,
 * examples and hidden folders are not cut by owner.
 * @param path of CODEOWNERS.
 * @param found packages by folder.
 * @param paths all included files.
 * @param filesIn how many included files a folder holds, those of folders below too.
 */
export function ownedFolders(
  path: string,
  codeowners: Codeowners,
  found: ReadonlyMap<string, PackageFolder>,
  filesIn: (folder: string) => number,
  paths: readonly string[],
): ReadonlyMap<string, PackageFolder> {
  const owned = new Map<string, PackageFolder>();
  const isPart = (folder: string): boolean => {
    const around = nearestAround(folder, found);
    return around !== null && filesIn(around.folder) * 2 <= filesIn('');
  };
  let asked = 0;
  for (const rule of codeowners.rules) {
    const folder = folderOfRule(rule);
    if (folder === null || found.has(folder) || owned.has(folder) || filesIn(folder) === 0) continue;
    if (staysInOne(folder) || isPart(folder)) continue;
    if (owned.size === mostFolders || ++asked > mostAsked) break;
    if (!hasOwnOwners(folder, rule, codeowners)) continue;
    const kind = kindOfPlace(
      folder,
      paths.filter(each => each.startsWith(`${folder}/`)),
    );
    if (kind === 'documentation') continue;
    owned.set(folder, {
      folder,
      name: folder,
      kind,
      source: `${path}:${rule.line}`,
      owner: null,
      criticality: 'normal',
      by: 'codeowners',
      workspace: false,
    });
  }
  return owned;
}

/** The one folder that a rule means; null for wildcards, and for names without a slash, which mean any folder. */
function folderOfRule({ pattern }: OwnersRule): string | null {
  const folder = pattern.replace(/^\/+/, '').replace(/\/+(?:\*\*)?$/, '');
  return folder === '' || /[*?[\]\\]/.test(folder) || !pattern.includes('/') ? null : folder;
}

function hasOwnOwners(folder: string, rule: OwnersRule, codeowners: Codeowners): boolean {
  const inside = codeowners.ownersOf(`${folder}/.`);
  const around = codeowners.ownersOf(folderOf(folder) === '' ? '.' : `${folderOf(folder)}/.`);
  const written = rule.owners.join(' ');
  return rule.owners.length > 0 && inside?.line === rule.line && around?.owners.join(' ') !== written;
}

function staysInOne(folder: string): boolean {
  const parts = folder.split('/');
  const isHidden = parts[0]?.startsWith('.') ?? false;
  return isHidden || parts.some(isTestFolder) || isHeldFolder(`${folder}/`);
}
