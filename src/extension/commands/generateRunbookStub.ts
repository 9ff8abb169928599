import * as vscode from 'vscode';
import type { ComponentStubRequest } from '../../analysis/protocol';
import { type ComponentTarget, componentTarget } from '../target';
import type { Session } from './command';
import { draftRunbook } from './draftRunbook';

/** Drafts a runbook or a note on the architecture of a component, as the person picks. */
export async function generateRunbookStub(session: Session, argument: unknown): Promise<void> {
  const title = vscode.l10n.t('Generate Runbook Stub');
  const target = await componentTarget(argument, session.snapshots, title);
  if (target === undefined) return;
  const type = await pickType(target, title);
  if (type === undefined) return;
  const { repository, index, component } = target;
  const path = repository.folder.uri.fsPath;
  await draftRunbook(
    session,
    repository,
    { path, component: component.id, type, page: null },
    index.labelOf(component),
  );
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
  const playbook = {
    label: vscode.l10n.t('Playbook'),
    detail: vscode.l10n.t('What to do while it is down: who is told, what is looked at, what helps.'),
    type: 'playbook' as const,
  };
  const architecture = {
    label: vscode.l10n.t('Architecture note'),
    detail: vscode.l10n.t('How it is built and what is around it, with a picture.'),
    type: 'architecture' as const,
  };
  const first = component.kind === 'operations' ? [procedure, service] : [service, procedure];
  const items = [...first, playbook, architecture];
  const picked = await vscode.window.showQuickPick(items, {
    title,
    placeHolder: vscode.l10n.t('Kind of runbook for {component}', { component: index.labelOf(component) }),
  });
  return picked?.type;
}
