import * as vscode from 'vscode';
import { commands } from '../ids';
import { notificationText } from '../notificationText';

/** Says what a link to a command of ours could not do, with the way to the log. */
export async function reportFailure(message: string): Promise<void> {
  const showLog = vscode.l10n.t('Show Log');
  if ((await vscode.window.showErrorMessage(notificationText(message), showLog)) === showLog) {
    await vscode.commands.executeCommand(commands.showLog);
  }
}
