import { type Folder, type FolderTree, filesBelow, onlyFolderIn } from './folderTree';
import { isHeldFolder } from './manifests';
import { largeFolder } from './packageFolders';
import { holdsManifests, isSideFolder, isTestFolder, kindOfFolder } from './placeKind';
import { nameOf } from './repositoryPath';

/** A folder that belongs to a part: with everything in it, or only with what lies in it directly. */
export interface Piece {
  readonly folder: string;
  readonly whole: boolean;
}

/** Files that are shown as one component because their folder has a sensible size. */
export interface Part {
  /** Folder that gives the id. */
  readonly folder: string;
  readonly pieces: readonly Piece[];
  /** Indexes into the paths. */
  readonly files: readonly number[];
}

/** A repository cut into parts. */
export interface Split {
  readonly parts: readonly Part[];
  /** What is left for the root: its own files, and folders too small to be parts. */
  readonly rest: Part;
}

interface Left {
  readonly pieces: Piece[];
  readonly files: number[];
}

/** Fewer files are no component of their own. */
const fewestFiles = 3;
/** A folder with more than that fraction of all files is cut … */
const largestShare = 0.4;
/** … when it has at least that many. */
const fewestToCut = 30;
const sourceFolders: readonly string[] = ['lib', 'src', 'source', 'sources'];

/**
 * Cuts the unclaimed files into parts: one a folder at the top; folders that hold packages, more than 150 files or more
 * than 40 % of all files are cut again, one level at a time, while they have two or more sub-folders worth it; so are
 * folders of Kubernetes manifests, which have a folder an application.
 * Documentation and tests stay whole. Folders with fewer than three files go to the folder around them.
 * @param total number of files of the repository.
 * @param names of packages that are cut like the root, by folder: their source folder (`lib`, `src`, one named like the
 * package) goes to the same part as their own files.
 */
export function splitFolders(tree: FolderTree, total: number, names: ReadonlyMap<string, string>): Split {
  const parts: Part[] = [];
  const root = tree.get('');
  if (root === undefined) return { parts, rest: { folder: '', pieces: [], files: [] } };

  const isLarge = (folder: Folder): boolean =>
    (folder.free > largeFolder ||
      (folder.free > largestShare * total && folder.free >= fewestToCut) ||
      holdsManifests(folder.path)) &&
    isDivisible(folder);

  const divide = (folder: Folder, fewest: number, packageName: string | null): Left => {
    const left: Left = { pieces: [{ folder: folder.path, whole: false }], files: [...folder.files] };
    for (const child of folder.children.toSorted((a, b) => (a.path < b.path ? -1 : 1))) {
      const own = names.get(child.path);
      const isSource = packageName !== null && isSourceOf(child, packageName);
      const sourceOf = isSource ? packageName : null;
      if (child.free === 0) continue;
      if (own !== undefined) addPart(child, divide(child, fewestFiles, own));
      else if (child.holdsPackages && !(staysWhole(child) || isSmallOperations(child)))
        settle(child, divide(child, fewestFiles, sourceOf), isSource ? null : fewest, left);
      else if (isLarge(child) && !staysWhole(child)) {
        settle(child, divide(child, smallestPart(child), sourceOf), isSource ? null : fewest, left);
      } else if (isSource || child.free < fewest || isBeside(child, packageName)) {
        left.pieces.push({ folder: child.path, whole: true });
        for (const file of filesBelow(child)) left.files.push(file);
      } else {
        parts.push({
          folder: onlyFolderIn(child).path,
          pieces: [{ folder: child.path, whole: true }],
          files: filesBelow(child),
        });
      }
    }
    return left;
  };

  const isSmallOperations = (folder: Folder): boolean => kindOfFolder(folder.path) === 'operations' && !isLarge(folder);

  const settle = (folder: Folder, own: Left, fewest: number | null, around: Left): void => {
    if (fewest !== null && own.files.length >= fewest) addPart(folder, own);
    else {
      around.pieces.push(...own.pieces);
      for (const file of own.files) around.files.push(file);
    }
  };

  const addPart = (folder: Folder, { pieces, files }: Left): void => {
    if (files.length > 0) parts.push({ folder: folder.path, pieces, files });
  };

  const rest = divide(root, fewestFiles, names.get('') ?? null);
  return { parts, rest: { folder: '', ...rest } };
}

/** Fewest files of a part of a folder that is cut for its size: a tenth of it, or of what is large. */
function smallestPart(folder: Folder): number {
  return Math.max(fewestFiles, Math.ceil(Math.min(folder.free, largeFolder) / 10));
}

/** Whether a folder, or the only folder that matters in it, has two sub-folders that could be parts, with a third of it. */
function isDivisible(folder: Folder): boolean {
  const fewest = smallestPart(folder);
  for (let inner: Folder | undefined = folder; inner !== undefined; ) {
    const worth: Folder[] = inner.children.filter(child => child.free >= fewest);
    const files = worth.reduce((sum, child) => sum + child.free, 0);
    if (worth.length !== 1) return worth.length > 1 && files * 3 >= inner.free;
    inner = worth[0];
  }
  return false;
}

function staysWhole(folder: Folder): boolean {
  return kindOfFolder(folder.path) === 'documentation' || isTestFolder(folder.path) || isHeldFolder(folder.path);
}

/** A small folder that shows or checks what a package beside others does goes with it; the root's stand alone. */
function isBeside(folder: Folder, packageName: string | null): boolean {
  const isAtRoot = !folder.path.includes('/');
  return packageName !== null && !isAtRoot && folder.free <= largeFolder && isSideFolder(folder.path);
}

function isSourceOf(folder: Folder, packageName: string): boolean {
  const name = nameOf(folder.path).toLowerCase();
  const own = nameOf(packageName).toLowerCase();
  return (
    sourceFolders.includes(name) ||
    name === own ||
    name === own.replaceAll('-', '_') ||
    name === own.replaceAll('-', '')
  );
}
