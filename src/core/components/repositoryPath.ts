/** The folder of a path, `''` for a file at the root. Paths are relative to the root with `/` between parts. */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? '' : path.slice(0, slash);
}

/** The last part of a path. */
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** The folders a path is in, innermost first, without the root. */
export function foldersAround(path: string): readonly string[] {
  const folders: string[] = [];
  for (let folder = folderOf(path); folder !== ''; folder = folderOf(folder)) folders.push(folder);
  return folders;
}

/** Every folder that has one of the paths below it, without the root; linear in the paths. */
export function foldersOf(paths: Iterable<string>): ReadonlySet<string> {
  const folders = new Set<string>();
  for (const path of paths) {
    for (let folder = folderOf(path); folder !== '' && !folders.has(folder); folder = folderOf(folder)) {
      folders.add(folder);
    }
  }
  return folders;
}

/** A name inside a folder, `''` being the root. */
export function inFolder(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}

/** How many folders a path is deep: 0 at the root. */
export function depthOf(path: string): number {
  let depth = 0;
  for (let at = path.indexOf('/'); at >= 0; at = path.indexOf('/', at + 1)) depth++;
  return depth;
}

/**
 * A path written relative to a folder, as one relative to the root: `./a`, `../b/`, `.` are understood.
 * Null when it is absolute, a URL, or leaves the repository.
 */
export function resolvePath(folder: string, relative: string): string | null {
  const written = relative.trim().replaceAll('\\', '/');
  if (written.startsWith('/') || written.startsWith('~') || /^[a-z][a-z0-9+.-]*:/i.test(written)) return null;
  const parts = folder === '' ? [] : folder.split('/');
  for (const part of written.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return null;
  }
  return parts.join('/');
}

/** Orders shallow paths before deep ones, then by code unit, the same on every machine. */
export function shallowFirst(left: string, right: string): number {
  return depthOf(left) - depthOf(right) || (left < right ? -1 : left > right ? 1 : 0);
}

/** Whether a path or glob is absolute or has a `..` in it, also within braces: nothing outside is ever read. */
export function leavesRepository(path: string): boolean {
  return /^(?:[/\\]|[a-z]:)|(?:^|[/\\{,(|])\.\.(?:[/\\},)|]|$)/i.test(path);
}
