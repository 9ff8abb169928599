import * as vscode from 'vscode';
import { limitText } from '../../core/report/limits';
import { wholeNumber } from '../../core/report/numbers';
import { trendOf, trendText } from '../../core/report/trend';
import { contextKeys, views } from '../ids';
import type { RepositoryState } from '../repositoryState';
import type { Simulations } from '../simulations';
import type { Snapshots } from '../snapshots';
import { translate } from '../text';
import { type ViewState, viewStateOf } from '../viewState';
import { isBehindTheScenes, progressText, simulationText } from '../wording';
import { type Matches, search } from './filter';
import type { Grouping, OwnershipNode } from './node';
import { OwnershipTree } from './ownershipTree';
import { OwnershipTreeData } from './treeData';

const describeMilliseconds = 100;

/** The Ownership view: its tree, badge, message, progress and welcome texts. */
export class OwnershipView implements vscode.Disposable {
  readonly #snapshots: Snapshots;
  readonly #simulations: Simulations;
  readonly #tree = new OwnershipTree();
  readonly #data: OwnershipTreeData;
  readonly #view: vscode.TreeView<OwnershipNode>;
  readonly #subscriptions: vscode.Disposable;
  /** Before the repositories are known, or while none may be looked at: what the view says. */
  #standIn: ViewState | undefined = 'analysing';
  #filter = '';
  #searching = new AbortController();
  #endProgress: (() => void) | undefined;
  #describing: NodeJS.Timeout | undefined;
  #drawnRepositories = '';

