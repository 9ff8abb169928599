import * as vscode from 'vscode';
import { chooseRepository } from '../../analysis/chooseRepository';
import type { AssistantAnalysis } from '../../analysis/client';
import { type ToolName, toolNames } from '../../core/assist/tool';
import { printable } from '../../core/report/printable';
import { abortOn } from '../cancellation';
import type { Repositories } from '../repositories';

/** What the editor has checked against the schema of the tool; what is in it is the worker's to judge. */
type Input = Readonly<Record<string, unknown>>;

/**
 * Registers the tools that chat may choose. Their words and schemas are in package.json. They answer in English, for a
 * model, from the same analysis as the views.
 */
export function registerLanguageModelTools(
  repositories: Repositories,
  analysis: () => AssistantAnalysis,
): vscode.Disposable {
  // Editors made from VS Code may lack it.
  if (typeof vscode.lm?.registerTool !== 'function') return new vscode.Disposable(() => {});
  return vscode.Disposable.from(
    ...toolNames.map(name => vscode.lm.registerTool<Input>(name, new AssistantTool(name, repositories, analysis))),
  );
}

class AssistantTool implements vscode.LanguageModelTool<Input> {
  constructor(
    private readonly name: ToolName,
    private readonly repositories: Repositories,
    private readonly analysis: () => AssistantAnalysis,
  ) {}

  prepareInvocation({ input }: vscode.LanguageModelToolInvocationPrepareOptions<Input>): vscode.PreparedToolInvocation {
    const place = textOf(input, 'path') ?? textOf(input, 'component') ?? textOf(input, 'alert');
    // What a model asks about may be anybody's text.
    const message = new vscode.MarkdownString().appendText(invocationText(this.name, place));
    return { invocationMessage: message };
  }

  async invoke(
    { input }: vscode.LanguageModelToolInvocationOptions<Input>,
    token: vscode.CancellationToken,
  ): Promise<vscode.LanguageModelToolResult> {
    const signal = abortOn(token);
    const allowed = await this.open(signal);
    const path = chooseRepository(allowed, textOf(input, 'repository'), textOf(input, 'path'));
    const request = { path, tool: this.name, input, pseudonyms: false };
    const { failed, text, content } = await this.analysis().assist(request, { signal, onProgress: () => {} });
    // The message of an error is what the model is told.
    if (failed) throw new Error(text);
    return new vscode.LanguageModelToolResult([
      new vscode.LanguageModelTextPart(text),
      new vscode.LanguageModelTextPart(JSON.stringify(content)),
    ]);
  }

  /** The folders that may be asked about; an error where there can be none. */
  private async open(signal: AbortSignal): Promise<readonly string[]> {
    if (!vscode.workspace.isTrusted) {
      throw new Error(
        vscode.l10n.t(
          'This workspace is not trusted, so git is not run in it. Ask the person to trust it (command "Workspaces: Manage Workspace Trust").',
        ),
      );
    }
    await readyToTell(this.repositories, signal);
    const { folders } = this.repositories;
    if (folders.length === 0) {
      throw new Error(
        vscode.l10n.t(
          'No folder on a disk is open here, so that there is no git history to read. Ask the person to open one.',
        ),
      );
    }
    return folders.map(({ uri }) => uri.fsPath);
  }
}

/** A tool may be what started the extension: then the Git extension has not looked around yet. */
function readyToTell(repositories: Repositories, signal: AbortSignal): Promise<void> {
  if (repositories.isReady) return Promise.resolve();
  if (signal.aborted) return Promise.reject(new vscode.CancellationError());
  return new Promise((resolve, reject) => {
    const listening = repositories.onDidChange(() => {
      if (!repositories.isReady) return;
      end();
      resolve();
    });
    const leave = (): void => {
      end();
      reject(new vscode.CancellationError());
    };
    const end = (): void => {
      listening.dispose();
      signal.removeEventListener('abort', leave);
    };
    signal.addEventListener('abort', leave);
  });
}

function invocationText(name: ToolName, asked: string | null): string {
  const place = printable(asked ?? '').slice(0, 100);
  switch (name) {
    case 'get_ownership_risk':
      return place === ''
        ? vscode.l10n.t('Looking up what depends on one person')
        : vscode.l10n.t('Looking up who knows {place}', { place });
    case 'list_runbook_gaps':
      return place === ''
        ? vscode.l10n.t('Looking for alerts without a working runbook')
        : vscode.l10n.t('Looking for gaps in the runbooks of {place}', { place });
    case 'suggest_backup':
      return vscode.l10n.t('Looking up who else knows {place}', { place });
  }
}

function textOf(input: Input, name: string): string | null {
  const value = input[name];
  return typeof value === 'string' && value.trim() !== '' ? value : null;
}
