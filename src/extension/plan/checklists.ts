import * as vscode from 'vscode';
import type { Analysis } from '../../analysis/client';
import type { Progress } from '../../core/progress';
import { checklistFolder } from '../../core/spread/checklistMarks';
import { abortOn } from '../cancellation';
import type { RepositoryState } from '../repositoryState';
import { type Snapshots, uriOf } from '../snapshots';

const pages = `${checklistFolder}/**/*.md`;

/**
 * How far the checklists of each repository are, asked for anew with each Snapshot and each change of a page on disk. Of a
 * repository without such a page nothing is asked.
 */
export class Checklists implements vscode.Disposable {
  readonly #snapshots: Snapshots;
  readonly #analysis: () => Analysis;
  readonly #log: vscode.LogOutputChannel;
  readonly #known = new Map<string, Progress>();
  readonly #asking = new Map<string, vscode.CancellationTokenSource>();
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #subscriptions: vscode.Disposable;

  readonly onDidChange = this.#changed.event;

  constructor(snapshots: Snapshots, analysis: () => Analysis, log: vscode.LogOutputChannel) {
    this.#snapshots = snapshots;
    this.#analysis = analysis;
    this.#log = log;
    const watcher = vscode.workspace.createFileSystemWatcher(`**/${pages}`);
    const changed = (uri: vscode.Uri): void => {
      const state = snapshots.locate(uri)?.state;
      if (state !== undefined) void this.refresh(state);
    };
    this.#subscriptions = vscode.Disposable.from(
      this.#changed,
      watcher,
      watcher.onDidChange(changed),
      watcher.onDidCreate(changed),
      watcher.onDidDelete(changed),
      snapshots.onDidChangeSnapshot(state => void this.refresh(state)),
    );
  }

  of(repository: string): Progress | undefined {
    return this.#known.get(repository);
  }

  /** Asks again; a question that is still open is dropped. */
  async refresh(state: RepositoryState): Promise<void> {
    const { key } = state.folder;
    this.#asking.get(key)?.cancel();
    const source = new vscode.CancellationTokenSource();
    this.#asking.set(key, source);
    try {
      const progress = await this.#ask(state, source.token);
      if (source.token.isCancellationRequested) return;
      if (progress === undefined && !this.#known.has(key)) return;
      if (progress === undefined) this.#known.delete(key);
      else this.#known.set(key, progress);
      this.#changed.fire();
    } catch (error) {
      // What is known of checklists stays; the analysis itself says what is wrong.
      if (!source.token.isCancellationRequested) this.#log.warn(`Checklists: ${String(error)}`);
    } finally {
      if (this.#asking.get(key) === source) this.#asking.delete(key);
      source.dispose();
    }
  }

  dispose(): void {
    for (const source of this.#asking.values()) source.cancel();
    this.#subscriptions.dispose();
  }

  async #ask(state: RepositoryState, token: vscode.CancellationToken): Promise<Progress | undefined> {
    if (this.#snapshots.state(state.folder.key)?.index == null) return undefined;
    const pattern = new vscode.RelativePattern(uriOf(state, ''), pages);
    const [page] = await vscode.workspace.findFiles(pattern, null, 1, token);
    if (page === undefined) return undefined;
    return this.#analysis().progress({ path: state.folder.uri.fsPath }, abortOn(token));
  }
}
