import * as vscode from 'vscode';
import type { Config, InlineWarningMode } from '../config';
import type { Snapshots } from '../snapshots';
import { registerCodeLensWarnings } from './codeLensWarnings';
import { registerDecorationWarnings } from './decorationWarnings';
import { registerDiagnosticWarnings } from './diagnosticWarnings';

const modes: Readonly<Record<InlineWarningMode, ((snapshots: Snapshots) => vscode.Disposable) | null>> = {
  decoration: registerDecorationWarnings,
  codeLens: registerCodeLensWarnings,
  diagnostic: registerDiagnosticWarnings,
  off: null,
};

/** Marks files that one person or nobody knows, in the way the setting says. */
export function registerInlineWarnings(snapshots: Snapshots, config: Config): vscode.Disposable {
  let mode = config.inlineWarning;
  let shown = modes[mode]?.(snapshots);
  const changed = config.onDidChangeDisplay(() => {
    if (config.inlineWarning === mode) return;
    mode = config.inlineWarning;
    shown?.dispose();
    shown = modes[mode]?.(snapshots);
  });
  return { dispose: () => vscode.Disposable.from(changed, ...(shown === undefined ? [] : [shown])).dispose() };
}
