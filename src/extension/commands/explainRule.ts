import * as vscode from 'vscode';
import type { Session } from './command';

/** Shows the page about a rule for runbooks: why, an example, how to mend it, how to silence it. */
export async function explainRule({ extensionUri }: Session, argument: unknown): Promise<void> {
  if (typeof argument !== 'string' || !/^RB\d{3}$/.test(argument)) return;
  const page = vscode.Uri.joinPath(extensionUri, 'media', 'rules', `${argument}.md`);
  await vscode.commands.executeCommand('markdown.showPreview', page);
}
