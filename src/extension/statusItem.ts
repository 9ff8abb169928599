import * as vscode from 'vscode';
import type { FileOwnership } from '../core/model';
import { fileOwners } from '../core/ownership/fileOwners';
import { peopleNames } from '../core/report/names';
import type { Config } from './config';
import { explanationMarkdown } from './explanationMarkdown';
import { explainFile } from './explanations';
import { commands, statusItems } from './ids';
import type { Simulations } from './simulations';
import { baseName, type SnapshotIndex } from './snapshotIndex';
import type { Snapshots } from './snapshots';
import { translate } from './text';
import { ownerCount, simulationText, stateSentence } from './wording';

const mostNames = 2;

/** The owners of the file in front. */
export function registerStatusItem(snapshots: Snapshots, simulations: Simulations, config: Config): vscode.Disposable {
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
    const simulation = simulations.of(found.location.state.folder.key);
    const index = simulation?.index ?? found.location.index;
    const file = index.file(found.file.path) ?? found.file;
    const text = textOf(file, index);
    item.text = simulation === undefined ? text : vscode.l10n.t('{owners} (simulated)', { owners: text });
    const explanation = explainFile(file, baseName(file.path), index);
    const banner = simulation === undefined ? [] : [simulationText(simulation.result, translate)];
    item.tooltip = explanationMarkdown({ ...explanation, facts: [...banner, ...explanation.facts] });
    const label = stateSentence(baseName(file.path), file.state, ownerCount(file), translate);
    item.accessibilityInformation = { label: [label, ...banner].join(' '), role: 'button' };
    item.show();
  };
  draw();
  return vscode.Disposable.from(
    item,
    snapshots.onDidChangeSnapshot(draw),
    simulations.onDidChange(draw),
    config.onDidChangeDisplay(draw),
    vscode.window.onDidChangeActiveTextEditor(draw),
  );
}

function textOf(file: FileOwnership, { snapshot }: SnapshotIndex): string {
  const owners = fileOwners(file);
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
