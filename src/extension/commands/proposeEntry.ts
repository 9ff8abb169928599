import * as vscode from 'vscode';
import type { RepositoryState } from '../repositoryState';
import { fileWithEntry, insertEntry } from '../settingsList';
import { findSettingsFile, settingsFilePlace } from './settingsFile';
import { showUnsavedFile } from './unsavedFile';

/**
 * Proposes an entry in a list of the settings file, as `accepted`. VS Code's refactor preview holds the change until the
 * person applies it; a file that is not there yet is unsaved.
 *
 * @param label what the change is, for the preview
 */
export async function proposeEntry(
  repository: RepositoryState,
  list: string,
  entry: readonly string[],
  label: string,
): Promise<void> {
  const file = await findSettingsFile(repository);
  if (file === null) {
    await showUnsavedFile(settingsFilePlace(repository), fileWithEntry(list, entry));
    return;
  }
  const document = await vscode.workspace.openTextDocument(file);
  const insertion = insertEntry(document.getText(), list, entry);
  if (insertion === null) {
    await vscode.window.showTextDocument(document);
    throw new Error(
      vscode.l10n.t('The list "{list}" is not written as one entry a line. Add the entry by hand.', { list }),
    );
  }
  const edit = new vscode.WorkspaceEdit();
  const position = document.validatePosition(new vscode.Position(insertion.line, 0));
  edit.insert(file, position, insertion.text, { label, needsConfirmation: true });
  await vscode.workspace.applyEdit(edit);
}
