import * as vscode from 'vscode';
import { actionsOn } from '../explanationMarkdown';
import { commands, diagnosticSource } from '../ids';
import type { Snapshots } from '../snapshots';
import { warningFor } from './fileWarning';

const codes = { sole: 'sole-owner', orphaned: 'orphaned' } as const;

/** One note in the Problems view for every open file that one person or nobody knows, with quick fixes. */
export function registerDiagnosticWarnings(snapshots: Snapshots): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection('single-points');
  const check = ({ uri }: vscode.TextDocument): void => {
    const diagnostic = diagnosticFor(uri, snapshots);
    if (diagnostic !== undefined) collection.set(uri, [diagnostic]);
    else collection.delete(uri);
  };
  const checkAll = (): void => vscode.workspace.textDocuments.forEach(check);
  checkAll();
  const quickFixes: vscode.CodeActionProvider = {
    provideCodeActions(document, _range, { diagnostics }) {
      const warning = warningFor(document.uri, snapshots);
      const ours = diagnostics.filter(({ source }) => source === diagnosticSource);
      if (warning === undefined || ours.length === 0) return [];
      return actionsOn(warning.reference).map(({ label, command }) => {
        const action = new vscode.CodeAction(label, vscode.CodeActionKind.QuickFix);
        action.command = { title: label, command, arguments: [warning.reference] };
        action.diagnostics = ours;
        return action;
      });
    },
  };
  return vscode.Disposable.from(
    collection,
    snapshots.onDidChangeSnapshot(checkAll),
    vscode.workspace.onDidOpenTextDocument(check),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => collection.delete(uri)),
    vscode.languages.registerCodeActionsProvider({ scheme: 'file' }, quickFixes, {
      providedCodeActionKinds: [vscode.CodeActionKind.QuickFix],
    }),
  );
}

function diagnosticFor(uri: vscode.Uri, snapshots: Snapshots): vscode.Diagnostic | undefined {
  const warning = warningFor(uri, snapshots);
  const state = warning?.file.state;
  if (warning === undefined || (state !== 'sole' && state !== 'orphaned')) return undefined;
  const firstLine = new vscode.Range(0, 0, 0, Number.MAX_SAFE_INTEGER);
  const diagnostic = new vscode.Diagnostic(firstLine, `${warning.text}.`, vscode.DiagnosticSeverity.Information);
  diagnostic.source = diagnosticSource;
  const query = encodeURIComponent(JSON.stringify([warning.reference]));
  diagnostic.code = { value: codes[state], target: vscode.Uri.parse(`command:${commands.showReasons}?${query}`) };
  return diagnostic;
}
