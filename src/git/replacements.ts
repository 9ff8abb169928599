import { open, readdir } from 'node:fs/promises';
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
    contains(path.join(commonDir, 'packed-refs'), ' refs/replace/').catch(
      (error: NodeJS.ErrnoException) => error.code !== 'ENOENT',
    ),
  ]);
  return (loose ?? []).length === 0 && tables === null && !packed;
}

/** Whether a text is in a file. It is read into the same memory piece by piece: some list a reference for each pull request. */
async function contains(file: string, text: string): Promise<boolean> {
  const handle = await open(file, 'r');
  try {
    const piece = Buffer.alloc(256 * 1024);
    for (let kept = 0; ; ) {
      const { bytesRead } = await handle.read(piece, kept, piece.length - kept);
      const read = piece.subarray(0, kept + bytesRead);
      if (read.includes(text)) return true;
      if (bytesRead === 0) return false;
      // The text may begin at the end of one piece.
      kept = Math.min(read.length, text.length - 1);
      piece.copyWithin(0, read.length - kept, read.length);
    }
  } finally {
    await handle.close();
  }
}
