import * as vscode from 'vscode';
import { codeownersSentence, noLoginText } from '../../core/report/codeownersText';
import type { CodeownersDraft } from '../../core/scaffold/codeowners/draftCodeowners';
import type { LineChange } from '../../core/scaffold/codeowners/placeLines';
import { abortOn } from '../cancellation';
import { notificationText } from '../notificationText';
import type { RepositoryState } from '../repositoryState';
import { uriOf } from '../snapshots';
import { translate } from '../text';
import type { Session } from './command';
import { repositoryOfPlan } from './planSpreading';
import { showUnsavedFile } from './unsavedFile';

/**
 * Proposes lines of CODEOWNERS with an owner and a backup. VS Code's refactor preview holds the changes until the person
 * applies them; a file that is not there yet is unsaved. Addresses are only written when the person asks for them.
 */
export async function suggestCodeowners(session: Session, argument: unknown): Promise<void> {
  const title = vscode.l10n.t('Suggest CODEOWNERS');
  const repository = await repositoryOfPlan(session, argument, title);
  if (repository === undefined) return;
  const draft = await draftOf(session, repository, false);
  if (draft === undefined) return;
  await propose(repository, draft);
  const unwritten = noLoginText(draft, translate);
  if (unwritten === null && draft.changes.length > 0) return;
  const withAddresses = vscode.l10n.t('Write Addresses Instead');
  const text = [codeownersSentence(draft, translate), unwritten].filter(part => part !== null).join(' ');
  const actions = unwritten === null ? [] : [withAddresses];
  if ((await vscode.window.showInformationMessage(notificationText(text), ...actions)) !== withAddresses) return;
  const other = await draftOf(session, repository, true);
  if (other !== undefined) await propose(repository, other);
}

async function draftOf(
  { analysis, planChoices }: Session,
  { folder }: RepositoryState,
  withAddresses: boolean,
): Promise<CodeownersDraft | undefined> {
  const title = notificationText(vscode.l10n.t('Comparing CODEOWNERS with who knows what…'));
  return vscode.window.withProgress({ location: vscode.ProgressLocation.Window, title }, async (_progress, token) => {
    const request = { path: folder.uri.fsPath, choice: planChoices.of(folder.key), withAddresses };
    return analysis().codeowners(request, abortOn(token));
  });
}

async function propose(repository: RepositoryState, draft: CodeownersDraft): Promise<void> {
  if (draft.changes.length === 0) return;
  const place = uriOf(repository, draft.path);
  if (!draft.exists) {
    await showUnsavedFile(place, draft.after);
    return;
  }
  const document = await vscode.workspace.openTextDocument(place);
  if (document.getText() !== draft.before) {
    throw new Error(vscode.l10n.t('{path} has changed meanwhile. Save it, and try again.', { path: draft.path }));
  }
  const edit = new vscode.WorkspaceEdit();
  for (const change of draft.changes) replaceLines(edit, document, change);
  await vscode.workspace.applyEdit(edit);
}

function replaceLines(edit: vscode.WorkspaceEdit, document: vscode.TextDocument, change: LineChange): void {
  const { line, before, after } = change;
  const text = after.join('\n');
  const label = vscode.l10n.t('Name an owner and a backup');
  const metadata = { label, description: after[0] ?? '', needsConfirmation: true };
  if (before !== null) {
    edit.replace(document.uri, document.lineAt(line - 1).range, text, metadata);
  } else if (line < document.lineCount) {
    edit.insert(document.uri, new vscode.Position(line, 0), `${text}\n`, metadata);
  } else {
    edit.insert(document.uri, document.lineAt(document.lineCount - 1).range.end, `\n${text}`, metadata);
  }
}
