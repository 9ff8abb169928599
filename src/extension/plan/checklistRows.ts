import type { Progress } from '../../core/progress';
import { checklistFacts, stepNotes } from '../../core/report/progressText';
import type { Translate } from '../../core/report/translate';
import type { ChecklistNode, ChecklistStepNode, ChecklistsNode, PlanNode, PlanRepositoryNode } from './planNode';
import type { PlannedRepository } from './plans';

/** The row above the checklists of a repository; none without a checklist. */
export function checklistsRow(
  planned: PlannedRepository,
  parent: PlanRepositoryNode | null,
  progress: Progress | undefined,
): readonly ChecklistsNode[] {
  if (progress === undefined || progress.checklists.length === 0) return [];
  const id = `${planned.repository.folder.key}|checklists`;
  return [{ kind: 'checklists', id, parent, planned, progress }];
}

/** Checklists by path. */
export function checklistRows(node: ChecklistsNode): readonly ChecklistNode[] {
  return node.progress.checklists.map(list => ({
    ...{ kind: 'checklist', id: `${node.id}|${list.path}`, parent: node, planned: node.planned, list },
  }));
}

/** What git knows of it, then its steps. */
export function stepRows(node: ChecklistNode, translate: Translate): readonly PlanNode[] {
  const { list } = node;
  return [
    ...facts(node, checklistFacts(list, translate)),
    ...list.steps.map(
      (step): ChecklistStepNode => ({
        ...{ kind: 'checklistStep', id: `${node.id}|${step.id}`, parent: node, planned: node.planned, list, step },
      }),
    ),
  ];
}

/** What is to be said of a step. */
export function noteRows(node: ChecklistStepNode, translate: Translate): readonly PlanNode[] {
  return facts(node, stepNotes(node.step, translate));
}

function facts(node: ChecklistNode | ChecklistStepNode, texts: readonly string[]): readonly PlanNode[] {
  return texts.map((text, at) => {
    return { kind: 'fact', id: `${node.id}|fact ${at}`, parent: node, planned: node.planned, text, icon: 'info' };
  });
}
