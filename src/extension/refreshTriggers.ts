import * as vscode from 'vscode';
import type { Analyses } from './analyses';
import type { Config } from './config';
import { below, pathKey } from './pathKey';
import { QuietTimers } from './quietTimers';
import type { Repositories } from './repositories';
import type { Snapshots } from './snapshots';

/** A rebase moves HEAD many times in a second; one analysis after it is enough. */
const quietMilliseconds = 500;
const settingsFiles = '**/{.single-points.yml,.single-points.yaml,.mailmap,.git-blame-ignore-revs}';

/** Asks for an analysis when something happened that changes what is known. */
export function registerRefreshTriggers(
  repositories: Repositories,
  snapshots: Snapshots,
  analyses: Analyses,
  config: Config,
): vscode.Disposable {
  const waiting = new QuietTimers();
  const requestSoon = (key: string): void => waiting.later(key, quietMilliseconds, () => analyses.request(key));
  const takeUp = (): void => {
    const known = new Set(snapshots.states.map(({ folder }) => folder.key));
    snapshots.setFolders(repositories.folders);
    for (const { key } of repositories.folders) if (!known.has(key)) analyses.request(key);
  };
  const changedFile = ({ fsPath }: vscode.Uri): void => {
    for (const { folder, places } of snapshots.states) {
      const isHere = [folder, ...places].some(({ key }) => below(key, pathKey(fsPath)) !== null);
      if (isHere) requestSoon(folder.key);
    }
  };
  const savedDocument = ({ uri }: vscode.TextDocument): void => {
    const location = snapshots.locate(uri);
    if (location === undefined) return;
    const { index, path, state } = location;
    if (index.runbook(path) !== undefined || index.hasAlerts(path)) requestSoon(state.folder.key);
  };
  const watcher = vscode.workspace.createFileSystemWatcher(settingsFiles);
  takeUp();
  return vscode.Disposable.from(
    watcher,
    watcher.onDidChange(changedFile),
    watcher.onDidCreate(changedFile),
    watcher.onDidDelete(changedFile),
    vscode.workspace.onDidSaveTextDocument(savedDocument),
    repositories.onDidChange(takeUp),
    repositories.onDidMoveHead(({ key }) => requestSoon(key)),
    config.onDidChangeAnalysis(() => {
      for (const { key } of repositories.folders) requestSoon(key);
    }),
    waiting,
  );
}
