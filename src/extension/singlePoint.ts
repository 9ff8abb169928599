import type { Component, FileOwnership } from '../core/model';
import { isAccepted } from '../core/report/singlePoints';
import type { SnapshotIndex } from './snapshotIndex';

/** Now as the core counts: seconds since 1970. */
export function now(): number {
  return Math.floor(Date.now() / 1000);
}

/** Whether a component counts in the badge: known by one person or nobody, at risk, and not accepted. */
export function isSinglePoint(component: Component, at: number): boolean {
  const isAlone = component.state === 'sole' || component.state === 'orphaned';
  const isAtRisk = component.risk.level === 'high' || component.risk.level === 'medium';
  return isAlone && isAtRisk && !isAccepted(component, at);
}

/** Whether a file deserves a warning where it is edited. */
export function isWarned(file: FileOwnership, index: SnapshotIndex, at: number): boolean {
  if (file.state !== 'sole' && file.state !== 'orphaned') return false;
  const component = index.componentOf(file);
  return component === undefined || !isAccepted(component, at);
}
