import * as vscode from 'vscode';

/** A note behind a line, as VS Code's own blame decoration looks. */
export function noteType(): vscode.TextEditorDecorationType {
  return vscode.window.createTextEditorDecorationType({
    after: { color: new vscode.ThemeColor('editorCodeLens.foreground'), fontStyle: 'italic', margin: '0 0 0 3em' },
    rangeBehavior: vscode.DecorationRangeBehavior.OpenOpen,
  });
}
