import * as vscode from 'vscode';
import { personName } from '../../core/report/names';
import { reasonText } from '../../core/report/reasons';
import { commands } from '../ids';
import { notificationText } from '../notificationText';
import { asShown, componentTarget, referenceTo } from '../target';
import { translate } from '../text';
import { stateSentence } from '../wording';
import type { Session } from './command';

/** Who is best placed to become the second owner of a component, and why. */
export async function suggestBackup({ snapshots, simulations }: Session, argument: unknown): Promise<void> {
  const title = vscode.l10n.t('Suggest Backup');
  const target = await componentTarget(argument, snapshots, title);
  if (target === undefined) return;
  const { component, index } = asShown(target, simulations);
  const { people } = index.snapshot;
  const state = stateSentence(index.labelOf(component), component.state, component.owners.length, translate);
  if (component.backup === null) {
    const none = vscode.l10n.t('Nobody active has worked on it or beside it, so there is no backup to suggest.');
    void vscode.window.showInformationMessage(notificationText(`${state} ${none}`));
    return;
  }
  const stub = { label: `$(book) ${vscode.l10n.t('Generate Runbook Stub')}`, command: commands.generateRunbookStub };
  const reveal = { label: `$(list-tree) ${vscode.l10n.t('Reveal in Ownership View')}`, command: commands.revealInView };
  const items: (vscode.QuickPickItem & { command?: string })[] = [
    { label: `$(person-add) ${personName(component.backup.person, people, translate)}` },
    ...component.backup.reasons.map(reason => ({ label: `$(info) ${reasonText(reason, people, translate)}` })),
    { label: vscode.l10n.t('What to do'), kind: vscode.QuickPickItemKind.Separator },
    stub,
    reveal,
  ];
  const picked = await vscode.window.showQuickPick(items, { title, placeHolder: state });
  if (picked?.command !== undefined) await vscode.commands.executeCommand(picked.command, referenceTo(target));
}
