import * as vscode from 'vscode';
import { planSentence } from '../../core/report/planText';
import { views } from '../ids';
import type { Simulations } from '../simulations';
import { translate } from '../text';
import { simulationText } from '../wording';
import { planItem, planTooltip } from './planItems';
import type { PlanNode } from './planNode';
import { planChildren, planRoots } from './planRows';
import type { PlannedRepository, Plans } from './plans';

/** The Spread plan view: who should take over what, in the order in which to do it. Plans while it is seen. */
export class PlanView implements vscode.TreeDataProvider<PlanNode>, vscode.Disposable {
  readonly #plans: Plans;
  readonly #simulations: Simulations;
  readonly #changed = new vscode.EventEmitter<undefined>();
  readonly #view: vscode.TreeView<PlanNode>;
  readonly #subscriptions: vscode.Disposable;
  #shown: readonly PlannedRepository[] = [];

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(plans: Plans, simulations: Simulations) {
    this.#plans = plans;
    this.#simulations = simulations;
    this.#view = vscode.window.createTreeView(views.spreadPlan, { treeDataProvider: this, showCollapseAll: true });
    const show = (): void => void this.#show();
    this.#subscriptions = vscode.Disposable.from(
      this.#changed,
      this.#view,
      plans.onDidChange(show),
      this.#view.onDidChangeVisibility(show),
    );
    this.#view.message = this.#message();
  }

  getTreeItem(node: PlanNode): vscode.TreeItem {
    return planItem(node);
  }

  getChildren(node?: PlanNode): PlanNode[] {
    return [...(node === undefined ? planRoots(this.#shown) : planChildren(node, translate))];
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

  async #show(): Promise<void> {
    if (!this.#view.visible) return;
    const planned = await this.#plans.all();
    if (planned.length === this.#shown.length && planned.every(each => this.#shown.includes(each))) return;
    this.#shown = planned;
    this.#view.message = this.#message();
    this.#changed.fire(undefined);
  }

  #message(): string {
    if (this.#shown.length === 0) return vscode.l10n.t('The plan comes after the analysis.');
    const simulated = this.#simulations.all.map(({ result }) => simulationText(result, translate));
    return [...simulated, ...this.#shown.map(({ plan }) => planSentence(plan, translate))].join(' ');
  }
}