  constructor(snapshots: Snapshots, simulations: Simulations) {
    this.#snapshots = snapshots;
    this.#simulations = simulations;
    this.#data = new OwnershipTreeData(simulations, this.#tree);
    this.#view = vscode.window.createTreeView(views.ownership, { treeDataProvider: this.#data, showCollapseAll: true });
    this.#subscriptions = vscode.Disposable.from(
      this.#data,
      this.#view,
      snapshots.onDidChangeSnapshot(() => void this.#search()),
      simulations.onDidChange(() => void this.#search()),
      snapshots.onDidChangeActivity(() => this.#describeSoon()),
    );
    this.#describe();
  }

  get filter(): string {
    return this.#filter;
  }

  get grouping(): Grouping {
    return this.#tree.grouping;
  }

  /** Undefined: the states of the repositories speak. */
  setStandIn(state: ViewState | undefined): void {
    this.#standIn = state;
    this.#describe();
  }

  setGrouping(grouping: Grouping): void {
    this.#tree.grouping = grouping;
    this.#data.refresh();
    this.#describe();
  }

  /** Shows only what has the text in its name, path or people; empty shows everything. */
  async setFilter(text: string): Promise<void> {
    this.#filter = text.trim();
    void vscode.commands.executeCommand('setContext', contextKeys.filtered, this.#filter !== '');
    await this.#search();
  }

  showMore(list: string): void {
    this.#tree.showMore(list);
    this.#data.refresh();
  }

  /** Opens the view at a file, or at a component where no path is given. */
  async reveal(state: RepositoryState, component: string | null, path: string | null): Promise<void> {
    this.#tree.grouping = 'component';
    if (this.#filter !== '') await this.setFilter('');
    this.#describe();
    const isOnly = this.#snapshots.states.length === 1;
    const repository = this.#simulations.shown(state);
    const node =
      path === null
        ? this.#tree.componentNode(repository, component ?? '', isOnly)
        : this.#tree.fileNode(repository, path, isOnly);
    if (node === undefined) return;
    this.#data.refreshNow();
    await this.#view.reveal(node, { select: true, focus: true, expand: path === null });
  }

  /** Selects a component that is looked at elsewhere, where the view shows components anyway; it takes nobody's focus. */
  async follow(state: RepositoryState, component: string): Promise<void> {
    if (!this.#view.visible || this.#tree.grouping !== 'component' || this.#filter !== '') return;
    const isOnly = this.#snapshots.states.length === 1;
    const node = this.#tree.componentNode(this.#simulations.shown(state), component, isOnly);
    if (node === undefined) return;
    this.#data.refreshNow();
    await this.#view.reveal(node, { select: true, focus: false, expand: false });
  }

  dispose(): void {
    this.#searching.abort();
    clearTimeout(this.#describing);
    this.#endProgress?.();
    this.#subscriptions.dispose();
  }

  async #search(): Promise<void> {
    this.#searching.abort();
    const searching = new AbortController();
    this.#searching = searching;
    if (this.#filter === '') {
      this.#tree.matches = null;
    } else {
      const found = new Map<string, Matches>();
      for (const { folder, index } of this.#simulations.states) {
        const matches = index === null ? null : await search(index, this.#filter, searching.signal);
        if (searching.signal.aborted) return;
        if (matches !== null) found.set(folder.key, matches);
      }
      this.#tree.matches = found;
    }
    this.#data.refresh();
    this.#describe();
  }

  /** Progress is told more often than anyone can read. */
  #describeSoon(): void {
    this.#describing ??= setTimeout(() => this.#describe(), describeMilliseconds);
  }

  #describe(): void {
    clearTimeout(this.#describing);
    this.#describing = undefined;
    const state = this.#standIn ?? viewStateOf(this.#snapshots.states);
    const isLooking = this.#standIn === 'analysing';
    const isAnalysing = this.#standIn === undefined && this.#snapshots.isAnalysing;
    void vscode.commands.executeCommand('setContext', contextKeys.state, state);
    void vscode.commands.executeCommand('setContext', contextKeys.analysing, isAnalysing);
    const simulated = this.#simulations.all.map(({ result }) => simulationText(result, translate));
    void vscode.commands.executeCommand('setContext', contextKeys.simulated, simulated.length > 0);
    this.#view.message = isLooking
      ? vscode.l10n.t('Looking for git repositories…')
      : [...simulated, messageOf(this.#snapshots.states, state, this.#filter, simulated.length === 0)]
          .filter(Boolean)
          .join(' ');
    this.#view.badge = badgeOf(this.#snapshots.states);
    this.#view.description = simulated.length > 0 ? '' : trendIn(this.#snapshots.states);
    this.#showProgress(isLooking || isAnalysing);
    this.#redrawRepositories();
  }

  /** Rows of repositories say what goes on in them, but not how far it is. */
  #redrawRepositories(): void {
    const { states } = this.#snapshots;
    const drawn = states.length < 2 ? '' : states.map(({ folder, activity }) => folder.key + activity.kind).join();
    if (drawn !== this.#drawnRepositories) this.#data.refresh();
    this.#drawnRepositories = drawn;
  }

  #showProgress(isBusy: boolean): void {
    if (!isBusy) {
      this.#endProgress?.();
      this.#endProgress = undefined;
    } else if (this.#endProgress === undefined) {
      void vscode.window.withProgress(
        { location: { viewId: views.ownership } },
        () =>
          new Promise<void>(resolve => {
            this.#endProgress = resolve;
          }),
      );
    }
  }
}

/** What goes on; else what is hidden, what went wrong with a Snapshot still there, or if wished what the numbers lack. */
function messageOf(states: readonly RepositoryState[], view: ViewState, filter: string, withLimits: boolean): string {
  for (const { activity, index } of states) {
    if (activity.kind !== 'analysing' || activity.progress === null) continue;
    // What is shown already is only being completed: the progress bar says that.
    if (index === null || !isBehindTheScenes(activity.progress)) return progressText(activity.progress, translate);
  }
  // A message would take the place of the welcome text.
  if (view !== 'ready') return '';
  if (filter !== '') return vscode.l10n.t('Only what contains “{filter}” is shown.', { filter });
  for (const { activity, index } of states) {
    if (activity.kind !== 'failed' || index === null) continue;
    return vscode.l10n.t('This is what was known before. {message}', { message: activity.message });
  }
  const [limit] = states.flatMap(({ index }) => index?.snapshot.limits ?? []);
  return limit === undefined || !withLimits ? '' : limitText(limit, translate);
}

/** Of several repositories each row says its own. */
function trendIn(states: readonly RepositoryState[]): string {
  const [only, ...others] = states;
  const trend = only?.index == null || others.length > 0 ? null : trendOf(only.index.snapshot);
  return trend === null ? '' : trendText(trend, translate);
}

function badgeOf(states: readonly RepositoryState[]): vscode.ViewBadge | undefined {
  const value = states.flatMap(({ index }) =>
    index === null ? [] : index.snapshot.components.filter(part => index.isSinglePoint(part)),
  ).length;
  if (value === 0) return undefined;
  const tooltip =
    value === 1
      ? vscode.l10n.t('1 single point')
      : vscode.l10n.t('{value} single points', { value: wholeNumber(value, translate) });
  return { value, tooltip };
}
