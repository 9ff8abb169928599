import type { PersonId, RiskLevel } from '../model';

/** A person who takes over a component. */
export interface Pairing {
  readonly person: PersonId;
  /** Its id. */
  readonly component: string;
}

/** Risks that a plan can ask for: that one and higher ones. */
export const plannedRisks = ['high', 'medium', 'low'] as const satisfies readonly RiskLevel[];

export type PlannedRisk = (typeof plannedRisks)[number];

export interface PlanOptions {
  /** Nobody takes over more components than this. */
  readonly mostPerPerson: number;
  /** Single points of that risk and higher are to end. */
  readonly risk: PlannedRisk;
  /** These stay, whatever else is best. */
  readonly pinned: readonly Pairing[];
  /** These never are. */
  readonly forbidden: readonly Pairing[];
}

/** Two at once is what somebody can learn beside their own work; what is of low risk can wait. */
export const usualPlan: PlanOptions = { mostPerPerson: 2, risk: 'medium', pinned: [], forbidden: [] };
