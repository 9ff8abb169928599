import type { Event, Uri } from 'vscode';

/** The part of the Git extension's API, version 1, that we use (`extensions/git/src/api/git.d.ts` in VS Code). */
export interface GitExtension {
  /** False while `git.enabled` is off, and when the extension found no git. */
  readonly enabled: boolean;
  readonly onDidChangeEnablement: Event<boolean>;
  /** Throws while not {@link GitExtension.enabled}. */
  getAPI(version: 1): GitApi;
}

export interface GitApi {
  readonly git: { readonly path: string };
  readonly state: 'uninitialized' | 'initialized';
  readonly onDidChangeState: Event<'uninitialized' | 'initialized'>;
  readonly repositories: readonly GitRepository[];
  readonly onDidOpenRepository: Event<GitRepository>;
  readonly onDidCloseRepository: Event<GitRepository>;
}

export interface GitRepository {
  readonly rootUri: Uri;
  readonly state: GitRepositoryState;
}

export interface GitRepositoryState {
  readonly HEAD: { readonly name?: string; readonly commit?: string } | undefined;
  /** Fires for every change of the work tree too, so often. */
  readonly onDidChange: Event<void>;
}
