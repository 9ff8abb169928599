import type { Component } from '../../model';
import type { AlertCoverage } from '../../runbooks/alerts/coverage';

/**
 * How far a component can be run without its author: `covered` has a runbook, and where it has alerts each of them leads
 * to one; `partly`: some alerts do not; `none`: no alert does, or there is no runbook at all; `notNeeded`: documentation,
 * and files of no component.
 */
export type RunbookCoverage = 'covered' | 'partly' | 'none' | 'notNeeded';

/** @param alerts of the component; undefined for one without. A runbook elsewhere that was not looked at counts as one. */
export function runbookCoverage(
  { kind, runbooks }: Pick<Component, 'kind' | 'runbooks'>,
  alerts: AlertCoverage | undefined,
): RunbookCoverage {
  if (alerts !== undefined) {
    const led = alerts.working + alerts.elsewhere;
    return led === 0 ? 'none' : led < alerts.alerts ? 'partly' : 'covered';
  }
  if (runbooks.length > 0) return 'covered';
  return kind === 'documentation' ? 'notNeeded' : 'none';
}
