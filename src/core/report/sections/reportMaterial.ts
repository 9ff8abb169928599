import type { Snapshot } from '../../model';
import type { Progress } from '../../progress';
import { planSpread, type SpreadPlan } from '../../spread/plan';
import { type PlanChoice, planOptionsOf } from '../../spread/planChoice';
import type { Pairing, PlanOptions } from '../../spread/planOptions';
import { pseudonymise } from '../pseudonymise';
import { pseudonymousProgress } from '../pseudonymousProgress';

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

/** Pseudonyms stand in ids, too; components stay in their order. */
function renamed(options: PlanOptions, { components }: Snapshot, shown: Snapshot): PlanOptions {
  const ids = new Map(components.map(({ id }, index) => [id, shown.components[index]?.id ?? id]));
  const rename = (pairing: Pairing): Pairing => ({
    ...pairing,
    component: ids.get(pairing.component) ?? pairing.component,
  });
  return { ...options, pinned: options.pinned.map(rename), forbidden: options.forbidden.map(rename) };
}
