import { folderOf } from './repositoryPath';

/** A folder with the files that nothing has claimed yet. */
export interface Folder {
  /** `''` for the root. */
  readonly path: string;
  readonly parent: Folder | null;
  readonly children: Folder[];
  /** Unclaimed files in the folder itself, as indexes into the paths. */
  readonly files: number[];
  /** Unclaimed files here and below. */
  free: number;
  /** Whether a package is rooted below. */
  holdsPackages: boolean;
}

/** Every folder of a repository, by path. */
export type FolderTree = ReadonlyMap<string, Folder>;

/**
 * The folders of the paths, without those packages and their folders: `claimed` says of each file whether it is taken,
 * `packages` are the folders that packages are rooted at. Children are in the order of the paths.
 */
export function folderTree(
  paths: readonly string[],
  claimed: (index: number) => boolean,
  packages: Iterable<string>,
): FolderTree {
  const folders = new Map<string, Folder>();
  const folderAt = (path: string): Folder => {
    const known = folders.get(path);
    if (known !== undefined) return known;
    const parent = path === '' ? null : folderAt(folderOf(path));
    const folder: Folder = { path, parent, children: [], files: [], free: 0, holdsPackages: false };
    folders.set(path, folder);
    parent?.children.push(folder);
    return folder;
  };
  folderAt('');
  for (const [index, path] of paths.entries()) {
    const folder = folderAt(folderOf(path));
    if (claimed(index)) continue;
    folder.files.push(index);
    for (let around: Folder | null = folder; around !== null; around = around.parent) around.free++;
  }
  for (const path of packages) {
    for (let around = folders.get(path)?.parent ?? null; around !== null; around = around.parent)
      around.holdsPackages = true;
  }
  return folders;
}

/** Indexes of all unclaimed files of a folder and below. */
export function filesBelow(folder: Folder): readonly number[] {
  const found: number[] = [];
  const waiting: Folder[] = [folder];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    for (const index of next.files) found.push(index);
    waiting.push(...next.children);
  }
  return found;
}

/** Whether one of the folders around a path is among the given, the path itself and the root left out; that folder. */
export function nearestAround<T>(path: string, given: ReadonlyMap<string, T>): T | null {
  for (let around = folderOf(path); around !== ''; around = folderOf(around)) {
    const found = given.get(around);
    if (found !== undefined) return found;
  }
  return null;
}

const containers: ReadonlySet<string> = new Set(
  'src source sources lib packages modules apps crates pkg services'.split(' '),
);

/** Whether a folder, by its name, is only there to hold what matters. */
export function isContainer(folder: string): boolean {
  return containers.has(folder.slice(folder.lastIndexOf('/') + 1));
}

/** The one folder in a folder at the root that is only there to hold it (`src/flask` in `src`); else the folder itself. */
export function onlyFolderIn(folder: Folder): Folder {
  if (folder.files.length > 0 || folder.path.includes('/') || !isContainer(folder.path)) return folder;
  const [only, second] = folder.children.filter(child => child.free > 0);
  return only === undefined || second !== undefined ? folder : only;
}
