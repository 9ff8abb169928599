const foldsCase = process.platform === 'win32' || process.platform === 'darwin';

/**
 * A path, absolute or of a repository, as a key: slashes forward, and folded where the disk usually folds case and
 * accents, because editors and git may spell one file in two ways there.
 */
export function pathKey(path: string): string {
  const slashed = withSlashes(path);
  return foldsCase ? slashed.normalize('NFC').toLowerCase() : slashed;
}

/** The part of `path` below `folder`: empty for the folder itself, null outside. Both as keys. */
export function below(folder: string, path: string): string | null {
  if (path === folder) return '';
  const prefix = folder.endsWith('/') ? folder : `${folder}/`;
  return path.startsWith(prefix) ? path.slice(prefix.length) : null;
}

/** As many of the last segments of `path` as the key `rest` has, as they are spelled: folding keeps no length. */
export function lastSegments(path: string, rest: string): string {
  return rest === '' ? '' : withSlashes(path).split('/').slice(-rest.split('/').length).join('/');
}

/** Elsewhere a backslash is a letter like any other. */
function withSlashes(path: string): string {
  return process.platform === 'win32' ? path.replaceAll('\\', '/') : path;
}
