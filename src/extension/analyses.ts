import * as vscode from 'vscode';
import type { Analysis } from '../analysis/client';
import type { Snapshot } from '../core/model';
import { type FailureReason, GitError } from '../git/errors';
import type { Config } from './config';
import { placesOf } from './places';
import type { Repositories, RepositoryFolder } from './repositories';
import { SnapshotIndex } from './snapshotIndex';
import type { Snapshots } from './snapshots';

/** Runs the analyses that are asked for, one repository at a time, and puts what they find into the Snapshots. */
export class Analyses implements vscode.Disposable {
  readonly #snapshots: Snapshots;
  readonly #repositories: Repositories;
  readonly #config: Config;
  readonly #analysis: () => Analysis;
  readonly #log: vscode.LogOutputChannel;
  readonly #waiting = new Set<string>();
  #running: { readonly key: string; readonly abort: AbortController } | undefined;
  #revision = 0;

  constructor(
    snapshots: Snapshots,
    repositories: Repositories,
    config: Config,
    /** Made when the first analysis starts, not before. */
    analysis: () => Analysis,
    log: vscode.LogOutputChannel,
  ) {
    this.#snapshots = snapshots;
    this.#repositories = repositories;
    this.#config = config;
    this.#analysis = analysis;
    this.#log = log;
  }

  /** One that runs already ends first: its result is stored, and the next one adds only what is new since. */
  request(key: string): void {
    this.#waiting.add(key);
    if (this.#running === undefined) void this.#run();
  }

  requestAll(): void {
    for (const { key } of this.#repositories.folders) this.request(key);
  }

  cancel(): void {
    for (const key of this.#waiting) this.#cancelled(key);
    this.#waiting.clear();
    this.#running?.abort.abort();
  }

  dispose(): void {
    this.#waiting.clear();
    this.#running?.abort.abort();
  }

  async #run(): Promise<void> {
    for (;;) {
      const [key] = this.#waiting;
      if (key === undefined) return;
      this.#waiting.delete(key);
      const abort = new AbortController();
      this.#running = { key, abort };
      await this.#analyse(key, abort.signal);
      this.#running = undefined;
    }
  }

  async #analyse(key: string, signal: AbortSignal): Promise<void> {
    const folder = this.#snapshots.state(key)?.folder;
    if (folder === undefined) return;
    const started = performance.now();
    try {
      await this.#attempt(folder, signal).catch((error: unknown) => {
        if (signal.aborted || reasonOf(error) !== 'failed') throw error;
        // Most of all a worker that died: the next request starts another one.
        this.#log.warn(`${folder.uri.fsPath}: ${messageOf(error)} Trying once more.`);
        return this.#attempt(folder, signal);
      });
      if (signal.aborted) return this.#cancelled(key);
      this.#snapshots.setActivity(key, { kind: 'ready' });
      this.#log.info(`${folder.uri.fsPath}: analysed in ${Math.round(performance.now() - started)} ms`);
    } catch (error) {
      const reason = reasonOf(error);
      if (signal.aborted || reason === 'cancelled') return this.#cancelled(key);
      this.#log.error(`${folder.uri.fsPath}: ${reason}: ${messageOf(error)}`);
      this.#snapshots.setActivity(key, { kind: 'failed', reason, message: messageOf(error) });
    }
  }

  async #attempt({ key, uri }: RepositoryFolder, signal: AbortSignal): Promise<void> {
    this.#snapshots.setActivity(key, { kind: 'analysing', progress: null });
    let taken: Promise<void> = Promise.resolve();
    const request = {
      path: uri.fsPath,
      gitPath: this.#repositories.gitPath,
      settings: this.#config.analysisSettings(uri),
    };
    await this.#analysis().analyse(request, {
      signal,
      onProgress: progress => this.#snapshots.setActivity(key, { kind: 'analysing', progress }),
      onSnapshot: snapshot => {
        taken = taken.then(() => this.#take(key, uri.fsPath, snapshot, signal));
      },
    });
    await taken;
  }

  async #take(key: string, opened: string, snapshot: Snapshot, signal: AbortSignal): Promise<void> {
    const places = await placesOf(snapshot.repository.root, opened);
    const index = await SnapshotIndex.of(snapshot, ++this.#revision, signal);
    if (index !== null) this.#snapshots.setSnapshot(key, index, places);
  }

  #cancelled(key: string): void {
    const message = vscode.l10n.t('The analysis was cancelled.');
    this.#snapshots.setActivity(key, { kind: 'failed', reason: 'cancelled', message });
  }
}

function reasonOf(error: unknown): FailureReason {
  return error instanceof GitError ? error.reason : 'failed';
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
