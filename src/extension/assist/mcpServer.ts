import * as vscode from 'vscode';
import { mcpServerProvider } from '../ids';
import type { Repositories } from '../repositories';

/**
 * Offers the server for assistants that is inside the extension, about the repositories that are open, to what speaks the
 * Model Context Protocol in the editor. It runs with the editor's own Node, and only when somebody uses it.
 */
export function registerMcpServer(
  context: Pick<vscode.ExtensionContext, 'asAbsolutePath' | 'globalStorageUri' | 'extension'>,
  repositories: Repositories,
): vscode.Disposable {
  // Editors made from VS Code may lack it.
  if (typeof vscode.lm?.registerMcpServerDefinitionProvider !== 'function') return new vscode.Disposable(() => {});
  // It does not know the user's settings: what it keeps is not what the views read.
  const store = vscode.Uri.joinPath(context.globalStorageUri, 'assistants').fsPath;
  const changed = new vscode.EventEmitter<void>();
  return vscode.Disposable.from(
    changed,
    repositories.onDidChange(() => changed.fire()),
    vscode.workspace.onDidGrantWorkspaceTrust(() => changed.fire()),
    vscode.lm.registerMcpServerDefinitionProvider(mcpServerProvider, {
      onDidChangeMcpServerDefinitions: changed.event,
      provideMcpServerDefinitions: () => {
        const folders = repositories.folders.map(({ uri }) => uri.fsPath);
        if (!vscode.workspace.isTrusted || folders.length === 0) return [];
        const server = new vscode.McpStdioServerDefinition(
          'Single Points',
          process.execPath,
          [context.asAbsolutePath('dist/mcp.cjs'), '--store', store, '--', ...folders],
          { ELECTRON_RUN_AS_NODE: '1' },
          String((context.extension.packageJSON as { readonly version: unknown }).version),
        );
        return [server];
      },
    }),
  );
}
