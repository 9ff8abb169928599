import { basename, isAbsolute, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { quoted } from '../core/assist/quoted';
import { ToolFailure } from '../core/assist/tool';

/** The folder on disk that a `file:` address or a path names; null for an address of another kind. */
export function folderAt(address: string): string | null {
  if (!/^[a-z][a-z0-9+.-]+:/i.test(address)) return address;
  if (!address.startsWith('file:')) return null;
  try {
    return fileURLToPath(address);
  } catch {
    return null;
  }
}

/**
 * Which of the repositories a question is about: the one named by path or by the name of its folder; without a name the
 * only one, or the one that an absolute path lies in. Throws a {@link ToolFailure} that lists them where that is none,
 * and for one that is not among them.
 *
 * @param allowed absolute folders
 */
export function chooseRepository(allowed: readonly string[], asked: string | null, path: string | null): string {
  if (asked !== null) {
    const folder = folderAt(asked);
    const lower = asked.toLowerCase();
    const exact = allowed.filter(each => each === folder);
    const found = exact.length > 0 ? exact : allowed.filter(each => basename(each).toLowerCase() === lower);
    const [only] = found;
    if (only !== undefined && found.length === 1) return only;
    throw new ToolFailure(`${quoted(asked)} is not a repository that may be asked about. ${listOf(allowed)}`);
  }
  const [only] = allowed;
  if (only !== undefined && allowed.length === 1) return only;
  const file = path === null ? null : folderAt(path);
  const around = file === null ? [] : allowed.filter(each => holds(each, file));
  const innermost = around.sort((a, b) => b.length - a.length)[0];
  if (innermost !== undefined) return innermost;
  throw new ToolFailure(`Say which repository is meant. ${listOf(allowed)}`);
}

function holds(folder: string, path: string): boolean {
  const inside = relative(folder, path);
  return isAbsolute(path) && !inside.startsWith('..') && !isAbsolute(inside);
}

/** By name, or by path where a name stands for several. */
function listOf(allowed: readonly string[]): string {
  if (allowed.length === 0) return 'None is open.';
  const names = allowed.map(folder => basename(folder));
  const told = allowed.map((folder, place) =>
    names.indexOf(names[place] ?? '') === names.lastIndexOf(names[place] ?? '') ? (names[place] ?? '') : folder,
  );
  return `There ${allowed.length === 1 ? 'is' : 'are'}: ${told.slice(0, 20).map(quoted).join(', ')}.`;
}
