import * as vscode from 'vscode';
import { sentence } from '../../core/report/sentence';
import { actionsOn } from '../explanationMarkdown';
import { commands, diagnosticSource } from '../ids';
import type { Snapshots } from '../snapshots';
import type { Reference } from '../target';
import { translate } from '../text';
import { type BlockWarning, blockWarningsFor } from './blockWarning';
import { type FileWarning, warningFor } from './fileWarning';

const codes = { sole: 'sole-owner', orphaned: 'orphaned', block: 'orphaned-block' } as const;

/**
 * One note in the Problems view for every open file that one person or nobody knows, and for every block whose only
 * author left, with quick fixes.
 */
export function registerDiagnosticWarnings(snapshots: Snapshots): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection('single-points');
  const check = (document: vscode.TextDocument): void => {
    const warning = warningFor(document.uri, snapshots);
    const atTop = warning === undefined ? [] : fileDiagnostics(warning);
    collection.set(document.uri, [...atTop, ...blockWarningsFor(document, snapshots).map(blockDiagnostic)]);
  };
  const checkAll = (): void => vscode.workspace.textDocuments.forEach(check);
  checkAll();
  const quickFixes: vscode.CodeActionProvider = {
    provideCodeActions(document, _range, { diagnostics }) {
      const ours = diagnostics.filter(({ source }) => source === diagnosticSource);
      const { reference } = warningFor(document.uri, snapshots) ?? blockWarningsFor(document, snapshots)[0] ?? {};
      if (reference === undefined || ours.length === 0) return [];
      return actionsOn(reference).map(({ label, command }) => {
        const action = new vscode.CodeAction(label, vscode.CodeActionKind.QuickFix);
        action.command = { title: label, command, arguments: [reference] };
        action.diagnostics = ours;
        return action;
      });
    },
  };
  return vscode.Disposable.from(
    collection,
    snapshots.onDidChangeSnapshot(checkAll),
    vscode.workspace.onDidOpenTextDocument(check),
    // Blocks go while a document is edited, and come back when it is as it was.
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      if ((snapshots.file(document.uri)?.file.orphanedBlocks.length ?? 0) > 0) check(document);
    }),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => collection.delete(uri)),
    vscode.languages.registerCodeActionsProvider({ scheme: 'file' }, quickFixes, {
      providedCodeActionKinds: [vscode.CodeActionKind.QuickFix],
    }),
  );
}

function fileDiagnostics({ file: { state }, text, reference }: FileWarning): vscode.Diagnostic[] {
  if (state !== 'sole' && state !== 'orphaned') return [];
  return [diagnosticOf(new vscode.Range(0, 0, 0, Number.MAX_SAFE_INTEGER), text, codes[state], reference)];
}

function blockDiagnostic({ range, text, reference }: BlockWarning): vscode.Diagnostic {
  return diagnosticOf(range, text, codes.block, reference);
}

function diagnosticOf(range: vscode.Range, text: string, code: string, reference: Reference): vscode.Diagnostic {
  const diagnostic = new vscode.Diagnostic(range, sentence(text, translate), vscode.DiagnosticSeverity.Information);
  diagnostic.source = diagnosticSource;
  const query = encodeURIComponent(JSON.stringify([reference]));
  diagnostic.code = { value: code, target: vscode.Uri.parse(`command:${commands.showReasons}?${query}`) };
  return diagnostic;
}
