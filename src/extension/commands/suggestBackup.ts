import * as vscode from 'vscode';
import type { Backup } from '../../core/model';
import { personName } from '../../core/report/names';
import { reasonText } from '../../core/report/reasons';
import { sentences } from '../../core/report/sentence';
import { type Command, commands } from '../ids';
import { notificationText } from '../notificationText';
import { asShown, componentTarget, referenceTo, type Target, targetOf } from '../target';
import { translate } from '../text';
import { ownerCount, stateSentence } from '../wording';
import type { Session } from './command';

interface BackupItem extends vscode.QuickPickItem {
  readonly command?: Command;
}

/** Who is best placed to become the second owner of a file and of its component, the next choices too, and why. */
export async function suggestBackup({ snapshots, simulations }: Session, argument: unknown): Promise<void> {
  const title = vscode.l10n.t('Suggest Backup');
  const target = targetOf(argument, snapshots) ?? (await componentTarget(argument, snapshots, title));
  if (target === undefined) return;
  const shown = asShown(target, simulations);
  const choices = choiceItems(shown);
  const state = stateOf(shown);
  if (choices.length === 0) {
    const none = vscode.l10n.t('Nobody active has worked on it or beside it, so there is no backup to suggest.');
    void vscode.window.showInformationMessage(notificationText(`${state} ${none}`));
    return;
  }
  const picked = await vscode.window.showQuickPick([...choices, ...actionItems(target)], {
    title,
    placeHolder: state,
    matchOnDetail: true,
  });
  if (picked?.command !== undefined) await vscode.commands.executeCommand(picked.command, referenceTo(target));
}

/** What stands above the choices: the state of the file, where they are for one. */
function stateOf({ file, component, index }: Target): string {
  if (file !== null) return stateSentence(file.path, file.state, ownerCount(file), translate);
  return component === null
    ? ''
    : stateSentence(index.labelOf(component), component.state, ownerCount(component), translate);
}

function choiceItems({ file, component, index }: Target): readonly BackupItem[] {
  const { people } = index.snapshot;
  const itemOf = ({ person, reasons }: Backup): BackupItem => ({
    label: `$(person-add) ${personName(person, people, translate)}`,
    detail: sentences(
      reasons.map(reason => reasonText(reason, people, translate)),
      translate,
    ),
  });
  const part = (label: string, choices: readonly Backup[]): readonly BackupItem[] =>
    choices.length === 0 ? [] : [separator(label), ...choices.map(itemOf)];
  const ofComponent = component?.backup == null ? [] : [component.backup, ...component.alternatives];
  return [
    ...part(vscode.l10n.t('File'), file === null ? [] : index.backupsOf(file)),
    ...part(vscode.l10n.t('Component'), ofComponent),
  ];
}

/** A stub and a row of the view are of components. */
function actionItems({ component }: Target): readonly BackupItem[] {
  if (component === null) return [];
  return [
    separator(vscode.l10n.t('What to do')),
    { label: `$(book) ${vscode.l10n.t('Generate Runbook Stub')}`, command: commands.generateRunbookStub },
    { label: `$(list-tree) ${vscode.l10n.t('Reveal in Ownership View')}`, command: commands.revealInView },
  ];
}

function separator(label: string): BackupItem {
  return { label, kind: vscode.QuickPickItemKind.Separator };
}
