import type { Uri } from 'vscode';
import type { Snapshot } from '../../../src/core/model';
import { pathKey } from '../../../src/extension/pathKey';
import type { Activity, RepositoryState } from '../../../src/extension/repositoryState';
import { SnapshotIndex } from '../../../src/extension/snapshotIndex';

/** A repository as the surfaces see it; without a Snapshot, one that was not analysed yet. */
export async function analysedRepository(
  snapshot: Snapshot | null,
  { root = '/code/shop', activity = { kind: 'ready' } }: { root?: string; activity?: Activity } = {},
): Promise<RepositoryState> {
  const index = snapshot === null ? null : await SnapshotIndex.of(snapshot, 1, new AbortController().signal);
  const key = pathKey(root);
  const uri = { fsPath: root, path: root, scheme: 'file' } as Uri;
  return { folder: { key, uri }, activity, index, places: [{ key, inside: '' }] };
}
