import * as vscode from 'vscode';
import { planSpreadInSteps, type SpreadPlan } from '../../core/spread/plan';
import { type PlanChoice, planOptionsOf } from '../../core/spread/planChoice';
import type { RepositoryState } from '../repositoryState';
import type { Simulations } from '../simulations';
import { inSteps } from '../slices';
import type { SnapshotIndex } from '../snapshotIndex';
import type { Snapshots } from '../snapshots';
import type { PlanChoices } from './planChoices';

/** A repository as it is shown, and what is planned for it. */
export interface PlannedRepository {
  readonly repository: RepositoryState;
  readonly index: SnapshotIndex;
  readonly plan: SpreadPlan;
}

interface Making {
  readonly index: SnapshotIndex;
  readonly choice: PlanChoice;
  readonly controller: AbortController;
  readonly planned: Promise<PlannedRepository | undefined>;
}

/**
 * Plans of repositories, made when somebody asks, once for each Snapshot and choice. While someone is thought away it is the
 * plan of what would be.
 */
export class Plans implements vscode.Disposable {
  readonly #snapshots: Snapshots;
  readonly #simulations: Simulations;
  readonly #choices: PlanChoices;
  readonly #makings = new Map<string, Making>();
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #subscriptions: vscode.Disposable;

  /** What a plan rests on has changed. */
  readonly onDidChange = this.#changed.event;

  constructor(snapshots: Snapshots, simulations: Simulations, choices: PlanChoices) {
    this.#snapshots = snapshots;
    this.#simulations = simulations;
    this.#choices = choices;
    const changed = (): void => this.#changed.fire();
    this.#subscriptions = vscode.Disposable.from(
      this.#changed,
      snapshots.onDidChangeSnapshot(changed),
      simulations.onDidChange(changed),
      choices.onDidChange(changed),
    );
  }

  /** Every repository that was analysed. */
  async all(): Promise<readonly PlannedRepository[]> {
    const planned = await Promise.all(this.#snapshots.states.map(({ folder }) => this.of(folder.key)));
    return planned.filter(each => each !== undefined);
  }

  /** Undefined for a repository that was not analysed yet, or where the plan was asked for anew meanwhile. */
  of(key: string): Promise<PlannedRepository | undefined> {
    const state = this.#snapshots.state(key);
    const repository = state && this.#simulations.shown(state);
    const index = repository?.index;
    if (repository === undefined || index == null) return Promise.resolve(undefined);
    const choice = this.#choices.of(key);
    const known = this.#makings.get(key);
    if (known?.index === index && known.choice === choice) return known.planned;
    known?.controller.abort();
    const controller = new AbortController();
    const { snapshot } = index;
    const steps = planSpreadInSteps(snapshot, planOptionsOf(snapshot, choice));
    const planned = inSteps(steps, controller.signal).then(plan =>
      plan === null ? undefined : { repository, index, plan },
    );
    this.#makings.set(key, { index, choice, controller, planned });
    return planned;
  }

  dispose(): void {
    for (const { controller } of this.#makings.values()) controller.abort();
    this.#subscriptions.dispose();
  }
}
