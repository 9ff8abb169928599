/**
 * What the runbook of an alert is good for. `working`: a page of this repository, with the anchor, and no stub;
 * `elsewhere`: not in this repository, so not looked at; `unknown`: computed; `none`: none is named.
 */
export type AlertRunbookState =
  | 'working'
  | 'stub'
  | 'elsewhere'
  | 'unknown'
  | 'none'
  | 'placeholder'
  | 'malformed'
  | 'missing'
  | 'noAnchor';

/** An alert rule and its runbook. */
export interface AlertState {
  readonly name: string;
  /** Where it is defined. */
  readonly path: string;
  /** From 1. */
  readonly line: number;
  /** The label, lower case; null where there is none. */
  readonly severity: string | null;
  /** Of the file that defines it, else of the runbook. */
  readonly component: string | null;
  readonly state: AlertRunbookState;
  /** Path of its runbook in this repository; null for one that is not there. */
  readonly runbook: string | null;
}
