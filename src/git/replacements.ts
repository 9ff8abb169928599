import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Git } from './git';
import type { RepositoryDescription } from './repository';
import { readGit } from './streamGit';

/**
 * Which objects are replaced by which, as git lists them; empty where none is. git is asked only where a look at its files
 * cannot rule that out: nearly no repository has any, and the start of a process is dear.
 */
export async function readReplacements(
  git: Git,
  { root, commonDir }: Pick<RepositoryDescription, 'root' | 'commonDir'>,
  signal: AbortSignal,
): Promise<string> {
  if (await areNone(commonDir)) return '';
  const args = ['for-each-ref', '--format=%(objectname) %(refname)', 'refs/replace/'];
  return (await readGit(git, args, { cwd: root, signal })).toString('latin1');
}

async function areNone(commonDir: string): Promise<boolean> {
  const list = (name: string): Promise<readonly string[] | null> =>
    readdir(path.join(commonDir, name)).catch(() => null);
  const [loose, tables, packed] = await Promise.all([
    list('refs/replace'),
    list('reftable'),
    readFile(path.join(commonDir, 'packed-refs')).catch((error: NodeJS.ErrnoException) =>
      error.code === 'ENOENT' ? Buffer.alloc(0) : null,
    ),
  ]);
  return (loose ?? []).length === 0 && tables === null && packed !== null && !packed.includes(' refs/replace/');
}
