import { GitError } from './errors';
import type { Git } from './git';
import { decodePath } from './paths';
import { RecordSplitter } from './recordSplitter';
import { checkedRevision } from './revision';
import { streamGit } from './streamGit';

/** One file of a tree. */
export interface TreeEntry {
  /** As git writes it: `100644` file, `100755` executable, `120000` symbolic link, `160000` submodule. */
  readonly mode: string;
  /** Object id, 40 or 64 hex digits; a commit for a submodule. */
  readonly sha: string;
  /** Relative to the root of the repository, with `/`; see `decodePath`. */
  readonly path: string;
  /** The same as git stores it, one character a byte. */
  readonly rawPath: string;
}

/** Every file of a revision, in git's order (by bytes of the path). `cwd` may be any folder of the repository. */
export async function listTree(
  git: Git,
  cwd: string,
  revision: string,
  options: { readonly signal?: AbortSignal | undefined } = {},
): Promise<TreeEntry[]> {
  const args = ['ls-tree', '-r', '-z', '--full-tree', checkedRevision(revision)];
  const splitter = new RecordSplitter();
  const entries: TreeEntry[] = [];
  for await (const chunk of streamGit(git, args, { cwd, signal: options.signal })) {
    for (const record of splitter.push(chunk)) entries.push(parseTreeRecord(record));
  }
  if (splitter.remainder().length > 0) {
    throw new GitError('failed', 'The list of files ended in the middle. Refresh to try again.');
  }
  return entries;
}

/** Reads `<mode> SP <type> SP <sha> TAB <path>`, one record of `ls-tree -z`. Throws GitError `failed` on anything else. */
export function parseTreeRecord(record: Buffer): TreeEntry {
  const tab = record.indexOf(0x09);
  const fields = tab === -1 ? [] : record.toString('latin1', 0, tab).split(' ');
  const [mode, , sha] = fields;
  if (mode === undefined || sha === undefined || fields.length !== 3) {
    throw new GitError('failed', 'Git listed a file in an unknown way. Report this version of Git.', {
      detail: record.toString('latin1'),
    });
  }
  const rawPath = record.toString('latin1', tab + 1);
  return { mode, sha, path: decodePath(rawPath), rawPath };
}
