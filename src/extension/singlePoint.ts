import type { FileOwnership } from '../core/model';
import { isAccepted } from '../core/report/singlePoints';
import type { SnapshotIndex } from './snapshotIndex';

/** Whether a file deserves a warning where it is edited. */
export function isWarned(file: FileOwnership, index: SnapshotIndex): boolean {
  if ((file.state !== 'sole' && file.state !== 'orphaned') || file.accepted !== null) return false;
  const component = index.componentOf(file);
  return component === undefined || !isAccepted(component, index.snapshot.scannedAt);
}
