import { readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';

/**
 * The git directory of the repository around a folder, absolute; null when there is none. Worktrees and submodules have
 * a file instead of it that says where it is (gitrepository-layout(5)).
 */
export async function gitDirectoryOf(folder: string): Promise<string | null> {
  for (let at = folder; ; at = dirname(at)) {
    const found = await gitDirectoryAt(join(at, '.git'));
    if (found !== null) return found;
    if (dirname(at) === at) return null;
  }
}

async function gitDirectoryAt(path: string): Promise<string | null> {
  try {
    const [, place] = /^gitdir: (.+?)\r?\n?$/.exec(await readFile(path, 'utf8')) ?? [];
    return place === undefined ? null : resolve(dirname(path), place);
  } catch (error) {
    // Only a folder cannot be read as a file is: it is the git directory itself.
    return isOfCode(error, 'EISDIR') ? path : null;
  }
}

function isOfCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
