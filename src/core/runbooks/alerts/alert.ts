import type { Place } from '../place';

/** Where an alert says its runbook is. */
export interface RunbookReference {
  /** Of the annotation, as written: `runbook_url`. */
  readonly key: string;
  /** A URL, a path or whatever else is written there, without white space around it. */
  readonly text: string;
  /** Of `text` alone where it stands in the file as it is, so that it can be replaced; else of the whole value. */
  readonly place: Place;
  readonly replaceable: boolean;
}

/** Where a further annotation may be written. */
export interface AnnotationSpot {
  readonly place: Place;
  /** What each line begins with. */
  readonly indent: string;
}

/** An alert as a file defines it. Texts are cut at 2,000 characters. */
export interface Alert {
  /** A `receiver` of Alertmanager is no alert, but may send people to a runbook. */
  readonly kind: 'rule' | 'receiver';
  readonly name: string;
  readonly path: string;
  /** Of its name. */
  readonly place: Place;
  /** The label, lower case; null where there is none or a template decides. */
  readonly severity: string | null;
  readonly expression: string;
  readonly summary: string;
  readonly description: string;
  /** null: none is named. `unknown`: something that is not in this file, or is computed, may name one. */
  readonly runbook: RunbookReference | 'unknown' | null;
  readonly annotations: AnnotationSpot | null;
}

/** The longest text of an alert that is kept. */
export const longestAlertText = 2000;

/** So many alerts of one file are read; people write a tenth of it. */
export const mostAlertsOfFile = 2000;
