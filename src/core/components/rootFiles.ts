import { type ComponentList, pieceGlobs } from './componentList';
import type { Part, Piece } from './folderSplit';
import { nearestAround } from './folderTree';
import { escapeGlob } from './glob';
import type { PackageFolder } from './packageFolders';
import { isOperationsFile, isProse, kindOfPlace } from './placeKind';

/** Id of what is left at the root where no package names it. */
export const rootFilesId = 'root files';
/** Id of the operations files at the root. */
export const operationsId = 'operations';
/** Id of the prose at the root where there is no folder of documentation. */
export const documentationId = 'documentation';

const fewestFiles = 3;

/**
 * Places what is left for the root: files that build, ship or run the project together with small folders of that kind;
 * prose with the folder of documentation; the rest under the name of the repository's package. A group of fewer than three
 * goes with the rest.
 * @returns the component of a file at the root by its name; for `''`, that of the rest, -1 where there is none.
 */
export function placeRoot(
  rest: Part,
  root: PackageFolder | null,
  paths: readonly string[],
  list: ComponentList,
  byFolder: Map<string, number>,
): (name: string) => number {
  const files = rest.files.map(file => paths[file] ?? '');
  const folders = rest.pieces.filter(piece => piece.folder !== '');
  const pieceOf = new Map(folders.map(piece => [piece.folder, piece]));
  const inside = new Map<Piece, string[]>();
  for (const path of files) {
    const piece = nearestAround(path, pieceOf);
    if (piece === null) continue;
    const found = inside.get(piece);
    if (found === undefined) inside.set(piece, [path]);
    else found.push(path);
  }
  const operationsFolders = folders.filter(
    piece => piece.whole && kindOfPlace(piece.folder, inside.get(piece) ?? []) === 'operations',
  );
  const operationsPieces = new Map(operationsFolders.map(piece => [piece.folder, piece]));
  const isInOperations = (path: string): boolean =>
    path.includes('/') ? nearestAround(path, operationsPieces) !== null : isOperationsFile(path);
  const operations = files.filter(isInOperations);
  const isProseHere = (path: string): boolean => !path.includes('/') && !isOperationsFile(path) && isProse(path);
  const prose = files.filter(isProseHere);

  const operationsAt = placeOperations(operations, operationsFolders, list, byFolder);
  const proseAt = placeProse(prose, list, byFolder);
  const isPlaced = (path: string): boolean =>
    (operationsAt !== null && isInOperations(path)) || (proseAt !== null && isProseHere(path));
  const left = files.filter(path => !isPlaced(path));
  const remaining = operationsAt === null ? folders : folders.filter(piece => !operationsPieces.has(piece.folder));
  const restAt = left.length === 0 ? -1 : placeRest(root, remaining, list, byFolder);
  return name => {
    if (operationsAt !== null && isOperationsFile(name)) return operationsAt;
    return proseAt !== null && isProse(name) && !isOperationsFile(name) ? proseAt : restAt;
  };
}

function placeOperations(
  files: readonly string[],
  folders: readonly Piece[],
  list: ComponentList,
  byFolder: Map<string, number>,
): number | null {
  if (files.length < fewestFiles) return null;
  const globs = [...files.filter(path => !path.includes('/')).map(escapeGlob), ...pieceGlobs('', folders)];
  const at = list.add(
    { id: operationsId, name: operationsId, kind: 'operations', source: null, criticality: 'normal', owner: null },
    globs,
  );
  for (const piece of folders) byFolder.set(piece.folder, at);
  return at;
}

function placeProse(
  files: readonly string[],
  list: ComponentList,
  byFolder: ReadonlyMap<string, number>,
): number | null {
  if (files.length === 0) return null;
  const folder = ['docs', 'doc', 'documentation', 'Documentation'].find(name => byFolder.has(name));
  const known = folder === undefined ? undefined : byFolder.get(folder);
  const globs = files.map(escapeGlob);
  if (known !== undefined) {
    for (const glob of globs) list.addGlob(known, glob);
    return known;
  }
  if (files.length < fewestFiles) return null;
  return list.add(
    {
      id: documentationId,
      name: documentationId,
      kind: 'documentation',
      source: null,
      criticality: 'normal',
      owner: null,
    },
    globs,
  );
}

function placeRest(
  root: PackageFolder | null,
  pieces: readonly Piece[],
  list: ComponentList,
  byFolder: Map<string, number>,
): number {
  const globs = ['*', ...pieceGlobs('', pieces).filter(glob => glob !== '*')];
  const named = root === null || root.workspace || root.name === '' ? null : root;
  const at = list.add(
    {
      id: named?.name ?? rootFilesId,
      name: named?.name ?? rootFilesId,
      kind: named?.kind ?? 'folder',
      source: named?.source ?? null,
      criticality: named?.criticality ?? 'normal',
      owner: named?.owner ?? null,
    },
    globs,
  );
  for (const piece of pieces) byFolder.set(piece.folder, at);
  return at;
}
