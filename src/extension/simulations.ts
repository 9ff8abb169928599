import * as vscode from 'vscode';
import { type WhatIf, whatIfInSteps } from '../core/ownership/whatIf';
import type { RepositoryState } from './repositoryState';
import { peopleWith } from './simulatedPeople';
import { inSteps } from './slices';
import { SnapshotIndex } from './snapshotIndex';
import type { Snapshots } from './snapshots';

/** What is shown of a repository while some of its people are thought away. */
export interface Simulation {
  readonly result: WhatIf;
  /** Of the Snapshot as it would be. */
  readonly index: SnapshotIndex;
}

/**
 * Repositories of which is shown what would be if someone were away. Lives as long as the window: nothing is stored. A new
 * Snapshot is simulated again, until someone ends it.
 */
export class Simulations implements vscode.Disposable {
  readonly #snapshots: Snapshots;
  /** Addresses by key of the repository. */
  readonly #chosen = new Map<string, ReadonlySet<string>>();
  readonly #shown = new Map<string, Simulation>();
  readonly #running = new Map<string, AbortController>();
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #subscription: vscode.Disposable;
  readonly #disposal = new AbortController();
  #rehearsed = false;
  #revision = 0;

  readonly onDidChange = this.#changed.event;

  constructor(snapshots: Snapshots) {
    this.#snapshots = snapshots;
    this.#subscription = snapshots.onDidChangeSnapshot(({ folder }) => {
      if (this.#chosen.has(folder.key)) void this.#simulate(folder.key);
    });
  }

  /** The repositories as views show them. */
  get states(): readonly RepositoryState[] {
    return this.#snapshots.states.map(state => this.shown(state));
  }

  get all(): readonly Simulation[] {
    return [...this.#shown.values()];
  }

  of(key: string): Simulation | undefined {
    return this.#shown.get(key);
  }

  /** A repository with what is simulated of it in place of what is. */
  shown(state: RepositoryState): RepositoryState {
    const simulation = this.#shown.get(state.folder.key);
    return simulation === undefined ? state : { ...state, index: simulation.index };
  }

  /** Thinks people away, given by their addresses; nobody ends it. */
  async start(key: string, emails: readonly string[]): Promise<void> {
    if (emails.length === 0) return this.#end(key);
    this.#chosen.set(key, new Set(emails));
    await this.#simulate(key);
  }

  /**
   * Asks the question once for nobody's eyes while the person still chooses: most of a first answer's time is V8 compiling
   * what it runs.
   */
  async rehearse(key: string): Promise<void> {
    const snapshot = this.#snapshots.state(key)?.index?.snapshot;
    const someone = snapshot?.people.find(({ active }) => active);
    if (snapshot === undefined || someone === undefined || this.#rehearsed) return;
    this.#rehearsed = true;
    await inSteps(whatIfInSteps(snapshot, [someone.id]), this.#disposal.signal);
  }

  /** Ends every one. */
  end(): void {
    for (const key of [...this.#chosen.keys()]) this.#end(key);
  }

  dispose(): void {
    this.#disposal.abort();
    for (const running of this.#running.values()) running.abort();
    this.#subscription.dispose();
    this.#changed.dispose();
  }

  #end(key: string): void {
    this.#running.get(key)?.abort();
    this.#chosen.delete(key);
    if (this.#shown.delete(key)) this.#changed.fire();
  }

  /** What was shown before stays until the new one is there. */
  async #simulate(key: string): Promise<void> {
    this.#running.get(key)?.abort();
    const running = new AbortController();
    this.#running.set(key, running);
    const before = this.#snapshots.state(key)?.index;
    const people = before == null ? [] : peopleWith(before.snapshot, this.#chosen.get(key) ?? new Set());
    if (before == null || people.length === 0 || !before.snapshot.policy.whatIf) return this.#end(key);
    const ids = people.map(({ id }) => id);
    const result = await inSteps(whatIfInSteps(before.snapshot, ids), running.signal);
    const revision = --this.#revision;
    const index = result && (await SnapshotIndex.of(result.after, revision, running.signal, before));
    if (result === null || index === null || running.signal.aborted) return;
    this.#shown.set(key, { result, index });
    this.#changed.fire();
  }
}
