import * as vscode from 'vscode';

/** Shows a file that is not there yet with a text; nothing is written until the person saves it. */
export async function showUnsavedFile(place: vscode.Uri, text: string): Promise<void> {
  const unsaved = place.with({ scheme: 'untitled' });
  const document = await vscode.workspace.openTextDocument(unsaved);
  const edit = new vscode.WorkspaceEdit();
  const all = new vscode.Range(new vscode.Position(0, 0), document.positionAt(document.getText().length));
  edit.replace(unsaved, all, text);
  await vscode.workspace.applyEdit(edit);
  await vscode.window.showTextDocument(document, { preview: false });
}
