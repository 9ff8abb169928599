import * as vscode from 'vscode';
import { handingOver } from '../../analysis/handedRequests';
import type { Config } from '../config';
import { mcpServerProvider } from '../ids';
import type { Repositories } from '../repositories';

/**
 * Offers the server for assistants that is inside the extension, about the repositories that are open, to what speaks the
 * Model Context Protocol in the editor. It runs with the editor's own Node, and only when somebody uses it. It is told the
 * settings of the user, so that its answers are those of the views.
 */
export function registerMcpServer(
  context: Pick<vscode.ExtensionContext, 'asAbsolutePath' | 'globalStorageUri' | 'extension'>,
  repositories: Repositories,
  config: Config,
): vscode.Disposable {
  // Editors made from VS Code may lack it.
  if (typeof vscode.lm?.registerMcpServerDefinitionProvider !== 'function') return new vscode.Disposable(() => {});
  // It may run on with settings that were changed since: what it keeps is not what the views read.
  const store = vscode.Uri.joinPath(context.globalStorageUri, 'assistants').fsPath;
  const changed = new vscode.EventEmitter<void>();
  return vscode.Disposable.from(
    changed,
    repositories.onDidChange(() => changed.fire()),
    config.onDidChangeAnalysis(() => changed.fire()),
    vscode.workspace.onDidGrantWorkspaceTrust(() => changed.fire()),
    vscode.lm.registerMcpServerDefinitionProvider(mcpServerProvider, {
      onDidChangeMcpServerDefinitions: changed.event,
      provideMcpServerDefinitions: () => {
        const { folders, gitPath } = repositories;
        if (!vscode.workspace.isTrusted || folders.length === 0) return [];
        const requests = folders.map(({ uri }) => {
          return { path: uri.fsPath, gitPath, settings: config.analysisSettings(uri) };
        });
        const server = new vscode.McpStdioServerDefinition(
          'Single Points',
          process.execPath,
          [context.asAbsolutePath('dist/mcp.cjs'), '--store', store, '--', ...requests.map(({ path }) => path)],
          { ELECTRON_RUN_AS_NODE: '1', ...handingOver(requests) },
          String((context.extension.packageJSON as { readonly version: unknown }).version),
        );
        return [server];
      },
    }),
  );
}
