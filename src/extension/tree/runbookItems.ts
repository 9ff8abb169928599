import * as vscode from 'vscode';
import type { RunbookType, Severity } from '../../core/model';
import { coverageText } from '../../core/report/coverageText';
import { severityText } from '../../core/report/findings';
import { printable } from '../../core/report/printable';
import { commands, rowContexts } from '../ids';
import { rangeOf } from '../runbooks/findingRange';
import { uriOf } from '../snapshots';
import { translate } from '../text';
import { type CoverageNode, type FindingNode, isOnFirstLevel, type RunbookNode } from './node';
import { openCommand, row } from './row';

/** A runbook: what it is, and how many wrote it. Its findings are below. */
export function runbookItem(node: RunbookNode): vscode.TreeItem {
  const { runbook, repository } = node;
  const { Collapsed, None } = vscode.TreeItemCollapsibleState;
  const item = new vscode.TreeItem(
    printable(runbook.title) || runbook.path,
    isOnFirstLevel(node) || runbook.findings.length > 0 ? Collapsed : None,
  );
  item.iconPath = new vscode.ThemeIcon('book');
  item.description = [
    authorWords(runbook.authors.length),
    typeWords(runbook.type),
    findingWords(runbook.findings.length),
  ]
    .filter(Boolean)
    .join(' · ');
  item.contextValue = rowContexts.runbook;
  item.command = openCommand(uriOf(repository, runbook.path));
  return item;
}

function authorWords(authors: number): string {
  if (authors === 0) return '';
  return authors === 1 ? vscode.l10n.t('by one person') : vscode.l10n.t('by {authors} people', { authors });
}

function typeWords(type: RunbookType): string {
  switch (type) {
    case 'alert':
      return vscode.l10n.t('alert');
    case 'procedure':
      return vscode.l10n.t('procedure');
    case 'service':
      return vscode.l10n.t('service');
    case 'playbook':
      return vscode.l10n.t('playbook');
    case 'hub':
      return vscode.l10n.t('hub');
    case 'record':
      return vscode.l10n.t('record');
  }
}

/** The alerts of a component; choosing it lists what was found about them. */
export function coverageItem({ coverage }: CoverageNode): vscode.TreeItem {
  const item = row(coverageText(coverage, translate), new vscode.ThemeIcon('bell'));
  item.command = { command: commands.checkRunbooks, title: vscode.l10n.t('Check All Runbooks') };
  return item;
}

function findingWords(findings: number): string {
  if (findings === 0) return '';
  return findings === 1 ? vscode.l10n.t('1 finding') : vscode.l10n.t('{findings} findings', { findings });
}

const icons: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'info',
  hint: 'lightbulb',
};

/** What a rule found; choosing it leads to the place. */
export function findingItem({ finding, repository }: FindingNode): vscode.TreeItem {
  const item = row(printable(finding.message), new vscode.ThemeIcon(icons[finding.severity]));
  item.description = finding.rule;
  item.command = openCommand(uriOf(repository, finding.path), rangeOf(finding));
  item.accessibilityInformation = {
    label: `${severityText(finding.severity, translate)}: ${item.label} ${finding.rule}`,
  };
  return item;
}
