import { posix, win32 } from 'node:path';

/**
 * Where the command line keeps what it has analysed: the cache folder of the platform. Null where there is no home, and
 * then nothing is kept.
 *
 * @param platform as in `process.platform`
 */
export function storeFolder(
  platform: string,
  environment: Readonly<Record<string, string | undefined>>,
  home: string,
): string | null {
  if (platform === 'win32') {
    const local = environment['LOCALAPPDATA'];
    const base = local || (home && win32.join(home, 'AppData', 'Local'));
    return base ? win32.join(base, 'single-points') : null;
  }
  if (platform === 'darwin') {
    return home ? posix.join(home, 'Library', 'Caches', 'single-points') : null;
  }
  // A relative path is to be ignored (XDG Base Directory Specification).
  const cache = environment['XDG_CACHE_HOME'];
  const base = cache && posix.isAbsolute(cache) ? cache : home && posix.join(home, '.cache');
  return base ? posix.join(base, 'single-points') : null;
}
