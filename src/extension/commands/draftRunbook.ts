import * as vscode from 'vscode';
import type { StubDraft, StubRequest } from '../../analysis/protocol';
import { abortOn } from '../cancellation';
import { notificationText } from '../notificationText';
import type { RepositoryState } from '../repositoryState';
import { uriOf } from '../snapshots';
import type { Session } from './command';

/**
 * Drafts a runbook and shows it as an unsaved document with its preview. Nothing is written: saving it at the place
 * proposed is up to the person.
 *
 * @param subject what it is for, as people call it
 */
export async function draftRunbook(
  session: Session,
  repository: RepositoryState,
  request: StubRequest,
  subject: string,
): Promise<void> {
  const draft = await draftStub(session, request, subject);
  if (draft === undefined) return;
  const place = uriOf(repository, draft.path);
  if (await exists(place)) await showBeside(place, draft);
  else await showDraft(place, draft);
}

/** Undefined when the person cancels. */
async function draftStub({ analysis }: Session, request: StubRequest, subject: string): Promise<StubDraft | undefined> {
  const title = vscode.l10n.t('Collecting what the repository says about {component}…', { component: subject });
  return vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title: notificationText(title), cancellable: true },
    async (_progress, token) => {
      try {
        return await analysis().stub(request, abortOn(token));
      } catch (error) {
        if (token.isCancellationRequested) return undefined;
        throw error;
      }
    },
  );
}

async function showDraft(place: vscode.Uri, { markdown }: StubDraft): Promise<void> {
  const document = await vscode.workspace.openTextDocument(place.with({ scheme: 'untitled' }));
  if (document.getText() === '') {
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(0, 0), markdown);
    await vscode.workspace.applyEdit(edit);
  }
  await vscode.window.showTextDocument(document, { preview: false });
  await vscode.commands.executeCommand('markdown.showPreviewToSide', document.uri);
}

/** There is a runbook already; the draft may still hold something it lacks. */
async function showBeside(place: vscode.Uri, { path, markdown }: StubDraft): Promise<void> {
  const open = vscode.l10n.t('Open It');
  const compare = vscode.l10n.t('Compare with the Draft');
  const choice = await vscode.window.showInformationMessage(
    notificationText(vscode.l10n.t('{path} exists already.', { path })),
    compare,
    open,
  );
  if (choice === open) {
    await vscode.window.showTextDocument(place);
  } else if (choice === compare) {
    const draft = await vscode.workspace.openTextDocument({ language: 'markdown', content: markdown });
    const title = vscode.l10n.t('{path} ↔ draft', { path });
    await vscode.commands.executeCommand('vscode.diff', place, draft.uri, title);
  }
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}
