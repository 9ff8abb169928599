import type { FileOwnership } from '../core/model';
import { isAccepted } from '../core/report/singlePoints';
import type { SnapshotIndex } from './snapshotIndex';

/** Whether a file deserves a warning where it is edited. */
export function isWarned(file: FileOwnership, index: SnapshotIndex): boolean {
  return (file.state === 'sole' || file.state === 'orphaned') && !isRiskAccepted(file, index);
}

/** Whether the risk of a file, or of the component it is in, is accepted. */
export function isRiskAccepted(file: FileOwnership, index: SnapshotIndex): boolean {
  const component = index.componentOf(file);
  return file.accepted !== null || (component !== undefined && isAccepted(component, index.snapshot.scannedAt));
}
