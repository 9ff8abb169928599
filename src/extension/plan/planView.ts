import * as vscode from 'vscode';
import type { Progress } from '../../core/progress';
import { planSentence } from '../../core/report/planText';
import { internalCommands, views } from '../ids';
import type { Simulations } from '../simulations';
import { uriOf } from '../snapshots';
import { translate } from '../text';
import { simulationText } from '../wording';
import type { Checklists } from './checklists';
import { planItem, planTooltip } from './planItems';
import type { PlanNode } from './planNode';
import { planChildren, planRoots } from './planRows';
import type { PlannedRepository, Plans } from './plans';

/** The Spread plan view: who should take over what, in the order in which to do it. Plans while it is seen. */
export class PlanView implements vscode.TreeDataProvider<PlanNode>, vscode.Disposable {
  readonly #plans: Plans;
  readonly #simulations: Simulations;
  readonly #checklists: Checklists;
  readonly #changed = new vscode.EventEmitter<undefined>();
  readonly #view: vscode.TreeView<PlanNode>;
  readonly #subscriptions: vscode.Disposable;
  #shown: readonly PlannedRepository[] = [];
  #run = 0;

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(plans: Plans, simulations: Simulations, checklists: Checklists) {
    this.#plans = plans;
    this.#checklists = checklists;
    this.#simulations = simulations;
    this.#view = vscode.window.createTreeView(views.spreadPlan, {
      ...{ treeDataProvider: this, showCollapseAll: true, manageCheckboxStateManually: true },
    });
    const show = (): void => void this.#show();
    this.#subscriptions = vscode.Disposable.from(
      this.#changed,
      this.#view,
      plans.onDidChange(show),
      checklists.onDidChange(() => this.#changed.fire(undefined)),
      this.#view.onDidChangeCheckboxState(({ items }) => void this.#tick(items)),
      this.#view.onDidChangeVisibility(show),
    );
    this.#view.message = this.#message();
  }

  getTreeItem(node: PlanNode): vscode.TreeItem {
    return planItem(node);
  }

  getChildren(node?: PlanNode): PlanNode[] {
    return [
      ...(node === undefined
        ? planRoots(this.#shown, this.#progressOf)
        : planChildren(node, translate, this.#progressOf)),
    ];
  }

  getParent(node: PlanNode): PlanNode | null {
    return node.parent;
  }

  resolveTreeItem(item: vscode.TreeItem, node: PlanNode): vscode.TreeItem {
    const tooltip = planTooltip(node);
    if (tooltip !== undefined) item.tooltip = tooltip;
    return item;
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  readonly #progressOf = (repository: string): Progress | undefined => this.#checklists.of(repository);

  /** What the page then says is drawn, whether it could be written or not. */
  async #tick(items: readonly (readonly [PlanNode, vscode.TreeItemCheckboxState])[]): Promise<void> {
    for (const [node, state] of items) {
      if (node.kind !== 'checklistStep') continue;
      const { repository } = node.planned;
      const ticked = state === vscode.TreeItemCheckboxState.Checked;
      const step = { page: uriOf(repository, node.list.path), step: node.step.id, ticked };
      await vscode.commands.executeCommand(internalCommands.tickStep, step);
      await this.#checklists.refresh(repository);
    }
    this.#changed.fire(undefined);
  }

  async #show(): Promise<void> {
    if (!this.#view.visible) return;
    const run = ++this.#run;
    const planned = await this.#plans.all();
    // Asked for anew meanwhile: that one answers.
    if (run !== this.#run) return;
    if (planned.length === this.#shown.length && planned.every(each => this.#shown.includes(each))) return;
    this.#shown = planned;
    this.#view.message = this.#message();
    this.#changed.fire(undefined);
  }

  #message(): string {
    // Until something is planned, the welcome text speaks; a message would take its place.
    if (this.#shown.length === 0) return '';
    const simulated = this.#simulations.all.map(({ result }) => simulationText(result, translate));
    return [...simulated, ...this.#shown.map(({ plan }) => planSentence(plan, translate))].join(' ');
  }
}
