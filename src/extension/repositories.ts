import { join } from 'node:path';
import * as vscode from 'vscode';
import { gitDirectoryOf } from './gitDirectory';
import type { GitApi, GitExtension, GitRepository } from './gitExtension';
import { below, pathKey } from './pathKey';

/** A place to analyse: a repository that the Git extension opened, or a workspace folder it did not. */
export interface RepositoryFolder {
  readonly key: string;
  readonly uri: vscode.Uri;
}

/**
 * Which repositories there are. They come from VS Code's Git extension, which knows nested ones, submodules and
 * worktrees; a workspace folder that it opened no repository for is a place of its own, where the analysis itself
 * finds the repository around the folder or says why there is none.
 */
export class Repositories implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #headMoved = new vscode.EventEmitter<RepositoryFolder>();
  readonly #subscriptions: vscode.Disposable[] = [this.#changed, this.#headMoved];
  readonly #watches = new Map<string, vscode.Disposable>();
  #extension: GitExtension | undefined;
  #api: GitApi | undefined;
  #apiSubscriptions: vscode.Disposable | undefined;
  #folders: readonly RepositoryFolder[] = [];
  #isReady = false;
  #isDisposed = false;

  readonly onDidChange = this.#changed.event;
  /** A commit, a checkout, a pull: HEAD names another commit or another branch. Or what was a mere folder has a HEAD now. */
  readonly onDidMoveHead = this.#headMoved.event;

  /** False until the Git extension has looked around. */
  get isReady(): boolean {
    return this.#isReady;
  }

  get folders(): readonly RepositoryFolder[] {
    return this.#folders;
  }

  /** Whether the Git extension has that repository open, so that its commands know it. */
  isOpen(key: string): boolean {
    return this.#api?.repositories.some(({ rootUri }) => pathKey(rootUri.fsPath) === key) === true;
  }

  /** The git that VS Code uses; null: the analysis looks for one. */
  get gitPath(): string | null {
    if (this.#api !== undefined) return this.#api.git.path;
    const configured = vscode.workspace.getConfiguration('git').inspect<string | string[]>('path')?.globalValue;
    return (Array.isArray(configured) ? configured[0] : configured) ?? null;
  }

  /** Waits for the Git extension to start, not for what it finds. */
  async start(): Promise<void> {
    await this.#findExtension();
    this.#subscriptions.push(
      vscode.workspace.onDidChangeWorkspaceFolders(() => this.#update()),
      // In a folder that was just trusted it comes a moment later.
      vscode.extensions.onDidChange(async () => {
        if (await this.#findExtension()) this.#connect();
      }),
    );
    this.#connect();
  }

  dispose(): void {
    this.#isDisposed = true;
    this.#apiSubscriptions?.dispose();
    for (const watch of this.#watches.values()) watch.dispose();
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  /** Whether the Git extension is there and was not before. Without it the workspace folders are looked at directly. */
  async #findExtension(): Promise<boolean> {
    const found = vscode.extensions.getExtension<GitExtension>('vscode.git');
    if (found === undefined || this.#extension !== undefined) return false;
    try {
      const extension = await found.activate();
      if (this.#extension !== undefined || this.#isDisposed) return false;
      this.#extension = extension;
    } catch {
      return false;
    }
    this.#subscriptions.push(this.#extension.onDidChangeEnablement(() => this.#connect()));
    return true;
  }

  #connect(): void {
    this.#apiSubscriptions?.dispose();
    this.#apiSubscriptions = undefined;
    this.#api = apiOf(this.#extension);
    if (this.#api !== undefined) {
      const update = (): void => this.#update();
      this.#apiSubscriptions = vscode.Disposable.from(
        this.#api.onDidChangeState(update),
        this.#api.onDidOpenRepository(update),
        this.#api.onDidCloseRepository(update),
      );
    }
    this.#update();
  }

  #update(): void {
    const opened = (this.#api?.repositories ?? []).filter(({ rootUri }) => rootUri.scheme === 'file');
    const found = new Map<string, RepositoryFolder>();
    const watched = new Set<string>();
    for (const repository of opened) {
      const folder = { key: pathKey(repository.rootUri.fsPath), uri: repository.rootUri };
      found.set(folder.key, folder);
      watched.add(this.#watchOnce(`git ${folder.key}`, () => this.#watchState(repository, folder)));
      // `git init`, or a directory of another user that is read from now on. If it was known already, nothing is lost by a look.
      if (this.#watches.has(`folder ${folder.key}`)) this.#headMoved.fire(folder);
    }
    // Until the Git extension has looked around, a folder would be taken for one without a repository.
    const isLooking = this.#api?.state === 'uninitialized';
    const roots = [...found.keys()];
    for (const { uri } of isLooking ? [] : (vscode.workspace.workspaceFolders ?? [])) {
      const folder = { key: pathKey(uri.fsPath), uri };
      const isCovered = roots.some(root => below(root, folder.key) !== null || below(folder.key, root) !== null);
      if (uri.scheme !== 'file' || isCovered) continue;
      found.set(folder.key, folder);
      watched.add(this.#watchOnce(`folder ${folder.key}`, () => this.#watchHead(folder)));
    }
    for (const [key, watch] of this.#watches) {
      if (watched.has(key)) continue;
      watch.dispose();
      this.#watches.delete(key);
    }
    const wasReady = this.#isReady;
    this.#isReady = !isLooking || found.size > 0;
    const isSame =
      wasReady === this.#isReady &&
      found.size === this.#folders.length &&
      this.#folders.every(({ key }) => found.has(key));
    if (isSame) return;
    this.#folders = [...found.values()];
    this.#changed.fire();
  }

  /** A watch that stands goes on, so that no move of HEAD falls between two. */
  #watchOnce(key: string, start: () => vscode.Disposable): string {
    if (!this.#watches.has(key)) this.#watches.set(key, start());
    return key;
  }

  #watchState({ state }: GitRepository, folder: RepositoryFolder): vscode.Disposable {
    // Undefined until the Git extension has asked git; learning of it then is no move.
    const head = (): string | undefined => state.HEAD && `${state.HEAD.name ?? ''} ${state.HEAD.commit ?? ''}`;
    let last = head();
    return state.onDidChange(() => {
      const before = last;
      last = head();
      if (before !== undefined && before !== last) this.#headMoved.fire(folder);
    });
  }

  /** Without the Git extension: git writes a line into this file whenever HEAD moves. */
  #watchHead(folder: RepositoryFolder): vscode.Disposable {
    const moved = (): void => this.#headMoved.fire(folder);
    let isDisposed = false;
    let watch: vscode.Disposable | undefined;
    const start = async (): Promise<void> => {
      // Where there is no repository yet, it will be here.
      const directory = (await gitDirectoryOf(folder.uri.fsPath)) ?? join(folder.uri.fsPath, '.git');
      if (isDisposed) return;
      // A pattern of one name has VS Code watch this folder alone and not all below.
      const logs = vscode.Uri.file(join(directory, 'logs'));
      const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(logs, 'HEAD'));
      watch = vscode.Disposable.from(watcher, watcher.onDidChange(moved), watcher.onDidCreate(moved));
    };
    void start();
    return {
      dispose: () => {
        isDisposed = true;
        watch?.dispose();
      },
    };
  }
}

/** Undefined without the extension, while it is off, and when it refuses: it may be turned off between two lines. */
function apiOf(extension: GitExtension | undefined): GitApi | undefined {
  try {
    return extension?.enabled === true ? extension.getAPI(1) : undefined;
  } catch {
    return undefined;
  }
}
