import * as vscode from 'vscode';
import type { ChecklistRequest } from '../../analysis/protocol';
import { notificationText } from '../notificationText';
import type { PlanNode } from '../plan/planNode';
import type { RepositoryState } from '../repositoryState';
import { peopleToChoose } from '../simulatedPeople';
import { componentTarget, type Reference, targetOf } from '../target';
import { translate } from '../text';
import type { Session } from './command';
import { draftPage } from './draftRunbook';
import { pickAnalysed } from './pickRepository';
import { isPlanNode } from './planSpreading';

/**
 * Drafts the steps that end a single point: of the component a command was started on, else of what the person picks. Nothing
 * is written before they save it.
 */
export async function createOwnershipChecklist(session: Session, given: unknown): Promise<void> {
  const argument = isPlanNode(given) ? componentOf(given) : given;
  const title = vscode.l10n.t('Create Ownership Checklist');
  const kind =
    argument !== undefined && targetOf(argument, session.snapshots)?.component != null
      ? 'component'
      : await pickKind(title);
  if (kind === undefined) return;
  if (kind === 'component') {
    const target = await componentTarget(argument, session.snapshots, title);
    if (target === undefined) return;
    const { repository, component, index } = target;
    return draft(session, repository, { component: component.id }, index.labelOf(component));
  }
  const repository = await pickAnalysed(session.snapshots, title);
  if (repository === undefined) return;
  if (kind === 'handOver') return draft(session, repository, { handOver: true }, vscode.l10n.t('the shift on call'));
  const email = await pickPerson(repository, title);
  if (email !== undefined) await draft(session, repository, { leaving: email }, vscode.l10n.t('who leaves'));
}

/** The component of a row of the Spread plan view; undefined for a row of none. */
function componentOf(node: PlanNode): Reference | undefined {
  const repository = node.planned.repository.folder.key;
  switch (node.kind) {
    case 'component':
      return { repository, component: node.component.id, path: null };
    case 'unsolved':
      return { repository, component: node.unsolved.component.id, path: null };
    case 'checklist':
      return node.list.component === null ? undefined : { repository, component: node.list.component, path: null };
    default:
      return undefined;
  }
}

function draft(
  session: Session,
  repository: RepositoryState,
  of: ChecklistRequest['of'],
  subject: string,
): Promise<void> {
  const request: ChecklistRequest = { path: repository.folder.uri.fsPath, of, page: null };
  return draftPage(repository, signal => session.analysis().checklist(request, signal), subject);
}

async function pickKind(title: string): Promise<'component' | 'leaving' | 'handOver' | undefined> {
  const items = [
    {
      label: vscode.l10n.t('Spread ownership'),
      detail: vscode.l10n.t('A second person for a component, in nine steps.'),
      list: 'component' as const,
    },
    {
      label: vscode.l10n.t('Leaving or long absence'),
      detail: vscode.l10n.t('What rests on one person is handed over before.'),
      list: 'leaving' as const,
    },
    {
      label: vscode.l10n.t('On-call hand-over'),
      detail: vscode.l10n.t('Alerts without a runbook, runbooks changed lately, risky components.'),
      list: 'handOver' as const,
    },
  ];
  return (await vscode.window.showQuickPick(items, { title, placeHolder: vscode.l10n.t('Kind of checklist') }))?.list;
}

async function pickPerson({ index }: RepositoryState, title: string): Promise<string | undefined> {
  const snapshot = index?.snapshot;
  if (snapshot === undefined) return undefined;
  if (!snapshot.policy.whatIf) {
    const text = vscode.l10n.t('The settings file of this repository does not allow it (policy: whatIf).');
    void vscode.window.showInformationMessage(notificationText(text));
    return undefined;
  }
  const items = peopleToChoose(snapshot, translate).map(({ name, email }) => ({ label: name, email }));
  return (await vscode.window.showQuickPick(items, { title, placeHolder: vscode.l10n.t('Who leaves, or is away?') }))
    ?.email;
}
