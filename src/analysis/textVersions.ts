import { GitError } from '../git/errors';
import type { Git } from '../git/git';
import { readObjects } from '../git/readObjects';

export interface VersionsQuestion {
  readonly git: Git;
  readonly cwd: string;
  /** As `cat-file` takes them, `<commit>:<path>`; those with a line break in them have no answer. */
  readonly names: readonly string[];
  readonly signal: AbortSignal;
}

/** A larger version of a file is not compared. */
const maxBytes = 256 * 1024;

/**
 * Versions of files as texts, by name, at most one question for all. What is no file, is too large, or is not here is left
 * out.
 */
export async function textVersions({
  git,
  cwd,
  names,
  signal,
}: VersionsQuestion): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(names)].filter(name => !name.includes('\n'));
  const texts = new Map<string, string>();
  if (ids.length === 0) return texts;
  let at = 0;
  try {
    await readObjects({ git, cwd, ids, maxBytes, signal, bulk: false }, ({ type, content }) => {
      const name = ids[at++] ?? '';
      if (type === 'blob' && content !== null) texts.set(name, content.toString('utf8'));
    });
  } catch (error) {
    // Where objects are missing the log said so already, and nothing is known of these versions.
    if (!(error instanceof GitError) || (error.reason !== 'missingObject' && error.reason !== 'partial')) throw error;
  }
  return texts;
}
