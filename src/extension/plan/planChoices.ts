import * as vscode from 'vscode';
import { type PlanChoice, usualChoice } from '../../core/spread/planChoice';

const memoryKey = 'singlePoints.plan';

/** What was decided about the plans of this workspace, by key of the repository. Kept by VS Code, not in the repository. */
export class PlanChoices implements vscode.Disposable {
  readonly #memory: vscode.Memento;
  readonly #changed = new vscode.EventEmitter<void>();
  #kept: Readonly<Record<string, PlanChoice>>;

  readonly onDidChange = this.#changed.event;

  constructor(memory: vscode.Memento) {
    this.#memory = memory;
    this.#kept = memory.get(memoryKey, {});
  }

  /** The same object until something is decided. */
  of(repository: string): PlanChoice {
    return this.#kept[repository] ?? usualChoice;
  }

  async set(repository: string, choice: PlanChoice): Promise<void> {
    this.#kept = { ...this.#kept, [repository]: choice };
    this.#changed.fire();
    await this.#memory.update(memoryKey, this.#kept);
  }

  dispose(): void {
    this.#changed.dispose();
  }
}
