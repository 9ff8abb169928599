import * as vscode from 'vscode';

const scheme = 'single-points-commit';

/** What is known of commits as read-only documents, for where the Git extension does not show them. */
export class CommitDocuments implements vscode.TextDocumentContentProvider, vscode.Disposable {
  readonly #texts = new Map<string, string>();
  readonly #registration = vscode.workspace.registerTextDocumentContentProvider(scheme, this);

  async show(sha: string, text: string): Promise<void> {
    const uri = vscode.Uri.from({ scheme, path: `/${sha}` });
    this.#texts.set(uri.path, text);
    await vscode.window.showTextDocument(uri);
  }

  provideTextDocumentContent({ path }: vscode.Uri): string {
    return this.#texts.get(path) ?? '';
  }

  dispose(): void {
    this.#registration.dispose();
  }
}
