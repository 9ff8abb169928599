import type { CheckedAlert } from '../alerts/checkedAlert';
import type { Suggest } from '../alerts/suggestion';
import type { Problem } from './problem';
import type { RuleWords } from './rule';

/** What rules may ask about the repository around an alert. */
export interface AlertSurroundings {
  readonly suggest: Suggest;
  /** Where a new runbook for an alert of that name belongs. */
  draftPath(name: string): string;
}

/** A rule for alerts: as `Rule`, but what it finds stands in the file that defines the alert. */
export interface AlertRule extends RuleWords {
  /** null: there is nothing wrong. An alert has one problem of a rule at most. */
  check(checked: CheckedAlert, surroundings: AlertSurroundings): Problem | null;
}
