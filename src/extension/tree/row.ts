import * as vscode from 'vscode';

/** A row without rows below it. */
export function row(label: string, icon: vscode.ThemeIcon): vscode.TreeItem {
  const item = new vscode.TreeItem(label);
  item.iconPath = icon;
  return item;
}

/** Opens a file, at a place in it where one is given. */
export function openCommand(uri: vscode.Uri, selection?: vscode.Range): vscode.Command {
  const at = selection === undefined ? [] : [{ selection } satisfies vscode.TextDocumentShowOptions];
  return { command: 'vscode.open', title: vscode.l10n.t('Open'), arguments: [uri, ...at] };
}
