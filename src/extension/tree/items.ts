import * as vscode from 'vscode';
import type { AcceptedRisk, FileOwnership } from '../../core/model';
import { personName } from '../../core/report/names';
import { percent, wholeNumber } from '../../core/report/numbers';
import { printable } from '../../core/report/printable';
import { reasonText } from '../../core/report/reasons';
import { sentence } from '../../core/report/sentence';
import { isAccepted } from '../../core/report/singlePoints';
import { folderOf } from '../componentFolder';
import { evidenceOfReason } from '../evidence';
import { stateNote } from '../explanations';
import { commands, rowContexts } from '../ids';
import { below } from '../pathKey';
import type { RepositoryState } from '../repositoryState';
import { baseName, parentFolder, type SnapshotIndex } from '../snapshotIndex';
import { uriOf } from '../snapshots';
import { translate } from '../text';
import { asSentence, changeFact, changeWords, ownerCount, riskWords, soleOwner, stateSentence } from '../wording';
import type {
  AliasesNode,
  ComponentNode,
  FileNode,
  FolderNode,
  GroupNode,
  OwnershipNode,
  PersonNode,
  ReasonNode,
} from './node';
import { openCommand, row } from './row';
import { coverageItem, findingItem, runbookItem } from './runbookItems';
import { stateIcon } from './stateIcon';

/** How a row is drawn, without its tooltip. Every state is said in words; the icon and its colour only repeat it. */
export function itemOf(node: OwnershipNode, grouping: string): vscode.TreeItem {
  const item = drawn(node);
  // The view keeps rows open by id; another grouping is another tree.
  item.id = `${grouping}|${node.id}`;
  return item;
}

function drawn(node: OwnershipNode): vscode.TreeItem {
  switch (node.kind) {
    case 'repository':
      return repositoryItem(node.repository);
    case 'component':
      return componentItem(node);
    case 'group':
      return groupItem(node);
    case 'reason':
      return reasonItem(node);
    case 'person':
      return personItem(node);
    case 'runbook':
      return runbookItem(node);
    case 'coverage':
      return coverageItem(node);
    case 'finding':
      return findingItem(node);
    case 'folder':
      return folderItem(node);
    case 'file':
      return fileItem(node);
    case 'aliases':
      return aliasesItem(node);
    case 'more': {
      const item = row(
        vscode.l10n.t('Show more ({hidden} are hidden)', { hidden: wholeNumber(node.hidden, translate) }),
        new vscode.ThemeIcon('ellipsis'),
      );
      item.command = { command: showMoreCommand, title: '', arguments: [node.list] };
      return item;
    }
  }
}

function aliasesItem(node: AliasesNode): vscode.TreeItem {
  const item = row(vscode.l10n.t('Perhaps one person'), new vscode.ThemeIcon('link'));
  item.description =
    node.count === 1
      ? vscode.l10n.t('1 suggestion')
      : vscode.l10n.t('{count} suggestions', { count: wholeNumber(node.count, translate) });
  item.command = { command: commands.reviewAliases, title: '', arguments: [node] };
  return item;
}

/** Only the row itself runs it, so it is not in package.json. */
export const showMoreCommand = 'singlePoints.internal.showMore';

function repositoryItem({ folder, activity, index }: RepositoryState): vscode.TreeItem {
  const collapsible = index === null ? vscode.TreeItemCollapsibleState.None : vscode.TreeItemCollapsibleState.Expanded;
  const item = new vscode.TreeItem(baseName(folder.uri.path), collapsible);
  item.iconPath = new vscode.ThemeIcon('repo');
  if (activity.kind === 'failed') item.description = activity.message;
  // What is shown already is only being refreshed or completed: the progress bar says that.
  else if (index !== null) item.description = index.snapshot.repository.branch ?? '';
  else if (activity.kind !== 'ready') item.description = vscode.l10n.t('being analysed…');
  return item;
}

function componentItem({ component, index, label }: ComponentNode): vscode.TreeItem {
  const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.Collapsed);
  const owners = ownerCount(component);
  const risk =
    component.accepted !== null && isAccepted(component, index.snapshot.scannedAt)
      ? acceptedWords(component.accepted)
      : riskWords(component.risk.level, translate);
  const before = index.changedComponent(component);
  const change = changeFact(before, translate);
  item.description = [changeWords(before, component, translate), risk].filter(part => part !== null).join(' · ');
  item.iconPath = stateIcon(component.state, index.isSinglePoint(component));
  item.contextValue = rowContexts.component;
  item.accessibilityInformation = {
    label: [stateSentence(label, component.state, owners, translate), ...[risk, change].flatMap(sentenceOf)].join(' '),
  };
  return item;
}

function sentenceOf(words: string | null): string[] {
  return words === null ? [] : [asSentence(words, translate)];
}

function acceptedWords({ until }: AcceptedRisk): string {
  return vscode.l10n.t('accepted until {until}', { until });
}

