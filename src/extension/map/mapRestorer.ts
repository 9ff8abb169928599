import * as vscode from 'vscode';
import type { Session } from '../commands/command';
import { internalCommands, panels } from '../ids';

/** Gives maps that were open when the window was reloaded back to us; what draws them is loaded with the first. */
export function registerMapRestorer(session: Session): vscode.Disposable {
  return vscode.window.registerWebviewPanelSerializer(panels.knowledgeMap, {
    deserializeWebviewPanel: async (panel, state: unknown) => {
      const { commandRuns } = await import('../commandRuns');
      await commandRuns[internalCommands.restoreMap](session, { panel, state });
    },
  });
}
