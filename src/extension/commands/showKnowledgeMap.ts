import * as vscode from 'vscode';
import { panels } from '../ids';
import { KnowledgeMap } from '../map/knowledgeMap';
import { baseName } from '../snapshotIndex';
import { repositoryOf, targetOf } from '../target';
import type { Session } from './command';
import { pickAnalysed } from './pickRepository';

/** Shows the map of a repository; on a component or file, at its component. */
export async function showKnowledgeMap(session: Session, argument: unknown): Promise<void> {
  const { snapshots, maps } = session;
  const title = vscode.l10n.t('Show Knowledge Map');
  // Without an argument the whole is meant, whatever file is in front.
  const given = argument === undefined ? undefined : repositoryOf(argument, snapshots);
  const repository = given ?? (await pickAnalysed(snapshots, title));
  if (repository === undefined) return;
  const component = argument === undefined ? null : (targetOf(argument, snapshots)?.component?.id ?? null);
  const open = maps.get(repository.folder.key);
  if (open !== undefined) {
    open.show(component);
    return;
  }
  const name = vscode.l10n.t('Knowledge Map: {repository}', { repository: baseName(repository.folder.uri.path) });
  const panel = vscode.window.createWebviewPanel(panels.knowledgeMap, name, vscode.ViewColumn.Active);
  new KnowledgeMap(panel, repository.folder.key, session, component);
}

/** A panel that outlived its window, and what its page kept. */
interface Restored {
  readonly panel: vscode.WebviewPanel;
  readonly state: unknown;
}

/** Goes on with a map that was open before. */
export async function restoreMap(session: Session, argument: unknown): Promise<void> {
  const { panel, state } = argument as Restored;
  const repository = typeof state === 'object' && state !== null && 'repository' in state ? state.repository : null;
  if (typeof repository !== 'string' || session.maps.get(repository) !== undefined) panel.dispose();
  else new KnowledgeMap(panel, repository, session, null);
}
