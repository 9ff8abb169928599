import type { Progress } from '../analysis/protocol';
import type { FailureReason } from '../git/errors';
import { below, lastSegments, pathKey } from './pathKey';
import type { RepositoryFolder } from './repositories';
import type { SnapshotIndex } from './snapshotIndex';

export type Activity =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'analysing'; readonly progress: Progress | null }
  | { readonly kind: 'failed'; readonly reason: FailureReason; readonly message: string }
  | { readonly kind: 'ready' };

/** One repository as the surfaces see it: what is known, and what goes on. An older Snapshot outlives a failure. */
export interface RepositoryState {
  readonly folder: RepositoryFolder;
  readonly activity: Activity;
  readonly index: SnapshotIndex | null;
  /** The opened folder, and where it really is once that is known: with links on the way these differ. */
  readonly places: readonly Place[];
}

/** `inside` is the path in the repository of the folder with that key. */
export interface Place {
  readonly key: string;
  readonly inside: string;
}

/** The path in the repository of a file on disk; null when the file is elsewhere. */
export function pathInside({ places }: RepositoryState, fsPath: string): string | null {
  const key = pathKey(fsPath);
  for (const place of places) {
    const rest = below(place.key, key);
    if (rest === null) continue;
    const spelled = lastSegments(fsPath, rest);
    return place.inside === '' || spelled === '' ? place.inside + spelled : `${place.inside}/${spelled}`;
  }
  return null;
}
