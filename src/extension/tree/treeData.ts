import * as vscode from 'vscode';
import { aliasCountText } from '../../core/report/aliasText';
import { definitionText, knownDefinitions, truckFactorMeaning } from '../../core/report/states';
import { trendOf, trendText } from '../../core/report/trend';
import { explanationMarkdown } from '../explanationMarkdown';
import {
  explainBackup,
  explainComponent,
  explainFile,
  explainFolder,
  explainRunbook,
  explainShares,
} from '../explanations';
import type { Simulations } from '../simulations';
import { translate } from '../text';
import { itemOf } from './items';
import type { OwnershipNode, PersonNode, RepositoryNode } from './node';
import type { OwnershipTree } from './ownershipTree';

const quietMilliseconds = 100;

/** The Ownership tree for VS Code: rows when they are opened, tooltips when they are pointed at. */
export class OwnershipTreeData implements vscode.TreeDataProvider<OwnershipNode>, vscode.Disposable {
  readonly #simulations: Simulations;
  readonly #tree: OwnershipTree;
  readonly #changed = new vscode.EventEmitter<undefined>();
  #timer: NodeJS.Timeout | undefined;

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(simulations: Simulations, tree: OwnershipTree) {
    this.#simulations = simulations;
    this.#tree = tree;
  }

  /** Whatever happens within a tenth of a second is drawn once. */
  refresh(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#changed.fire(undefined);
    }, quietMilliseconds);
  }

  /** For a row that is to be revealed, which the view must know first. */
  refreshNow(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#changed.fire(undefined);
  }

  getTreeItem(node: OwnershipNode): vscode.TreeItem {
    return itemOf(node, this.#tree.grouping);
  }

  getChildren(node?: OwnershipNode): OwnershipNode[] {
    return [...(node === undefined ? this.#tree.roots(this.#simulations.states) : this.#tree.children(node))];
  }

  getParent(node: OwnershipNode): OwnershipNode | null {
    return node.parent;
  }

  resolveTreeItem(item: vscode.TreeItem, node: OwnershipNode): vscode.TreeItem {
    const tooltip = tooltipOf(node);
    if (tooltip !== undefined) item.tooltip = tooltip;
    return item;
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#changed.dispose();
  }
}

function tooltipOf(node: OwnershipNode): vscode.MarkdownString | undefined {
  switch (node.kind) {
    case 'repository':
      return repositoryTooltip(node);
    case 'component':
      return explanationMarkdown(explainComponent(node.component, node.index));
    case 'folder':
      return explanationMarkdown(explainFolder(node.folder, node.index));
    case 'file':
      return explanationMarkdown(explainFile(node.file, node.file.path, node.index));
    case 'runbook':
      return explanationMarkdown(explainRunbook(node.runbook, node.index));
    case 'aliases':
      return explanationMarkdown({ sentence: aliasCountText(node.index.snapshot, translate) ?? '', facts: [] });
    case 'person':
      return personTooltip(node);
    default:
      return undefined;
  }
}

function personTooltip({ role, person, reasons, shares, index }: PersonNode): vscode.MarkdownString | undefined {
  if (role === 'backup' || role === 'alternative') return explanationMarkdown(explainBackup(person, reasons, index));
  return shares === null ? undefined : explanationMarkdown(explainShares(shares, index));
}

/** A truck factor never stands without its definition. */
function repositoryTooltip({ repository }: RepositoryNode): vscode.MarkdownString {
  const { activity, folder, index } = repository;
  const factors =
    index === null ? [] : knownDefinitions(index.snapshot).map(definition => index.snapshot.truckFactor[definition]);
  const facts = factors
    .filter(({ value }) => value !== null)
    .map(({ value, definition }) =>
      vscode.l10n.t('Truck factor by {definition}: {value}', {
        definition: definitionText(definition, translate),
        value: value ?? '',
      }),
    );
  const trend = index === null ? null : trendOf(index.snapshot);
  if (trend !== null) facts.push(vscode.l10n.t('Over a year: {trend}', { trend: trendText(trend, translate) }));
  if (facts.length > 0) {
    facts.push(vscode.l10n.t('Truck factor: {meaning}', { meaning: truckFactorMeaning(translate) }));
  }
  if (activity.kind === 'failed') facts.unshift(activity.message);
  return explanationMarkdown({ sentence: folder.uri.fsPath, facts });
}
