import * as vscode from 'vscode';
import type { ComponentStubRequest, StubDraft } from '../../analysis/protocol';
import { abortOn } from '../cancellation';
import { notificationText } from '../notificationText';
import { uriOf } from '../snapshots';
import { type ComponentTarget, componentTarget } from '../target';
import type { Session } from './command';

/**
 * Drafts a runbook for a component and shows it as an unsaved document with its preview. Nothing is written: saving it
 * at the place proposed is up to the person.
 */
export async function generateRunbookStub(session: Session, argument: unknown): Promise<void> {
  const title = vscode.l10n.t('Generate Runbook Stub');
  const target = await componentTarget(argument, session.snapshots, title);
  if (target === undefined) return;
  const type = await pickType(target, title);
  if (type === undefined) return;
  const draft = await draftStub(session, target, type);
  if (draft === undefined) return;
  const place = uriOf(target.repository, draft.path);
  if (await exists(place)) await showBeside(place, draft);
  else await showDraft(place, draft);
}

async function pickType(
  { component, index }: ComponentTarget,
  title: string,
): Promise<ComponentStubRequest['type'] | undefined> {
  const service = {
    label: vscode.l10n.t('Service runbook'),
    detail: vscode.l10n.t('What it is, how to run, watch and repair it, who to ask.'),
    type: 'service' as const,
  };
  const procedure = {
    label: vscode.l10n.t('Procedure'),
    detail: vscode.l10n.t('Steps to do one thing, with checks and a way back.'),
    type: 'procedure' as const,
  };
  const items = component.kind === 'operations' ? [procedure, service] : [service, procedure];
  const picked = await vscode.window.showQuickPick(items, {
    title,
    placeHolder: vscode.l10n.t('Kind of runbook for {component}', { component: index.labelOf(component) }),
  });
  return picked?.type;
}

async function draftStub(
  { analysis }: Session,
  { repository, index, component }: ComponentTarget,
  type: ComponentStubRequest['type'],
): Promise<StubDraft | undefined> {
  return vscode.window.withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      title: notificationText(
        vscode.l10n.t('Collecting what the repository says about {component}…', {
          component: index.labelOf(component),
        }),
      ),
      cancellable: true,
    },
    async (_progress, token) => {
      const path = repository.folder.uri.fsPath;
      const stub = analysis().stub({ path, component: component.id, type }, abortOn(token));
      try {
        return await stub;
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
