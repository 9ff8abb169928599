import type { Component } from '../../core/model';
import type { ChecklistProgress, Progress, StepProgress } from '../../core/progress';
import type { DroppedPin } from '../../core/spread/pins';
import type { PlanStep, Unsolved } from '../../core/spread/plan';
import type { Pairing } from '../../core/spread/planOptions';
import type { PlannedRepository } from './plans';

/** A row of the Spread plan view. */
export type PlanNode =
  | PlanRepositoryNode
  | PlannedComponentNode
  | StepNode
  | PlanFactNode
  | PlanGroupNode
  | UnsolvedNode
  | RuledOutNode
  | DroppedPinNode
  | ChecklistsNode
  | ChecklistNode
  | ChecklistStepNode;

interface Node {
  /** The same for the same thing after every analysis, so that the view stays open where it was. */
  readonly id: string;
  readonly parent: PlanNode | null;
  readonly planned: PlannedRepository;
}

export interface PlanRepositoryNode extends Node {
  readonly kind: 'repository';
}

/** A component with the steps that end it as a single point. */
export interface PlannedComponentNode extends Node {
  readonly kind: 'component';
  readonly component: Component;
  readonly steps: readonly PlanStep[];
}

export interface StepNode extends Node {
  readonly kind: 'step';
  readonly step: PlanStep;
}

/** A sentence about the row above: why this person, or what the step changes. */
export interface PlanFactNode extends Node {
  readonly kind: 'fact';
  readonly text: string;
  readonly icon: 'info' | 'arrow-right';
}

export type PlanGroup = 'unsolved' | 'ruledOut' | 'droppedPins';

export interface PlanGroupNode extends Node {
  readonly kind: 'group';
  readonly group: PlanGroup;
  readonly count: number;
}

export interface UnsolvedNode extends Node {
  readonly kind: 'unsolved';
  readonly unsolved: Unsolved;
}

export interface RuledOutNode extends Node {
  readonly kind: 'ruledOut';
  readonly pairing: Pairing;
}

export interface DroppedPinNode extends Node {
  readonly kind: 'droppedPin';
  readonly dropped: DroppedPin;
}

/** Above the checklists of a repository. */
export interface ChecklistsNode extends Node {
  readonly kind: 'checklists';
  readonly progress: Progress;
}

export interface ChecklistNode extends Node {
  readonly kind: 'checklist';
  readonly list: ChecklistProgress;
}

export interface ChecklistStepNode extends Node {
  readonly kind: 'checklistStep';
  readonly list: ChecklistProgress;
  readonly step: StepProgress;
}
