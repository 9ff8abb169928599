import type { FolderContents, SnapshotIndex } from '../snapshotIndex';
import { fileNode } from './componentRows';
import type { Matches } from './filter';
import type { FolderNode, OwnershipNode, RepositoryNode } from './node';

/** Folders and files below a folder, each by name. Folders with nothing but one folder are shown as one row. */
export function folderRows(
  path: string,
  parent: RepositoryNode | FolderNode | null,
  place: Pick<FolderNode, 'repository' | 'index'>,
  matches: Matches | null,
): readonly OwnershipNode[] {
  const contents = place.index.folder(path);
  if (contents === undefined) return [];
  const idOfParent = parent?.id ?? place.repository.folder.key;
  const folders = [...contents.folders]
    .filter(folder => matches === null || matches.folders.has(folder))
    .map((folder): FolderNode => {
      const end = lastOfChain(folder, place.index);
      const label = end.path.slice(path === '' ? 0 : path.length + 1);
      return { kind: 'folder', id: `${idOfParent}|/${end.path}`, parent, ...place, folder: end, label };
    })
    .sort((left, right) => left.label.localeCompare(right.label));
  const files = contents.files
    .filter(file => matches === null || matches.files.has(file))
    .map(file => fileNode(file, parent, idOfParent, place));
  return [...folders, ...files];
}

function lastOfChain(path: string, index: SnapshotIndex): FolderContents {
  const folder = index.folder(path) ?? { path, folders: new Set(), files: [], total: 0, sole: 0, orphaned: 0 };
  const [only, ...others] = folder.folders;
  return only !== undefined && others.length === 0 && folder.files.length === 0 ? lastOfChain(only, index) : folder;
}
