import * as vscode from 'vscode';
import { actionsOn } from '../explanationMarkdown';
import { commands } from '../ids';
import type { Snapshots } from '../snapshots';
import { warningFor } from './fileWarning';

/** A line of links above the first one; shifts the text, so it is not the default. */
export function registerCodeLensWarnings(snapshots: Snapshots): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  const provider: vscode.CodeLensProvider = {
    onDidChangeCodeLenses: changed.event,
    provideCodeLenses(document) {
      const warning = warningFor(document.uri, snapshots);
      if (warning === undefined) return [];
      const start = new vscode.Range(0, 0, 0, 0);
      const lens = (title: string, command: string): vscode.CodeLens =>
        new vscode.CodeLens(start, { title, command, arguments: [warning.reference] });
      const actions = actionsOn(warning.reference).slice(0, 2);
      return [lens(warning.text, commands.showReasons), ...actions.map(({ label, command }) => lens(label, command))];
    },
  };
  return vscode.Disposable.from(
    changed,
    snapshots.onDidChangeSnapshot(() => changed.fire()),
    vscode.languages.registerCodeLensProvider({ scheme: 'file' }, provider),
  );
}
