import type { Git } from '../../git/git';
import type { RepositoryDescription } from '../../git/repository';
import type { SnapshotStore } from '../../store/snapshotStore';

/** Which lines are to be owned, and what may be used for it. */
export interface LineRequest {
  readonly git: Git;
  readonly description: RepositoryDescription;
  /** Object id of the commit whose files are asked about. */
  readonly head: string;
  /** Commits that are stepped over as `git blame --ignore-rev` does, by object id. */
  readonly ignored: ReadonlySet<string>;
  /** null: nothing is read from or written to disk. */
  readonly store: SnapshotStore | null;
  readonly signal: AbortSignal;
  /** Files done, of all. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
  /** Told why a result was not stored. */
  readonly log?: ((line: string) => void) | undefined;
}

/** From so many contents on, git is read in the way that takes longer to set up. */
export const manyContents = 1000;

/** Larger files are not read: their lines are unknown. */
export const maxContentBytes = 32 * 1024 * 1024;
