import * as vscode from 'vscode';
import { planMarkdown } from '../../core/report/planMarkdown';
import { riskText } from '../../core/report/states';
import type { PlanChoice } from '../../core/spread/planChoice';
import { plannedRisks } from '../../core/spread/planOptions';
import { views } from '../ids';
import type { PlanNode } from '../plan/planNode';
import type { PlannedRepository } from '../plan/plans';
import { translate } from '../text';
import { asSentence } from '../wording';
import type { Session } from './command';

/** Asks what is to be planned, and shows it. */
export async function planSpreading(session: Session, argument: unknown): Promise<void> {
  const title = vscode.l10n.t('Plan Spreading');
  const planned = await plannedRepository(session, argument, title);
  if (planned === undefined) return;
  const { key } = planned.repository.folder;
  const choice = session.planChoices.of(key);
  const risk = await pickRisk(choice, title);
  if (risk === undefined) return;
  const mostPerPerson = await pickMost(choice, title);
  if (mostPerPerson === undefined) return;
  await session.planChoices.set(key, { ...choice, risk, mostPerPerson });
  await vscode.commands.executeCommand(`${views.spreadPlan}.focus`);
}

/** Opens the plan as an unsaved Markdown document. */
export async function exportPlan(session: Session, argument: unknown): Promise<void> {
  const planned = await plannedRepository(session, argument, vscode.l10n.t('Export Plan as Markdown'));
  if (planned === undefined) return;
  const content = planMarkdown(planned.plan, translate);
  const document = await vscode.workspace.openTextDocument({ language: 'markdown', content });
  await vscode.window.showTextDocument(document, { preview: false });
}

/** The repository of a row of the view; else the only one, or the one that the person picks. */
export async function plannedRepository(
  { plans }: Pick<Session, 'plans'>,
  argument: unknown,
  title: string,
): Promise<PlannedRepository | undefined> {
  if (isPlanNode(argument)) return plans.of(argument.planned.repository.folder.key);
  const all = await plans.all();
  if (all.length === 0)
    void vscode.window.showInformationMessage(vscode.l10n.t('No repository has been analysed yet.'));
  if (all.length < 2) return all[0];
  const items = all.map(planned => ({ label: planned.repository.folder.uri.fsPath, planned }));
  return (await vscode.window.showQuickPick(items, { title, placeHolder: vscode.l10n.t('Repository') }))?.planned;
}

export function isPlanNode(argument: unknown): argument is PlanNode {
  return typeof argument === 'object' && argument !== null && 'planned' in argument;
}

async function pickRisk(choice: PlanChoice, title: string): Promise<PlanChoice['risk'] | undefined> {
  const items = plannedRisks.map(risk => ({
    label: asSentence(riskText(risk, translate)).slice(0, -1),
    ...(risk === choice.risk ? { description: vscode.l10n.t('now') } : {}),
    risk,
  }));
  const placeHolder = vscode.l10n.t('End single points of this risk and higher ones');
  return (await vscode.window.showQuickPick(items, { title, placeHolder }))?.risk;
}

const loads = [1, 2, 3, 4, 5];

async function pickMost(choice: PlanChoice, title: string): Promise<number | undefined> {
  const items = loads.map(most => ({
    label: most.toLocaleString(),
    ...(most === choice.mostPerPerson ? { description: vscode.l10n.t('now') } : {}),
    most,
  }));
  const placeHolder = vscode.l10n.t('Components that one person takes over at most');
  return (await vscode.window.showQuickPick(items, { title, placeHolder }))?.most;
}
