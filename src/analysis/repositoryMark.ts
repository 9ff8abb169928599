import { stat } from 'node:fs/promises';
import path from 'node:path';
import { ask, failureOf } from '../git/ask';
import type { Git } from '../git/git';
import type { RepositoryDescription } from '../git/repository';

/** So many changed files are looked at; of more only the list counts. */
const mostLookedAt = 1000;

/**
 * A text that stays the same while neither the commit nor a file of the work tree changes: what an analysis reads. One
 * process of git; none for a bare repository.
 */
export async function repositoryMark(
  git: Git,
  { head, branch, bare, root }: RepositoryDescription,
  signal: AbortSignal,
): Promise<string> {
  const at = `${head}\n${branch}\n`;
  if (bare) return at;
  const options = ['--porcelain=v1', '-z', '--no-renames', '--untracked-files=all', '--ignore-submodules=all'];
  const answer = await ask(git, root, ['status', ...options], { signal });
  if (answer.code !== 0) throw failureOf(answer);
  const changed = answer.output.split('\0').filter(entry => entry !== '');
  const times = await Promise.all(
    changed.slice(0, mostLookedAt).map(async entry => {
      // Two letters and a space, then the path.
      const found = await stat(path.join(root, entry.slice(3))).catch(() => null);
      return found === null ? '' : `${found.mtimeMs} ${found.size}`;
    }),
  );
  return `${at}${changed.join('\0')}\n${times.join('\n')}`;
}
