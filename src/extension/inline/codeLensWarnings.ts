import * as vscode from 'vscode';
import { actionsOn } from '../explanationMarkdown';
import { commands } from '../ids';
import type { Snapshots } from '../snapshots';
import { type BlockWarning, blockWarningsFor } from './blockWarning';
import { warningFor } from './fileWarning';

/** A line of links above the first one, and above every block whose only author left; shifts the text, so it is not the default. */
export function registerCodeLensWarnings(snapshots: Snapshots): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  const provider: vscode.CodeLensProvider = {
    onDidChangeCodeLenses: changed.event,
    provideCodeLenses(document) {
      const warning = warningFor(document.uri, snapshots);
      const atTop = warning === undefined ? [] : [{ ...warning, range: new vscode.Range(0, 0, 0, 0) }];
      return [...atTop, ...blockWarningsFor(document, snapshots)].flatMap(lensesOf);
    },
  };
  return vscode.Disposable.from(
    changed,
    snapshots.onDidChangeSnapshot(() => changed.fire()),
    // Lines are as they were analysed again, perhaps.
    vscode.workspace.onDidSaveTextDocument(() => changed.fire()),
    vscode.languages.registerCodeLensProvider({ scheme: 'file' }, provider),
  );
}

function lensesOf({ range, text, reference }: Omit<BlockWarning, 'explain'>): vscode.CodeLens[] {
  const lens = (title: string, command: string): vscode.CodeLens =>
    new vscode.CodeLens(range, { title, command, arguments: [reference] });
  const actions = actionsOn(reference).slice(0, 2);
  return [lens(text, commands.showReasons), ...actions.map(({ label, command }) => lens(label, command))];
}
