import { comparisonArguments } from './changeLog';
import { GitError } from './errors';
import type { Git } from './git';
import { decodePath } from './paths';
import { checkedRevision } from './revision';
import { readGit } from './streamGit';
import type { TreeEntry } from './tree';

/** What one commit has of a path that another has not, or has otherwise. */
export interface TreeDifference {
  /** The path as git stores it, one character a byte. */
  readonly rawPath: string;
  /** null: the path is not there any more. */
  readonly entry: TreeEntry | null;
}

/**
 * What differs between the trees of two commits, in git's order (by bytes of the path). Throws GitError, `missingObject` or
 * `unknownRevision` among others where one of them is not here.
 */
export async function compareTrees(
  git: Git,
  cwd: string,
  before: string,
  after: string,
  signal: AbortSignal,
): Promise<TreeDifference[]> {
  const args = comparisonArguments(checkedRevision(before), checkedRevision(after));
  const fields = (await readGit(git, args, { cwd, signal, maxBytes: 1024 * 1024 * 1024 }))
    .toString('latin1')
    .split('\0');
  if (fields.pop() !== '' || fields.length % 2 !== 0) {
    throw new GitError('failed', 'The list of changes ended in the middle. Refresh to try again.');
  }
  const differences: TreeDifference[] = [];
  for (let at = 0; at < fields.length; at += 2) {
    differences.push(parseDifference(fields[at] as string, fields[at + 1] as string));
  }
  return differences;
}

/** Reads `:<mode> <mode> <id> <id> <letter>`. Throws GitError `failed` on anything else. */
export function parseDifference(record: string, rawPath: string): TreeDifference {
  const [, mode, , sha, letter] = record.split(' ');
  if (!record.startsWith(':') || mode === undefined || sha === undefined || letter === undefined) {
    throw new GitError('failed', 'Git listed a change in an unknown way. Report this version of Git.', record);
  }
  return { rawPath, entry: letter === 'D' ? null : { mode, sha, path: decodePath(rawPath), rawPath } };
}
