import { GitError } from './errors';

/**
 * The revision, fit to stand among git's arguments: one that could be read as an option, or that no name can be, throws
 * GitError `unknownRevision`. (`--end-of-options` would do, but `rev-parse` knows it only since git 2.30.)
 */
export function checkedRevision(revision: string): string {
  if (revision === '' || revision.startsWith('-') || revision.includes('\0') || revision.includes('\n')) {
    throw new GitError('unknownRevision', 'There is no revision {revision}. Name a branch, a tag or a commit.', {
      values: { revision: JSON.stringify(revision) },
    });
  }
  return revision;
}
