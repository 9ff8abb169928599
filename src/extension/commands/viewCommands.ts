import * as vscode from 'vscode';
import { views } from '../ids';
import { componentTarget } from '../target';
import type { Grouping } from '../tree/node';
import type { Session } from './command';
import { pickOther } from './pickOther';

/** Picks what the first level of the view is. */
export async function groupBy({ view, snapshots }: Session): Promise<void> {
  const all: readonly (vscode.QuickPickItem & { readonly grouping: Grouping })[] = [
    { label: vscode.l10n.t('Component'), detail: vscode.l10n.t('Riskiest first'), grouping: 'component' },
    { label: vscode.l10n.t('Folder'), detail: vscode.l10n.t('As the files lie'), grouping: 'folder' },
    { label: vscode.l10n.t('Person'), detail: vscode.l10n.t('What each one knows, by name'), grouping: 'person' },
    { label: vscode.l10n.t('Runbook'), detail: vscode.l10n.t('And what has none'), grouping: 'runbook' },
  ];
  const mayListPeople = snapshots.states.some(({ index }) => index?.snapshot.policy.people === true);
  const items = all.filter(({ grouping }) => grouping !== 'person' || mayListPeople);
  const title = vscode.l10n.t('Group By');
  const picked = await pickOther({ items, isNow: ({ grouping }) => grouping === view.grouping, title });
  if (picked === undefined) return;
  view.setGrouping(picked.grouping);
  await vscode.commands.executeCommand(`${views.ownership}.focus`);
}

/** Asks for the text to filter by. */
export async function filterView({ view }: Session): Promise<void> {
  const text = await vscode.window.showInputBox({
    title: vscode.l10n.t('Filter'),
    prompt: vscode.l10n.t('Shows components, files, runbooks and people with this text in their name or path.'),
    value: view.filter,
  });
  if (text === undefined) return;
  await view.setFilter(text);
  await vscode.commands.executeCommand(`${views.ownership}.focus`);
}

/** Shows a file or component where the view has it. */
export async function revealInView({ view, snapshots }: Session, argument: unknown): Promise<void> {
  const target = await componentTarget(argument, snapshots, vscode.l10n.t('Reveal in Ownership View'));
  if (target !== undefined) await view.reveal(target.repository, target.component.id, target.file?.path ?? null);
}

/** Analyses everything anew; only what is new since the last time is read. */
export async function refresh({ analyses }: Session): Promise<void> {
  if (vscode.workspace.isTrusted) analyses.requestAll();
  else await vscode.commands.executeCommand('workbench.trust.manage');
}
