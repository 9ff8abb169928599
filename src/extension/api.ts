import type { Event, Uri } from 'vscode';
import type { Snapshot } from '../core/model';
import type { WhatIf } from '../core/ownership/whatIf';
import type { Progress } from '../core/progress';

/** What other extensions may read: `vscode.extensions.getExtension('single-points.single-points')?.exports`. */
export interface SinglePointsApi {
  readonly version: 1;
  /** The root of a repository with a new Snapshot. */
  readonly onDidChangeSnapshot: Event<Uri>;
  /** What is known of the repository around a file or folder; undefined while nothing is. */
  snapshotOf(uri: Uri): Snapshot | undefined;
  /** A checklist changed, or what git proves of it. */
  readonly onDidChangeProgress: Event<void>;
  /** How far the checklists are of the repository around a file or folder; undefined where there are none. */
  progressOf(uri: Uri): Progress | undefined;
  /** Someone was thought away, or what was simulated changed or ended. */
  readonly onDidChangeSimulation: Event<void>;
  /** What is shown instead of the repository around a file or folder while someone is thought away. */
  simulationOf(uri: Uri): WhatIf | undefined;
}
