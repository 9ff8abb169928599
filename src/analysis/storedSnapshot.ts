import type { Snapshot } from '../core/model';
import type { RepositoryDescription } from '../git/repository';
import { type SnapshotStore, storeKey } from '../store/snapshotStore';

/** Raised whenever the shape or the meaning of a Snapshot changes; one of another version is made anew. */
const storedVersion = 9;

/** The last Snapshot of a work tree; null when there is none that can be used. */
export async function loadSnapshot(store: SnapshotStore, description: RepositoryDescription): Promise<Snapshot | null> {
  const key = snapshotKey(description);
  const stored = await store.read(key);
  if (!stored || stored.header.version !== storedVersion) {
    return null;
  }
  try {
    const snapshot = JSON.parse(stored.payload.toString('utf8')) as Snapshot;
    if (snapshot.version === 1 && Array.isArray(snapshot.files)) {
      return snapshot;
    }
  } catch {
    // No JSON: as good as nothing.
  }
  await store.remove(key);
  return null;
}

/** Stores a Snapshot; says why when it could not. */
export async function saveSnapshot(
  store: SnapshotStore,
  description: RepositoryDescription,
  snapshot: Snapshot,
): Promise<string | null> {
  const result = await store.write(snapshotKey(description), storedVersion, [Buffer.from(JSON.stringify(snapshot))]);
  return result.stored ? null : result.message;
}

/** Worktrees share a history, but each has a head and files of its own. */
function snapshotKey(description: RepositoryDescription): string {
  return storeKey(`snapshot:${description.gitDir}`);
}
