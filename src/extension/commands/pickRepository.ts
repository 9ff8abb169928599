import * as vscode from 'vscode';
import type { RepositoryState } from '../repositoryState';
import type { Snapshots } from '../snapshots';

/** The only repository of those, or the one that is picked; where there is none, `none` is said. */
export async function pickRepository(
  states: readonly RepositoryState[],
  { none, title }: { readonly none: string; readonly title?: string },
): Promise<RepositoryState | undefined> {
  if (states.length === 0) void vscode.window.showInformationMessage(none);
  if (states.length < 2) return states[0];
  const items = states.map(state => ({ label: state.folder.uri.fsPath, state }));
  const placeHolder = vscode.l10n.t('Repository');
  const options = title === undefined ? { placeHolder } : { placeHolder, title };
  return (await vscode.window.showQuickPick(items, options))?.state;
}

/** The only repository that was analysed, or the one that is picked. */
export function pickAnalysed({ states }: Snapshots, title: string): Promise<RepositoryState | undefined> {
  const none = vscode.l10n.t('No repository has been analysed yet.');
  return pickRepository(
    states.filter(({ index }) => index !== null),
    { none, title },
  );
}
