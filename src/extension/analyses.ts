import * as vscode from 'vscode';
import type { Analysis } from '../analysis/client';
import type { Limit, Snapshot } from '../core/model';
import { type FailureReason, GitError } from '../git/errors';
import type { Config } from './config';
import { placesOf } from './places';
import type { Repositories, RepositoryFolder } from './repositories';
import { SnapshotIndex } from './snapshotIndex';
import type { Snapshots } from './snapshots';
import { failureText } from './text';

const noLines: Limit = { code: 'noLines', values: {} };

/** Asks for analyses, each repository once at a time, and puts what they find into the Snapshots. */
export class Analyses implements vscode.Disposable {
  readonly #snapshots: Snapshots;
  readonly #repositories: Repositories;
  readonly #config: Config;
  readonly #analysis: () => Analysis;
  readonly #log: vscode.LogOutputChannel;
  readonly #waiting = new Set<string>();
  readonly #running = new Map<string, AbortController>();
  readonly #disposal = new AbortController();
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
    this.#start();
  }

  requestAll(): void {
    for (const { key } of this.#repositories.folders) this.request(key);
  }

  cancel(): void {
    for (const key of this.#waiting) this.#cancelled(key);
    this.#waiting.clear();
    this.#abort();
  }

  dispose(): void {
    this.#disposal.abort();
    this.#waiting.clear();
    this.#abort();
  }

  #abort(): void {
    for (const abort of this.#running.values()) abort.abort();
  }

  /** Starts all that wait, so that whoever serves them knows of each when it chooses the order. */
  #start(): void {
    for (const key of this.#waiting) if (!this.#running.has(key)) void this.#run(key);
  }

  async #run(key: string): Promise<void> {
    this.#waiting.delete(key);
    const abort = new AbortController();
    this.#running.set(key, abort);
    await this.#analyse(key, abort.signal);
    this.#running.delete(key);
    this.#start();
  }

  async #analyse(key: string, signal: AbortSignal): Promise<void> {
    const folder = this.#snapshots.state(key)?.folder;
    if (folder === undefined) return;
    const started = performance.now();
    try {
      await this.#attempts(folder, signal);
      if (signal.aborted) return this.#cancelled(key);
      this.#snapshots.setActivity(key, { kind: 'ready' });
      this.#log.info(`${folder.uri.fsPath}: analysed in ${Math.round(performance.now() - started)} ms`);
    } catch (error) {
      const reason = reasonOf(error);
      if (signal.aborted || reason === 'cancelled') return this.#cancelled(key);
      this.#log.error(`${folder.uri.fsPath}: ${reason}: ${messageOf(error)}`);
      this.#snapshots.setActivity(key, { kind: 'failed', reason, message: failureText(error) });
    }
  }

  /**
   * Tries once more what failed: most of all a worker that died, for the next request starts another one. Where it dies
   * of the lines again (too large a repository), what is known without them is worth having.
   */
  async #attempts(folder: RepositoryFolder, signal: AbortSignal): Promise<void> {
    const tiers = [undefined, undefined, 1] as const;
    for (const [tries, tier] of tiers.entries()) {
      try {
        await this.#attempt(folder, signal, tier);
        return;
      } catch (error) {
        const isWorthIt = tries === 0 || (tries === 1 && this.#isAtLines(folder.key));
        if (signal.aborted || reasonOf(error) !== 'failed' || !isWorthIt) throw error;
        this.#log.warn(`${folder.uri.fsPath}: ${messageOf(error)} Trying once more.`);
      }
    }
  }

  async #attempt({ key, uri }: RepositoryFolder, signal: AbortSignal, tier: 1 | undefined): Promise<void> {
    // The others are told to be under way when they are.
    if (this.#running.size === 1) this.#snapshots.setActivity(key, { kind: 'analysing', progress: null });
    let taken: Promise<void> = Promise.resolve();
    const shown = this.#snapshots.state(key)?.index?.snapshot;
    const request = {
      path: uri.fsPath,
      gitPath: this.#repositories.gitPath,
      settings: this.#config.analysisSettings(uri),
      ...(tier === undefined ? {} : { tier }),
      ...(shown === undefined ? {} : { shown: { head: shown.repository.head, tier: shown.tier } }),
    };
    await this.#analysis().analyse(request, {
      signal,
      onProgress: progress => {
        // How far the lines are is not shown, so that the editor hears of them once.
        if (progress.phase === 'lines' && this.#isAtLines(key)) return;
        this.#snapshots.setActivity(key, { kind: 'analysing', progress });
      },
      onSnapshot: (snapshot, final) => {
        const limits = [...snapshot.limits, noLines];
        const shown = tier === 1 && final ? { ...snapshot, limits } : snapshot;
        taken = taken.then(() => this.#take(key, uri.fsPath, shown));
      },
    });
    await taken;
  }

  /** What has arrived is shown, even when the rest is cancelled. */
  async #take(key: string, opened: string, snapshot: Snapshot): Promise<void> {
    const places = await placesOf(snapshot.repository.root, opened);
    const index = await SnapshotIndex.of(snapshot, ++this.#revision, this.#disposal.signal);
    if (index !== null) this.#snapshots.setSnapshot(key, index, places);
  }

  /** Whether all but the lines has been handed over. */
  #isAtLines(key: string): boolean {
    const activity = this.#snapshots.state(key)?.activity;
    return activity?.kind === 'analysing' && activity.progress?.phase === 'lines';
  }

  #cancelled(key: string): void {
    if (this.#isAtLines(key)) {
      this.#snapshots.setActivity(key, { kind: 'ready' });
      return;
    }
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
