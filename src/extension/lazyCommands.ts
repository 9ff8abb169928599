import * as vscode from 'vscode';
import type { RunCommand } from './commandRuns';
import type { Session } from './commands/command';
import { reportFailure } from './commands/reportFailure';
import { commands, internalCommands } from './ids';
import { failureText } from './text';
import { showMoreCommand } from './tree/items';

/** Registers every command; what they do is loaded with the first that is run. One that fails says so, and the log has the rest. */
export function registerCommands(session: Session, log: vscode.LogOutputChannel): vscode.Disposable {
  const { showLog, ...others } = commands;
  const ids: readonly RunCommand[] = [...Object.values(others), ...Object.values(internalCommands)];
  const registered = ids.map(id =>
    vscode.commands.registerCommand(id, async (argument: unknown) => {
      try {
        const { commandRuns } = await import('./commandRuns');
        await commandRuns[id](session, argument);
      } catch (error) {
        log.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
        void reportFailure(failureText(error));
      }
    }),
  );
  return vscode.Disposable.from(
    ...registered,
    vscode.commands.registerCommand(showLog, () => log.show()),
    vscode.commands.registerCommand(showMoreCommand, (list: string) => session.view.showMore(list)),
  );
}
