import * as vscode from 'vscode';
import { wholeNumber } from '../../core/report/numbers';
import { planMarkdown } from '../../core/report/planMarkdown';
import { capitalised } from '../../core/report/sentence';
import { riskText } from '../../core/report/states';
import type { PlanChoice } from '../../core/spread/planChoice';
import { plannedRisks } from '../../core/spread/planOptions';
import { views } from '../ids';
import type { PlanNode } from '../plan/planNode';
import type { PlannedRepository } from '../plan/plans';
import type { RepositoryState } from '../repositoryState';
import { translate } from '../text';
import type { Session } from './command';
import { pickOther } from './pickOther';
import { pickAnalysed } from './pickRepository';

/** Asks what is to be planned, and shows it. */
export async function planSpreading(session: Session, argument: unknown): Promise<void> {
  const title = vscode.l10n.t('Plan Spreading');
  const repository = await repositoryOfPlan(session, argument, title);
  if (repository === undefined) return;
  const { key } = repository.folder;
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
export async function repositoryOfPlan(
  { snapshots }: Pick<Session, 'snapshots'>,
  argument: unknown,
  title: string,
): Promise<RepositoryState | undefined> {
  return isPlanNode(argument) ? argument.planned.repository : pickAnalysed(snapshots, title);
}

/** The same with what is planned for it. */
export async function plannedRepository(
  session: Pick<Session, 'snapshots' | 'plans'>,
  argument: unknown,
  title: string,
): Promise<PlannedRepository | undefined> {
  const repository = await repositoryOfPlan(session, argument, title);
  return repository && session.plans.of(repository.folder.key);
}

export function isPlanNode(argument: unknown): argument is PlanNode {
  return typeof argument === 'object' && argument !== null && 'planned' in argument;
}

async function pickRisk(choice: PlanChoice, title: string): Promise<PlanChoice['risk'] | undefined> {
  const items = plannedRisks.map(risk => ({ label: capitalised(riskText(risk, translate)), risk }));
  const placeHolder = vscode.l10n.t('End single points of this risk and higher ones');
  return (await pickOther({ items, isNow: ({ risk }) => risk === choice.risk, title, placeHolder }))?.risk;
}

const loads = [1, 2, 3, 4, 5];

async function pickMost(choice: PlanChoice, title: string): Promise<number | undefined> {
  const items = loads.map(most => ({ label: wholeNumber(most, translate), most }));
  const placeHolder = vscode.l10n.t('Components that one person takes over at most');
  return (await pickOther({ items, isNow: ({ most }) => most === choice.mostPerPerson, title, placeHolder }))?.most;
}
