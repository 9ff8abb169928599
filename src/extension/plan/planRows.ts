import type { Component } from '../../core/model';
import type { Progress } from '../../core/progress';
import { stepEffect, stepReasons } from '../../core/report/planText';
import type { Translate } from '../../core/report/translate';
import type { PlanStep } from '../../core/spread/plan';
import { checklistRows, checklistsRow, noteRows, stepRows } from './checklistRows';
import type { PlanGroup, PlanGroupNode, PlanNode, PlanRepositoryNode } from './planNode';
import type { PlannedRepository } from './plans';

/** How far the checklists of a repository are, by its key; undefined where there are none. */
export type ProgressOf = (repository: string) => Progress | undefined;

const noProgress: ProgressOf = () => undefined;

/** The rows on the first level: checklists that are there, components in the order of the plan, then what it leaves; of several repositories, theirs. */
export function planRoots(
  planned: readonly PlannedRepository[],
  progressOf: ProgressOf = noProgress,
): readonly PlanNode[] {
  const [only] = planned;
  if (planned.length === 1 && only !== undefined) return firstLevel(only, null, progressOf);
  return planned.map(each => ({ kind: 'repository', id: each.repository.folder.key, parent: null, planned: each }));
}

/** The rows below a row. */
export function planChildren(
  node: PlanNode,
  translate: Translate,
  progressOf: ProgressOf = noProgress,
): readonly PlanNode[] {
  switch (node.kind) {
    case 'repository':
      return firstLevel(node.planned, node, progressOf);
    case 'component':
      return node.steps.map(step => ({
        ...{ kind: 'step', id: `${node.id}|${step.person}`, parent: node, planned: node.planned, step },
      }));
    case 'step':
      return factsOf(node, translate);
    case 'group':
      return rowsOf(node);
    case 'checklists':
      return checklistRows(node);
    case 'checklist':
      return stepRows(node, translate);
    case 'checklistStep':
      return noteRows(node, translate);
    default:
      return [];
  }
}

function firstLevel(
  planned: PlannedRepository,
  parent: PlanRepositoryNode | null,
  progressOf: ProgressOf,
): readonly PlanNode[] {
  const { plan, repository } = planned;
  const { key } = repository.folder;
  const steps = new Map<Component, PlanStep[]>();
  for (const step of plan.steps) {
    const own = steps.get(step.component);
    if (own === undefined) steps.set(step.component, [step]);
    else own.push(step);
  }
  const components = [...steps].map(([component, own]): PlanNode => {
    return { kind: 'component', id: `${key}|${component.id}`, parent, planned, component, steps: own };
  });
  const group = (name: PlanGroup, count: number): readonly PlanGroupNode[] =>
    count === 0 ? [] : [{ kind: 'group', id: `${key}|${name}`, parent, planned, group: name, count }];
  return [
    ...checklistsRow(planned, parent, progressOf(key)),
    ...components,
    ...group('unsolved', plan.unsolved.length),
    ...group('ruledOut', plan.options.forbidden.length),
    ...group('droppedPins', plan.droppedPins.length),
  ];
}

function factsOf(node: Extract<PlanNode, { kind: 'step' }>, translate: Translate): readonly PlanNode[] {
  const { planned, step } = node;
  const reasons = stepReasons(step, planned.index.snapshot.people, translate);
  const fact = (text: string, at: number, icon: 'info' | 'arrow-right'): PlanNode => {
    return { kind: 'fact', id: `${node.id}|${at}`, parent: node, planned, text, icon };
  };
  return [
    ...reasons.map((text, at) => fact(text, at, 'info')),
    fact(stepEffect(step, translate), reasons.length, 'arrow-right'),
  ];
}

function rowsOf(node: PlanGroupNode): readonly PlanNode[] {
  const { planned, id, group } = node;
  const { unsolved, options, droppedPins } = planned.plan;
  switch (group) {
    case 'unsolved':
      return unsolved.map(each => ({
        ...{ kind: 'unsolved', id: `${id}|${each.component.id}`, parent: node, planned, unsolved: each },
      }));
    case 'ruledOut':
      return options.forbidden.map(pairing => ({
        ...{ kind: 'ruledOut', id: `${id}|${pairing.component}|${pairing.person}`, parent: node, planned, pairing },
      }));
    case 'droppedPins':
      return droppedPins.map(dropped => ({
        kind: 'droppedPin',
        id: `${id}|${dropped.pairing.component}|${dropped.pairing.person}`,
        ...{ parent: node, planned, dropped },
      }));
  }
}
