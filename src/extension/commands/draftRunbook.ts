import * as vscode from 'vscode';
import type { StubDraft, StubRequest } from '../../analysis/protocol';
import { isMarkedPage, regeneration } from '../../core/scaffold/regenerate';
import { abortOn } from '../cancellation';
import { exists } from '../exists';
import { notificationText } from '../notificationText';
import type { RepositoryState } from '../repositoryState';
import { uriOf } from '../snapshots';
import type { Session } from './command';

/** Drafts a runbook; see {@link draftPage}. */
export function draftRunbook(
  { analysis }: Session,
  repository: RepositoryState,
  request: StubRequest,
  subject: string,
): Promise<void> {
  return draftPage(repository, signal => analysis().stub(request, signal), subject);
}

/**
 * Drafts a page and shows it as an unsaved document with its preview; of one that was drafted before, what would change.
 * Nothing is written: saving or applying it is up to the person.
 *
 * @param subject what it is for, as people call it
 */
export async function draftPage(
  repository: RepositoryState,
  ask: (signal: AbortSignal) => Promise<StubDraft>,
  subject: string,
): Promise<void> {
  const draft = await draftStub(ask, subject);
  if (draft === undefined) return;
  const place = uriOf(repository, draft.path);
  if (!(await exists(place))) return showDraft(place, draft);
  const page = await vscode.workspace.openTextDocument(place);
  return isMarkedPage(page.getText()) ? proposeChanges(page, draft) : showBeside(place, draft);
}

/**
 * The page was drafted before: what lies between its markers is proposed anew, a passage at a time, in VS Code's refactor
 * preview. Nothing changes before the person applies it.
 */
async function proposeChanges(page: vscode.TextDocument, { path, sections }: StubDraft): Promise<void> {
  const { changes, left } = regeneration(page.getText(), sections);
  const alone =
    left.length === 0
      ? ''
      : vscode.l10n.t('Left alone, without whole markers: {sections}.', { sections: left.join(', ') });
  if (changes.length === 0) {
    await vscode.window.showTextDocument(page);
    const same = vscode.l10n.t('{path} says what the repository says.', { path });
    void vscode.window.showInformationMessage(notificationText(`${same} ${alone}`.trim()));
    return;
  }
  const edit = new vscode.WorkspaceEdit();
  for (const { start, end, text, title } of changes) {
    const range = new vscode.Range(page.positionAt(start), page.positionAt(end));
    edit.replace(page.uri, range, text, { label: title, needsConfirmation: true });
  }
  if (alone !== '') void vscode.window.showInformationMessage(notificationText(alone));
  await vscode.workspace.applyEdit(edit);
}

/** Undefined when the person cancels. */
async function draftStub(
  ask: (signal: AbortSignal) => Promise<StubDraft>,
  subject: string,
): Promise<StubDraft | undefined> {
  const title = vscode.l10n.t('Collecting what the repository says about {component}…', { component: subject });
  return vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title: notificationText(title), cancellable: true },
    async (_progress, token) => {
      try {
        return await ask(abortOn(token));
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
