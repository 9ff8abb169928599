import type { Severity } from '../../model';
import type { Place } from '../place';

/** What a rule says about a place: the values that its sentence is made of. Never a secret. */
export type ProblemData = Readonly<Record<string, string | number>>;

/** Replaces a range of the page by a text; an empty range inserts. */
export interface TextEdit {
  readonly place: Place;
  readonly text: string;
}

/** A way to mend a problem. Nothing is changed before a person chose it. */
export interface Fix {
  /** Tells the fixes of one rule apart; `Rule.fixText` has the words. */
  readonly code: string;
  readonly data: ProblemData;
  readonly edits: readonly TextEdit[];
  /** The file the edits are for, relative to the root; undefined: the page itself. */
  readonly path?: string;
  /** What is done instead of edits: a handle is listed as a team in the settings, a stub is drafted for an alert. */
  readonly action?: 'declareTeam' | 'draftAlertRunbook';
  /** Right whatever the page means, so that all of them may be applied at once. */
  readonly safe: boolean;
}

/** Something a rule found on a page. */
export interface Problem {
  readonly place: Place;
  readonly data: ProblemData;
  /** Another one than the rule's own, where some of what it finds weighs more or less. */
  readonly severity?: Severity;
  readonly fixes?: readonly Fix[];
}
