import * as vscode from 'vscode';
import type { FileOwnership } from '../core/model';
import { peopleNames } from '../core/report/names';
import type { Config } from './config';
import { explanationMarkdown } from './explanationMarkdown';
import { explainFile } from './explanations';
import { commands, statusItems } from './ids';
import { baseName, type SnapshotIndex } from './snapshotIndex';
import type { Snapshots } from './snapshots';
import { translate } from './text';
import { ownerCount, stateSentence } from './wording';

const mostNames = 2;

/** The owners of the file in front. */
export function registerStatusItem(snapshots: Snapshots, config: Config): vscode.Disposable {
  const item = vscode.window.createStatusBarItem(statusItems.owners, vscode.StatusBarAlignment.Right, 100);
  item.name = vscode.l10n.t('Owners of the File');
  item.command = commands.showReasons;
  const draw = (): void => {
    const uri = vscode.window.activeTextEditor?.document.uri;
    const found = uri === undefined || !config.statusBar ? undefined : snapshots.file(uri);
    if (found === undefined) {
      item.hide();
      return;
    }
    const { file, location } = found;
    item.text = textOf(file, location.index);
    item.tooltip = explanationMarkdown(explainFile(file, baseName(file.path), location.index));
    const label = stateSentence(baseName(file.path), file.state, ownerCount(file), translate);
    item.accessibilityInformation = { label, role: 'button' };
    item.show();
  };
  draw();
  return vscode.Disposable.from(
    item,
    snapshots.onDidChangeSnapshot(draw),
    config.onDidChangeDisplay(draw),
    vscode.window.onDidChangeActiveTextEditor(draw),
  );
}

function textOf(file: FileOwnership, { snapshot }: SnapshotIndex): string {
  const owners = file.knowledge.filter(({ ownerBy }) => ownerBy.length > 0);
  const names = peopleNames(owners, snapshot.people, mostNames, translate);
  switch (file.state) {
    case 'sole':
      return vscode.l10n.t('$(person) Only {names}', { names });
    case 'orphaned':
      return vscode.l10n.t('$(circle-slash) Nobody active');
    case 'shared':
      return vscode.l10n.t('$(organization) {names}', { names });
    case 'unknown':
      return vscode.l10n.t('$(question) Owners unknown');
  }
}
