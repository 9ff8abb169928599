import * as vscode from 'vscode';
import { hoverMarkdown } from '../explanationMarkdown';
import type { Snapshots } from '../snapshots';
import { warningFor } from './fileWarning';

/** One quiet note after the first line, as VS Code's own blame decoration looks. */
export function registerDecorationWarnings(snapshots: Snapshots): vscode.Disposable {
  const type = vscode.window.createTextEditorDecorationType({
    after: { color: new vscode.ThemeColor('editorCodeLens.foreground'), fontStyle: 'italic', margin: '0 0 0 3em' },
    rangeBehavior: vscode.DecorationRangeBehavior.OpenOpen,
  });
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
    snapshots.onDidChangeSnapshot(drawAll),
    vscode.window.onDidChangeVisibleTextEditors(editors => editors.forEach(draw)),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      // The editor moves the note along with the text it stood behind.
      if (!contentChanges.some(({ range }) => range.start.line === 0)) return;
      for (const editor of vscode.window.visibleTextEditors) if (editor.document === document) draw(editor);
    }),
  );
}
