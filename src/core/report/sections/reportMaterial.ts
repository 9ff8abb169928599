import type { Progress } from '../../progress';
import type { SpreadPlan } from '../../spread/plan';

/** What a report is made of: a plan with the Snapshot it is of, and how far the checklists are. */
export interface ReportMaterial {
  readonly plan: SpreadPlan;
  readonly progress: Progress;
  /** People stand under pseudonyms. */
  readonly isPseudonymous: boolean;
}

/** Rows of a table that people read; what is more is counted. */
export const mostRows = 50;