function groupItem({ group, count }: GroupNode): vscode.TreeItem {
  const [label, icon] = groupWords(group);
  const { Collapsed, Expanded } = vscode.TreeItemCollapsibleState;
  const item = new vscode.TreeItem(label, group === 'why' ? Expanded : Collapsed);
  item.iconPath = new vscode.ThemeIcon(icon);
  item.description = wholeNumber(count, translate);
  return item;
}

function groupWords(group: GroupNode['group']): readonly [label: string, icon: string] {
  switch (group) {
    case 'why':
      return [vscode.l10n.t('Why'), 'question'];
    case 'people':
      return [vscode.l10n.t('People'), 'organization'];
    case 'runbooks':
      return [vscode.l10n.t('Runbooks'), 'book'];
    case 'files':
      return [vscode.l10n.t('Files'), 'files'];
    case 'withoutRunbook':
      return [vscode.l10n.t('Components without a runbook'), 'circle-slash'];
  }
}

/** Where commits show the reason, choosing it lists them. */
function reasonItem(node: ReasonNode): vscode.TreeItem {
  const { people } = node.index.snapshot;
  const item = row(reasonText(node.reason, people, translate), new vscode.ThemeIcon('info'));
  if (evidenceOfReason(node.reason, people) !== null) item.command = commitsCommand(node);
  return item;
}

function commitsCommand(node: OwnershipNode): vscode.Command {
  return { command: commands.showCommits, title: vscode.l10n.t('Show Commits'), arguments: [node] };
}

function personItem(node: PersonNode): vscode.TreeItem {
  const { person, role, share, index } = node;
  const { people } = index.snapshot;
  const name = personName(person, people, translate);
  const collapsible =
    role === 'plain' ? vscode.TreeItemCollapsibleState.Collapsed : vscode.TreeItemCollapsibleState.None;
  const item = new vscode.TreeItem(name, collapsible);
  const isChoice = role === 'backup' || role === 'alternative';
  item.iconPath = new vscode.ThemeIcon(isChoice ? 'person-add' : 'person');
  const isThoughtAway = people[person]?.active === false && index.before?.snapshot.people[person]?.active === true;
  const presence = isThoughtAway ? vscode.l10n.t('away (simulated)') : stateNote(people[person]);
  const hasEvidence = role !== 'plain';
  const canBeAway = people[person]?.active === true && !isChoice;
  const contexts = [...(hasEvidence ? [rowContexts.evidence] : []), ...(canBeAway ? [rowContexts.person] : [])];
  if (contexts.length > 0) item.contextValue = contexts.join(' ');
  if (hasEvidence) item.command = commitsCommand(node);
  item.description = [roleWords(role, share), presence].filter(part => part !== null).join(' · ');
  return item;
}

function roleWords(role: PersonNode['role'], share: number | null): string | null {
  const part = share === null ? '' : percent(share, translate);
  switch (role) {
    case 'owner':
      return vscode.l10n.t('owns {part}', { part });
    case 'familiar':
      return vscode.l10n.t('knows {part}', { part });
    case 'backup':
      return vscode.l10n.t('backup');
    case 'alternative':
      return vscode.l10n.t('next choice of a backup');
    case 'author':
      return vscode.l10n.t('wrote {part}', { part });
    case 'plain':
      return null;
  }
}

function folderItem({ folder, label, repository }: FolderNode): vscode.TreeItem {
  const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.Collapsed);
  item.resourceUri = uriOf(repository, folder.path);
  item.iconPath = vscode.ThemeIcon.Folder;
  const alone = folder.sole + folder.orphaned;
  const values = { alone: wholeNumber(alone, translate), total: wholeNumber(folder.total, translate) };
  item.description = alone === 0 ? vscode.l10n.t('shared') : vscode.l10n.t('{alone} of {total} single points', values);
  return item;
}

function fileItem({ file, index, repository, parent }: FileNode): vscode.TreeItem {
  const item = new vscode.TreeItem(printable(baseName(file.path)));
  const owners = ownerCount(file);
  const folder = parent?.kind === 'group' ? folderInside(file, index) : '';
  const accepted = file.accepted === null ? '' : acceptedWords(file.accepted);
  const before = index.changedFile(file);
  // That one person knows it is what its icon says, and often the rows around it.
  const owner = before === undefined ? soleOwner(file, index.snapshot.people, translate) : null;
  const known = owner ?? changeWords(before, file, translate);
  item.description = [known, accepted, folder].filter(Boolean).join(' · ');
  item.iconPath = stateIcon(file.state, false);
  item.contextValue = rowContexts.file;
  item.command = openCommand(uriOf(repository, file.path));
  item.accessibilityInformation = {
    label: [
      stateSentence(file.path, file.state, owners, translate),
      ...(owner === null ? [] : [sentence(owner, translate)]),
      ...[changeFact(before, translate)].flatMap(sentenceOf),
    ].join(' '),
  };
  return item;
}

/** Below the folder that all of the component is in; a row has little room. */
function folderInside(file: FileOwnership, index: SnapshotIndex): string {
  const folder = parentFolder(file.path);
  const component = index.componentOf(file);
  const common = component === undefined ? null : folderOf(component);
  return common === null ? folder : (below(common, folder) ?? folder);
}
