import type { Component, State } from '../model';
import type { SpreadPlan } from '../spread/plan';
import { isUrgent } from '../spread/plan';
import { type CodeJson, limitJson, reasonJson } from './codeJson';
import { type NamedJson, namedJson } from './namedJson';
import { stepEffect, stepReasons, unsolvedText } from './planText';
import { plainTranslate } from './translate';

interface PlannedJson {
  readonly id: string;
  readonly name: string;
  readonly state: State;
  readonly risk: { readonly level: string; readonly score: number };
  /** Comes before everything else: operations, or of high criticality. */
  readonly urgent: boolean;
}

interface ChangeJson<T> {
  readonly before: T;
  readonly after: T;
}

/** What `plan --format json` prints. Fields may be added; these stay. */
export interface PlanJson {
  readonly version: 1;
  readonly repository: { readonly root: string; readonly head: string | null; readonly limits: readonly CodeJson[] };
  readonly maxPerPerson: number;
  readonly risk: string;
  /** Single points that were to end, and those that do. */
  readonly planned: number;
  readonly ended: number;
  /** Nothing better is possible within these loads. */
  readonly proven: boolean;
  /** By combined evidence; null where none can be told. */
  readonly truckFactor: ChangeJson<number | null>;
  /** In the order in which to take them. */
  readonly steps: readonly {
    readonly component: PlannedJson;
    readonly person: NamedJson;
    readonly pinned: boolean;
    /** Among who is near the component, the best placed is 1; null for who is not near. */
    readonly choice: number | null;
    /** Better placed people who do not take it over: needed elsewhere, or ruled out. */
    readonly passedOver: number;
    readonly reasons: readonly CodeJson[];
    readonly why: string;
    readonly state: ChangeJson<State>;
    /** Of the component, and of the repository, by combined evidence. */
    readonly truckFactor: ChangeJson<number | null>;
    readonly repositoryTruckFactor: ChangeJson<number | null>;
    readonly effect: string;
  }[];
  readonly unsolved: readonly {
    readonly component: PlannedJson;
    /** Owners that it still lacks. */
    readonly lacks: number;
    readonly code: string;
    readonly text: string;
    readonly near: readonly NamedJson[];
  }[];
  readonly droppedPins: readonly { readonly person: NamedJson; readonly component: string; readonly code: string }[];
}

/** A plan in the form scripts depend on. */
export function planJson(plan: SpreadPlan): PlanJson {
  const { snapshot, options, steps, unsolved, droppedPins, planned, isProven } = plan;
  const { people, repository, limits, truckFactor } = snapshot;
  const before = steps[0]?.repository.before ?? truckFactor.combined.value;
  return {
    version: 1,
    repository: {
      root: repository.root,
      head: repository.head,
      limits: limits.filter(({ code }) => code !== 'abandoned').map(limitJson),
    },
    maxPerPerson: options.mostPerPerson,
    risk: options.risk,
    ...{ planned, ended: planned - unsolved.length, proven: isProven },
    truckFactor: { before, after: steps.at(-1)?.repository.after ?? before },
    steps: steps.map(step => ({
      component: plannedJson(step.component),
      person: namedJson(step.person, people),
      ...{ pinned: step.isPinned, choice: step.choice, passedOver: step.passedOver },
      reasons: step.reasons.map(reason => reasonJson(reason, people)),
      why: stepReasons(step, people, plainTranslate).join('; '),
      ...{ state: step.state, truckFactor: step.truckFactor, repositoryTruckFactor: step.repository },
      effect: stepEffect(step, plainTranslate),
    })),
    unsolved: unsolved.map(each => ({
      component: plannedJson(each.component),
      ...{ lacks: each.lacks, code: each.why, text: unsolvedText(each, people, plainTranslate) },
      near: each.near.map(person => namedJson(person, people)),
    })),
    droppedPins: droppedPins.map(({ pairing, why }) => ({
      ...{ person: namedJson(pairing.person, people), component: pairing.component, code: why },
    })),
  };
}

function plannedJson(component: Component): PlannedJson {
  const { id, name, state, risk } = component;
  return { id, name, state, risk: { level: risk.level, score: risk.score }, urgent: isUrgent(component) };
}
