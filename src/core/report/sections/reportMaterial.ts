import type { Snapshot } from '../../model';
import type { Progress } from '../../progress';
import { planSpread, type SpreadPlan } from '../../spread/plan';
import { type PlanChoice, planOptionsOf } from '../../spread/planChoice';
import type { Pairing, PlanOptions } from '../../spread/planOptions';
import { pseudonymise } from '../pseudonymise';
import { pseudonymousProgress } from '../pseudonymousProgress';
import { shownId } from '../shownId';

/** What a report is made of: a plan with the Snapshot it is of, and how far the checklists are. */
export interface ReportMaterial {
  readonly plan: SpreadPlan;
  readonly progress: Progress;
  /** People stand under pseudonyms. */
  readonly isPseudonymous: boolean;
}

export interface ReportOptions {
  /** Pseudonyms for people; a repository whose policy keeps names off pages has them anyway. */
  readonly pseudonymise: boolean;
  readonly plan: PlanChoice;
}

/** Plans, and takes out names where they are not to be. */
export function reportMaterial(snapshot: Snapshot, progress: Progress, options: ReportOptions): ReportMaterial {
  const isPseudonymous = options.pseudonymise || !snapshot.policy.people;
  const shown = isPseudonymous ? pseudonymise(snapshot) : snapshot;
  return {
    plan: planSpread(shown, renamed(planOptionsOf(snapshot, options.plan), snapshot, shown)),
    progress: isPseudonymous ? pseudonymousProgress(progress, snapshot.people) : progress,
    isPseudonymous,
  };
}

function renamed(options: PlanOptions, snapshot: Snapshot, shown: Snapshot): PlanOptions {
  const rename = ({ person, component }: Pairing): Pairing => ({
    person,
    component: shownId(component, snapshot, shown),
  });
  return { ...options, pinned: options.pinned.map(rename), forbidden: options.forbidden.map(rename) };
}
