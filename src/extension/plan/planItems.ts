import * as vscode from 'vscode';
import { personName } from '../../core/report/names';
import { wholeNumber } from '../../core/report/numbers';
import {
  droppedPinText,
  stepEffect,
  stepReasons,
  stepText,
  unsolvedText,
  urgencyText,
} from '../../core/report/planText';
import { printable } from '../../core/report/printable';
import { explanationMarkdown } from '../explanationMarkdown';
import { explainComponent } from '../explanations';
import { planContexts } from '../ids';
import { baseName } from '../snapshotIndex';
import { translate } from '../text';
import { row } from '../tree/row';
import { stateIcon } from '../tree/stateIcon';
import { asSentence, ownerCount, stateSentence, stateWords } from '../wording';
import { checklistItem, checklistStepItem, checklistsItem } from './checklistItems';
import type {
  DroppedPinNode,
  PlanGroupNode,
  PlanNode,
  PlannedComponentNode,
  PlanRepositoryNode,
  RuledOutNode,
  StepNode,
  UnsolvedNode,
} from './planNode';

/** How a row is drawn, without its tooltip. What an icon says stands in words, too. */
export function planItem(node: PlanNode): vscode.TreeItem {
  const item = drawn(node);
  item.id = node.id;
  return item;
}

/** What is said when a row is pointed at. */
export function planTooltip(node: PlanNode): vscode.MarkdownString | undefined {
  const { index } = node.planned;
  const { people } = index.snapshot;
  switch (node.kind) {
    case 'component':
      return explanationMarkdown(explainComponent(node.component, index));
    case 'unsolved':
      return explanationMarkdown(explainComponent(node.unsolved.component, index));
    case 'step':
      return explanationMarkdown({
        sentence: stepText(node.step, index.labelOf(node.step.component), people, translate),
        facts: [...stepReasons(node.step, people, translate), stepEffect(node.step, translate)],
      });
    default:
      return undefined;
  }
}

function drawn(node: PlanNode): vscode.TreeItem {
  switch (node.kind) {
    case 'repository':
      return repositoryItem(node);
    case 'component':
      return componentItem(node);
    case 'step':
      return stepItem(node);
    case 'fact':
      return row(node.text, new vscode.ThemeIcon(node.icon));
    case 'group':
      return groupItem(node);
    case 'unsolved':
      return unsolvedItem(node);
    case 'ruledOut':
      return ruledOutItem(node);
    case 'droppedPin':
      return droppedPinItem(node);
    case 'checklists':
      return checklistsItem(node);
    case 'checklist':
      return checklistItem(node);
    case 'checklistStep':
      return checklistStepItem(node);
  }
}

function repositoryItem({ planned }: PlanRepositoryNode): vscode.TreeItem {
  const { folder } = planned.repository;
  const item = new vscode.TreeItem(baseName(folder.uri.path), vscode.TreeItemCollapsibleState.Expanded);
  item.iconPath = new vscode.ThemeIcon('repo');
  return item;
}

function componentItem({ component, steps, planned }: PlannedComponentNode): vscode.TreeItem {
  const { people } = planned.index.snapshot;
  const label = planned.index.labelOf(component);
  const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.Expanded);
  const urgency = urgencyText(component, translate);
  item.description = [stateWords(component.state, ownerCount(component), translate), urgency].join(' · ');
  item.iconPath = stateIcon(component.state, planned.index.isSinglePoint(component));
  item.contextValue = planContexts.component;
  const texts = steps.map(step => asSentence(stepText(step, label, people, translate), translate));
  const state = stateSentence(label, component.state, ownerCount(component), translate);
  item.accessibilityInformation = { label: [state, asSentence(urgency, translate), ...texts].join(' ') };
  return item;
}

function stepItem({ step, planned }: StepNode): vscode.TreeItem {
  const { index } = planned;
  const { people } = index.snapshot;
  const name = personName(step.person, people, translate);
  const item = new vscode.TreeItem(name, vscode.TreeItemCollapsibleState.Collapsed);
  item.iconPath = new vscode.ThemeIcon(step.isPinned ? 'pinned' : 'person-add');
  const [reason = ''] = stepReasons({ ...step, isPinned: false }, people, translate);
  item.description = step.isPinned ? [vscode.l10n.t('pinned'), reason].join(' · ') : reason;
  item.contextValue = step.isPinned ? planContexts.pinned : planContexts.step;
  item.accessibilityInformation = {
    label: [stepText(step, index.labelOf(step.component), people, translate), ...stepReasons(step, people, translate)]
      .map(text => asSentence(text, translate))
      .join(' '),
  };
  return item;
}

function groupItem({ group, count }: PlanGroupNode): vscode.TreeItem {
  const [label, icon] = groupWords(group);
  const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.Collapsed);
  item.iconPath = new vscode.ThemeIcon(icon);
  item.description = wholeNumber(count, translate);
  return item;
}

function groupWords(group: PlanGroupNode['group']): readonly [label: string, icon: string] {
  switch (group) {
    case 'unsolved':
      return [vscode.l10n.t('What stays a single point'), 'warning'];
    case 'ruledOut':
      return [vscode.l10n.t('Ruled out'), 'circle-slash'];
    case 'droppedPins':
      return [vscode.l10n.t('Pins that do not stay'), 'info'];
  }
}

function unsolvedItem({ unsolved, planned }: UnsolvedNode): vscode.TreeItem {
  const { component } = unsolved;
  const label = planned.index.labelOf(component);
  const item = row(label, stateIcon(component.state, planned.index.isSinglePoint(component)));
  const why = unsolvedText(unsolved, planned.index.snapshot.people, translate);
  item.description = why;
  item.contextValue = planContexts.component;
  const state = stateSentence(label, component.state, ownerCount(component), translate);
  item.accessibilityInformation = { label: `${state} ${asSentence(why, translate)}` };
  return item;
}

function ruledOutItem({ pairing, planned }: RuledOutNode): vscode.TreeItem {
  const { index } = planned;
  const component = index.component(pairing.component);
  const label = component === undefined ? printable(pairing.component) : index.labelOf(component);
  const person = personName(pairing.person, index.snapshot.people, translate);
  const item = row(vscode.l10n.t('{component} without {person}', { component: label, person }), noIcon);
  item.contextValue = planContexts.ruledOut;
  return item;
}

const noIcon = new vscode.ThemeIcon('circle-slash');

function droppedPinItem({ dropped, planned }: DroppedPinNode): vscode.TreeItem {
  const item = row(droppedPinText(dropped, planned.index.snapshot.people, translate), new vscode.ThemeIcon('info'));
  item.contextValue = planContexts.ruledOut;
  return item;
}
