import type { Event, Uri } from 'vscode';
import type { Snapshot } from '../core/model';

/** What other extensions may read: `vscode.extensions.getExtension('single-points.single-points')?.exports`. */
export interface SinglePointsApi {
  readonly version: 1;
  /** The root of a repository with a new Snapshot. */
  readonly onDidChangeSnapshot: Event<Uri>;
  /** What is known of the repository around a file or folder; undefined while nothing is. */
  snapshotOf(uri: Uri): Snapshot | undefined;
}
