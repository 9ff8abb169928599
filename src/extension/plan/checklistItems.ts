import * as vscode from 'vscode';
import type { StepState } from '../../core/progress';
import { wholeNumber } from '../../core/report/numbers';
import { printable } from '../../core/report/printable';
import { beforeAfterText, checklistSummary, stepNotes, stepStateText } from '../../core/report/progressText';
import { planContexts } from '../ids';
import { uriOf } from '../snapshots';
import { translate } from '../text';
import { asSentence } from '../wording';
import type { ChecklistNode, ChecklistStepNode, ChecklistsNode } from './planNode';

/** The row above all checklists says what became of the single points since the first. */
export function checklistsItem({ progress }: ChecklistsNode): vscode.TreeItem {
  const item = new vscode.TreeItem(vscode.l10n.t('Checklists'), vscode.TreeItemCollapsibleState.Expanded);
  item.iconPath = new vscode.ThemeIcon('checklist');
  item.description =
    progress.beforeAfter === null
      ? wholeNumber(progress.checklists.length, translate)
      : beforeAfterText(progress.beforeAfter, translate);
  return item;
}

export function checklistItem({ list }: ChecklistNode): vscode.TreeItem {
  const label = printable(list.label);
  const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.Collapsed);
  const isDrifting = list.drift.length > 0 || list.steps.some(({ drift }) => drift.length > 0);
  item.iconPath = new vscode.ThemeIcon(isDrifting ? 'warning' : 'tasklist');
  const drifting = isDrifting ? [vscode.l10n.t('says what is not so')] : [];
  item.description = [checklistSummary(list, translate), ...drifting].join(' · ');
  // Only a checklist of a component can be drafted again from its row.
  if (list.component !== null) item.contextValue = planContexts.checklist;
  item.accessibilityInformation = {
    label: [label, item.description].map(text => asSentence(text, translate)).join(' '),
  };
  return item;
}

const icons: Readonly<Record<StepState, string>> = {
  open: 'circle-outline',
  claimed: 'circle-filled',
  evidenced: 'pass',
  proven: 'verified-filled',
};

/** A step with its box; a click shows it in its page. */
export function checklistStepItem({ step, list, planned }: ChecklistStepNode): vscode.TreeItem {
  const notes = stepNotes(step, translate);
  const state = notes.length > 0 ? vscode.TreeItemCollapsibleState.Collapsed : vscode.TreeItemCollapsibleState.None;
  const item = new vscode.TreeItem(printable(step.title), state);
  item.iconPath = new vscode.ThemeIcon(step.drift.length > 0 ? 'warning' : icons[step.state]);
  const words = stepStateText(step.state, translate);
  const due = step.due === null || step.ticked ? [] : [vscode.l10n.t('due {date}', { date: step.due })];
  item.description = [words, printable(step.who), ...due].filter(part => part !== '').join(' · ');
  const { Checked, Unchecked } = vscode.TreeItemCheckboxState;
  const label = [step.title, item.description, ...notes].map(text => asSentence(printable(text), translate)).join(' ');
  item.checkboxState = { state: step.ticked ? Checked : Unchecked, accessibilityInformation: { label } };
  item.accessibilityInformation = { label };
  const selection = new vscode.Range(step.line - 1, 0, step.line - 1, 0);
  item.command = {
    command: 'vscode.open',
    title: vscode.l10n.t('Open'),
    arguments: [uriOf(planned.repository, list.path), { selection, preserveFocus: true }],
  };
  return item;
}
