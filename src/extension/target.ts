import * as vscode from 'vscode';
import type { Component, FileOwnership } from '../core/model';
import type { RepositoryState } from './repositoryState';
import type { Simulations } from './simulations';
import type { SnapshotIndex } from './snapshotIndex';
import type { Snapshots } from './snapshots';
import { translate } from './text';
import type { OwnershipNode } from './tree/node';
import { ownerCount, riskWords, stateWords } from './wording';

/** What a command is to work on, as links and rows hand it over. */
export interface Reference {
  readonly repository: string;
  readonly component: string | null;
  readonly path: string | null;
}

/** A {@link Reference} that was looked up. A file may belong to no component. */
export interface Target {
  readonly repository: RepositoryState;
  readonly index: SnapshotIndex;
  readonly component: Component | null;
  readonly file: FileOwnership | null;
}

export interface ComponentTarget extends Target {
  readonly component: Component;
}

/**
 * What a command was started on: a row of the view, a file of the Explorer or an editor, a link of ours, or without an
 * argument the file in front.
 */
export function targetOf(argument: unknown, snapshots: Snapshots): Target | undefined {
  const reference = referenceOf(argument, snapshots);
  const repository = reference && snapshots.state(reference.repository);
  const index = repository?.index;
  if (reference === undefined || repository === undefined || index == null) return undefined;
  const file = reference.path === null ? undefined : index.file(reference.path);
  const runbook = reference.path === null ? undefined : index.runbook(reference.path);
  const id = reference.component ?? runbook?.component ?? file?.component ?? null;
  const component = id === null ? undefined : index.component(id);
  if (file === undefined && component === undefined) return undefined;
  return { repository, index, component: component ?? null, file: file ?? null };
}

/** The repository of what a command was started on. */
export function repositoryOf(argument: unknown, snapshots: Snapshots): RepositoryState | undefined {
  const reference = referenceOf(argument, snapshots);
  return reference && snapshots.state(reference.repository);
}

/** The target's component; without one the person picks it. Undefined when the person leaves. */
export async function componentTarget(
  argument: unknown,
  snapshots: Snapshots,
  title: string,
): Promise<ComponentTarget | undefined> {
  const target = targetOf(argument, snapshots);
  if (target?.component != null) return { ...target, component: target.component };
  const several = snapshots.states.length > 1;
  const items = snapshots.states.flatMap(repository => {
    const { index } = repository;
    if (index === null) return [];
    return index.snapshot.components.map(component => ({
      label: index.labelOf(component),
      description: [
        stateWords(component.state, ownerCount(component), translate),
        riskWords(component.risk.level, translate),
      ]
        .filter(part => part !== null)
        .join(' · '),
      ...(several ? { detail: repository.folder.uri.fsPath } : {}),
      target: { repository, index, component, file: null },
    }));
  });
  if (items.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('No repository has been analysed yet.'));
    return undefined;
  }
  const picked = await vscode.window.showQuickPick(items, {
    title,
    placeHolder: vscode.l10n.t('Component'),
    matchOnDescription: true,
  });
  return picked?.target;
}

/** The target as it is shown: as it would be while someone is thought away. */
export function asShown<T extends Target>(target: T, simulations: Simulations): T {
  const index = simulations.of(target.repository.folder.key)?.index;
  if (index === undefined) return target;
  const component = target.component && (index.component(target.component.id) ?? target.component);
  const file = target.file && (index.file(target.file.path) ?? target.file);
  return { ...target, index, component, file };
}

/** How links and rows name a target. */
export function referenceTo({ repository, component, file }: Target): Reference {
  return { repository: repository.folder.key, component: component?.id ?? null, path: file?.path ?? null };
}

function referenceOf(argument: unknown, snapshots: Snapshots): Reference | undefined {
  if (argument instanceof vscode.Uri) return referenceToFile(argument, snapshots);
  if (isNode(argument)) return referenceToNode(argument);
  if (isReference(argument)) return argument;
  const active = vscode.window.activeTextEditor?.document.uri;
  return argument === undefined && active !== undefined ? referenceToFile(active, snapshots) : undefined;
}

function referenceToFile(uri: vscode.Uri, snapshots: Snapshots): Reference | undefined {
  const location = snapshots.locate(uri);
  return location && { repository: location.state.folder.key, component: null, path: location.path };
}

function referenceToNode(node: OwnershipNode): Reference | undefined {
  if (node.kind === 'more' || node.kind === 'repository') return undefined;
  const repository = node.repository.folder.key;
  switch (node.kind) {
    case 'aliases':
      return { repository, component: null, path: null };
    case 'component':
      return { repository, component: node.component.id, path: null };
    case 'file':
      return { repository, component: null, path: node.file.path };
    case 'finding':
      return { repository, component: null, path: node.finding.path };
    case 'runbook':
      return { repository, component: null, path: node.runbook.path };
    case 'group':
      return node.component === null ? undefined : { repository, component: node.component.id, path: null };
    case 'coverage':
    case 'person':
    case 'reason':
      return node.parent ? referenceToNode(node.parent) : undefined;
    case 'folder':
      return undefined;
  }
}

function isNode(argument: unknown): argument is OwnershipNode {
  return isObject(argument) && typeof argument['kind'] === 'string' && typeof argument['id'] === 'string';
}

function isReference(argument: unknown): argument is Reference {
  if (!isObject(argument)) return false;
  const { repository, component, path } = argument;
  const isTextOrNull = (value: unknown): boolean => value === null || typeof value === 'string';
  return typeof repository === 'string' && isTextOrNull(component) && isTextOrNull(path);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
