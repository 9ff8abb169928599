import * as vscode from 'vscode';
import type { Analysis } from '../../analysis/client';
import { foldersAround } from '../../core/components/repositoryPath';
import type { Progress } from '../../core/progress';
import { checklistFolder } from '../../core/spread/checklistMarks';
import { abortOn } from '../cancellation';
import { exists } from '../exists';
import { QuietTimers } from '../quietTimers';
import type { RepositoryState } from '../repositoryState';
import { type Snapshots, uriOf } from '../snapshots';

/** Who types is not followed at each key. */
const quietMilliseconds = 300;

/** The folder of checklists, and those it is in. */
const foldersAbove = [checklistFolder, ...foldersAround(checklistFolder)];

/**
 * How far the checklists of each repository are, asked for anew with each Snapshot and each change of a page, on disk or in an
 * editor. Of a repository without a folder for them nothing is asked.
 */
export class Checklists implements vscode.Disposable {
  readonly #snapshots: Snapshots;
  readonly #analysis: () => Analysis;
  readonly #log: vscode.LogOutputChannel;
  readonly #known = new Map<string, Progress>();
  readonly #asking = new Map<string, vscode.CancellationTokenSource>();
  readonly #waiting = new QuietTimers();
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #subscriptions: vscode.Disposable;

  readonly onDidChange = this.#changed.event;

  constructor(snapshots: Snapshots, analysis: () => Analysis, log: vscode.LogOutputChannel) {
    this.#snapshots = snapshots;
    this.#analysis = analysis;
    this.#log = log;
    const watcher = vscode.workspace.createFileSystemWatcher(`**/${checklistFolder}/**/*.md`);
    // Of a page that comes together with its folder, only the folder may be told.
    const folders = vscode.workspace.createFileSystemWatcher(`**/{${foldersAbove.join(',')}}`, false, true, true);
    const changed = (uri: vscode.Uri): void => this.#changedPage(uri);
    this.#subscriptions = vscode.Disposable.from(
      this.#changed,
      watcher,
      watcher.onDidChange(changed),
      watcher.onDidCreate(changed),
      watcher.onDidDelete(changed),
      folders,
      folders.onDidCreate(uri => this.#changedBelow(uri)),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        // Saving is a change of nothing.
        if (contentChanges.length > 0) changed(document.uri);
      }),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => changed(uri)),
      snapshots.onDidChangeActivity(({ folder: { key }, activity }) => {
        const state = snapshots.state(key);
        if (state === undefined) this.#known.delete(key);
        // Before the analysis is done, the question would start another one.
        else if (activity.kind === 'ready') void this.refresh(state);
      }),
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
    this.#waiting.dispose();
    this.#subscriptions.dispose();
  }

  #changedPage(uri: vscode.Uri): void {
    const location = uri.path.endsWith('.md') ? this.#snapshots.locate(uri) : undefined;
    if (location?.path.startsWith(`${checklistFolder}/`) === true) this.#refreshLater(location.state);
  }

  #changedBelow(folder: vscode.Uri): void {
    const location = this.#snapshots.locate(folder);
    if (location !== undefined && foldersAbove.includes(location.path)) this.#refreshLater(location.state);
  }

  #refreshLater(state: RepositoryState): void {
    const { key } = state.folder;
    this.#waiting.later(key, quietMilliseconds, () => void this.refresh(this.#snapshots.state(key) ?? state));
  }

  async #ask(state: RepositoryState, token: vscode.CancellationToken): Promise<Progress | undefined> {
    const { key, uri } = state.folder;
    if (this.#snapshots.state(key)?.index == null || !(await exists(uriOf(state, checklistFolder)))) return undefined;
    return this.#analysis().progress({ path: uri.fsPath, unsaved: this.#unsaved(key) }, abortOn(token));
  }

  #unsaved(repository: string): [string, string][] {
    return vscode.workspace.textDocuments.flatMap((document): [string, string][] => {
      const location = document.isDirty ? this.#snapshots.locate(document.uri) : undefined;
      const isHere = location?.state.folder.key === repository && location.path.startsWith(`${checklistFolder}/`);
      return isHere ? [[location.path, document.getText()]] : [];
    });
  }
}
