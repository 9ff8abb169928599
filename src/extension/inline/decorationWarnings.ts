import * as vscode from 'vscode';
import { hoverMarkdown } from '../explanationMarkdown';
import type { Snapshots } from '../snapshots';
import { registerBlockDecorations } from './blockDecorations';
import { warningFor } from './fileWarning';
import { noteType } from './noteType';

/** One quiet note after the first line, and one at every block whose only author left. */
export function registerDecorationWarnings(snapshots: Snapshots): vscode.Disposable {
  const type = noteType();
  const draw = (editor: vscode.TextEditor): void => {
    const warning = warningFor(editor.document.uri, snapshots);
    if (warning === undefined) {
      editor.setDecorations(type, []);
      return;
    }
    const end = editor.document.lineAt(0).range.end;
    const hoverMessage = hoverMarkdown(warning.explain(), warning.reference);
    editor.setDecorations(type, [
      { range: new vscode.Range(end, end), hoverMessage, renderOptions: { after: { contentText: warning.text } } },
    ]);
  };
  const drawAll = (): void => vscode.window.visibleTextEditors.forEach(draw);
  drawAll();
  return vscode.Disposable.from(
    type,
    registerBlockDecorations(snapshots),
    snapshots.onDidChangeSnapshot(drawAll),
    vscode.window.onDidChangeVisibleTextEditors(editors => editors.forEach(draw)),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      // The editor moves the note along with the text it stood behind.
      if (!contentChanges.some(({ range }) => range.start.line === 0)) return;
      for (const editor of vscode.window.visibleTextEditors) if (editor.document === document) draw(editor);
    }),
  );
}
