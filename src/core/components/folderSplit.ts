import { type Folder, type FolderTree, filesBelow, onlyFolderIn } from './folderTree';
import { largeFolder } from './packageFolders';
import { isTestFolder, kindOfFolder } from './placeKind';
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
/** Nor is what is less than that fraction of a folder that was cut for its size. */
const smallestShare = 0.02;
/** A folder with more than that fraction of all files is cut … */
const largestShare = 0.4;
/** … when it has at least that many. */
const fewestToCut = 30;
const sourceFolders: readonly string[] = ['lib', 'src', 'source', 'sources'];

/**
 * Cuts the unclaimed files into parts: one a folder at the top; folders that hold packages, more than 150 files or more
 * than 40 % of all files are cut again, one level at a time, while they have two or more sub-folders worth it.
 * Documentation, and tests at the top, stay whole. Folders with fewer than three files go to the folder around them.
 * @param total number of files of the repository.
 * @param names of packages that are cut like the root, by folder: their source folder (`lib`, `src`, one named like the
 * package) goes to the same part as their own files.
 */
export function splitFolders(tree: FolderTree, total: number, names: ReadonlyMap<string, string>): Split {
  const parts: Part[] = [];
  const root = tree.get('');
  if (root === undefined) return { parts, rest: { folder: '', pieces: [], files: [] } };

  const isLarge = (folder: Folder): boolean =>
    (folder.free > largeFolder || (folder.free > largestShare * total && folder.free >= fewestToCut)) &&
    isDivisible(folder);

  const divide = (folder: Folder, fewest: number): Left => {
    const left: Left = { pieces: [{ folder: folder.path, whole: false }], files: [...folder.files] };
    for (const child of folder.children.toSorted((a, b) => (a.path < b.path ? -1 : 1))) {
      if (child.free === 0) continue;
      const isSource = isSourceOf(child, names.get(folder.path));
      if (names.has(child.path)) addPart(child, divide(child, fewestFiles));
      else if (child.holdsPackages)
        settle(child, divide(child, fewestFiles), isSource ? Number.POSITIVE_INFINITY : fewest, left);
      else if (isLarge(child) && !staysWhole(child)) {
        const smallest = Math.max(fewestFiles, Math.ceil(child.free * smallestShare));
        settle(child, divide(child, smallest), isSource ? Number.POSITIVE_INFINITY : fewest, left);
      } else if (isSource || child.free < fewest) {
        left.pieces.push({ folder: child.path, whole: true });
        for (const file of filesBelow(child)) left.files.push(file);
      } else
        parts.push({
          folder: onlyFolderIn(child).path,
          pieces: [{ folder: child.path, whole: true }],
          files: filesBelow(child),
        });
    }
    return left;
  };

  const settle = (folder: Folder, own: Left, fewest: number, around: Left): void => {
    if (own.files.length >= fewest) addPart(folder, own);
    else {
      around.pieces.push(...own.pieces);
      for (const file of own.files) around.files.push(file);
    }
  };

  const addPart = (folder: Folder, { pieces, files }: Left): void => {
    if (files.length > 0) parts.push({ folder: folder.path, pieces, files });
  };

  const rest = divide(root, fewestFiles);
  return { parts, rest: { folder: '', ...rest } };
}

/** Whether a folder, or the only folder that matters in it, has two sub-folders that could be parts. */
function isDivisible(folder: Folder): boolean {
  for (let inner: Folder | undefined = folder; inner !== undefined; ) {
    const worth: Folder[] = inner.children.filter(child => child.free >= fewestFiles);
    if (worth.length !== 1) return worth.length > 1;
    inner = worth[0];
  }
  return false;
}

function staysWhole(folder: Folder): boolean {
  return kindOfFolder(folder.path) === 'documentation' || (!folder.path.includes('/') && isTestFolder(folder.path));
}

function isSourceOf(folder: Folder, packageName: string | undefined): boolean {
  if (packageName === undefined) return false;
  const name = nameOf(folder.path).toLowerCase();
  const own = nameOf(packageName).toLowerCase();
  return (
    sourceFolders.includes(name) ||
    name === own ||
    name === own.replaceAll('-', '_') ||
    name === own.replaceAll('-', '')
  );
}
