import * as vscode from 'vscode';
import { allFindings } from '../../core/report/singlePoints';
import type { Session } from './command';

/** Puts the findings of all runbooks and alerts into the Problems view, and opens it. */
export async function checkRunbooks({ snapshots, runbookDiagnostics }: Session): Promise<void> {
  runbookDiagnostics.showWhole();
  const analysed = snapshots.states.flatMap(({ index }) => (index === null ? [] : [index.snapshot]));
  const findings = analysed.reduce((sum, snapshot) => sum + allFindings(snapshot).length, 0);
  if (findings > 0) {
    await vscode.commands.executeCommand('workbench.actions.view.problems');
    return;
  }
  const runbooks = analysed.reduce((sum, snapshot) => sum + snapshot.runbooks.length, 0);
  const message =
    analysed.length === 0
      ? vscode.l10n.t('No repository has been analysed yet.')
      : runbooks === 0
        ? vscode.l10n.t('No runbook was found. Generate Runbook Stub drafts one.')
        : vscode.l10n.t('Nothing was found in {runbooks} runbooks.', { runbooks });
  void vscode.window.showInformationMessage(message);
}
