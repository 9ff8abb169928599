import { largeFolder, type PackageFolder } from './packageFolders';
import { folderOf, shallowFirst } from './repositoryPath';

/** What declares these says little: so small, they are parts of the folder around. */
const loose: readonly PackageFolder['by'][] = ['terraform', 'kustomize', 'ansible', 'codeowners'];

/** A package with more than that fraction of all files is the repository itself, and is cut like it. */
const wholeRepository = 0.5;

/** Packages as components, and those that are as good as the repository. */
export interface SortedPackages {
  readonly packages: ReadonlyMap<string, PackageFolder>;
  /** Packages that are cut into folders: the root's, and one that is most of the repository. */
  readonly cut: ReadonlyMap<string, PackageFolder>;
}

/** Leaves out packages that are their manifest alone, and parts those that are as good as the whole repository. */
export function sortPackages(
  found: ReadonlyMap<string, PackageFolder>,
  paths: readonly string[],
  byFile: Int32Array,
): SortedPackages {
  const ordered = [...found].toSorted(([left], [right]) => shallowFirst(left, right));
  const root = found.get('');
  const cut = new Map<string, PackageFolder>(root === undefined || root.workspace ? [] : [['', root]]);
  const packages = new Map(ordered.filter(([folder]) => folder !== ''));
  const own = new Map<string, number>();
  const folders = nearest(new Map([...packages.keys()].map((folder, index) => [folder, index])));
  const keys = [...packages.keys()];
  for (const [index, path] of paths.entries()) {
    const at = byFile[index] === -1 ? keys[folders(folderOf(path))] : undefined;
    if (at !== undefined) own.set(at, (own.get(at) ?? 0) + 1);
  }
  for (const [folder, { by }] of ordered.toReversed()) {
    if (!packages.has(folder)) continue;
    const files = own.get(folder) ?? 0;
    const fewest = by === 'catalog' || by === 'service' ? 1 : loose.includes(by) ? 3 : 2;
    const declared = packages.get(folder);
    if (declared !== undefined && files > paths.length * wholeRepository && files > 2 * largeFolder)
      cut.set(folder, declared);
    else if (files >= fewest) continue;
    packages.delete(folder);
    if (files > 0 && !cut.has(folder)) giveToNext(folder, files, packages, own);
  }
  return { packages, cut };
}

function giveToNext(
  folder: string,
  files: number,
  packages: ReadonlyMap<string, PackageFolder>,
  own: Map<string, number>,
): void {
  for (let around = folderOf(folder); around !== ''; around = folderOf(around)) {
    if (!packages.has(around)) continue;
    own.set(around, (own.get(around) ?? 0) + files);
    return;
  }
}

/** The number of the nearest of the given folders at or around a folder; -1 for none. Answers are remembered. */
export function nearest(given: ReadonlyMap<string, number>): (folder: string) => number {
  const known = new Map<string, number>();
  const find = (folder: string): number => {
    if (folder === '') return -1;
    const before = given.get(folder) ?? known.get(folder);
    if (before !== undefined) return before;
    const found = find(folderOf(folder));
    known.set(folder, found);
    return found;
  };
  return find;
}
