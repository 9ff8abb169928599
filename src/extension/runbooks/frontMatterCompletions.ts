import * as vscode from 'vscode';
import { personName } from '../../core/report/names';
import { pathKey } from '../pathKey';
import type { Location, Snapshots } from '../snapshots';
import { translate } from '../text';
import type { CheckedDocuments } from './checkedDocuments';

const pages: vscode.DocumentSelector = [{ language: 'markdown' }, { language: 'mdx' }];

/** Longer front matter is no front matter. */
const mostLines = 100;

/** Keys of a runbook's front matter, and values that the repository knows: its teams, its components, today. */
export function registerFrontMatterCompletions(documents: CheckedDocuments, snapshots: Snapshots): vscode.Disposable {
  const provider: vscode.CompletionItemProvider = {
    provideCompletionItems(document, position) {
      if (!documents.isRunbook(document.uri) || !isInFrontMatter(document, position.line)) return undefined;
      const before = document.lineAt(position.line).text.slice(0, position.character);
      const key = /^(\w[\w-]*):\s*["']?[^"']*$/.exec(before)?.[1];
      if (key !== undefined) return valuesOf(key, snapshots.locate(document.uri));
      return /^\w*$/.test(before) ? keyItems(document) : undefined;
    },
  };
  return vscode.languages.registerCompletionItemProvider(pages, provider, ':', ' ');
}

/** The line that ends the front matter; null while it has no end, or where there is none. */
function endOf(document: vscode.TextDocument): number | null {
  for (let at = 1; at < Math.min(document.lineCount, mostLines); at++) {
    if (document.lineAt(at).text.trimEnd() === '---') return at;
  }
  return null;
}

function isInFrontMatter(document: vscode.TextDocument, line: number): boolean {
  if (line === 0 || document.lineAt(0).text.trimEnd() !== '---') return false;
  const end = endOf(document);
  if (end !== null) return line < end;
  // Still being written: it ends where the text begins.
  return line < mostLines && !/^#/.test(document.lineAt(Math.max(1, line - 1)).text);
}

function keyItems(document: vscode.TextDocument): vscode.CompletionItem[] {
  const written = document.getText(new vscode.Range(0, 0, endOf(document) ?? mostLines, 0)).toLowerCase();
  const keys: readonly (readonly [key: string, detail: string])[] = [
    ['owner', vscode.l10n.t('The team, or the two people, who keep this page right')],
    ['backup', vscode.l10n.t('Who knows it second')],
    ['component', vscode.l10n.t('The component this page is for')],
    ['last_reviewed_on', vscode.l10n.t('The day somebody went through it last')],
    ['review_in', vscode.l10n.t('How long a review is good for, as 6 months')],
    ['owner_slack', vscode.l10n.t('The channel to ask in')],
    ['type', vscode.l10n.t('What kind of runbook it is')],
  ];
  return keys
    .filter(([key]) => !written.includes(`\n${key}:`))
    .map(([key, detail], position) => {
      const item = new vscode.CompletionItem(key, vscode.CompletionItemKind.Property);
      item.insertText = `${key}: `;
      item.detail = detail;
      item.sortText = String(position);
      item.command = { command: 'editor.action.triggerSuggest', title: '' };
      return item;
    });
}

function valuesOf(key: string, location: Location | undefined): vscode.CompletionItem[] {
  const item = (value: string, detail: string): vscode.CompletionItem => {
    const completion = new vscode.CompletionItem(value, vscode.CompletionItemKind.Value);
    completion.detail = detail;
    return completion;
  };
  switch (key.toLowerCase()) {
    case 'last_reviewed_on':
    case 'last_reviewed':
      return [item(new Date().toISOString().slice(0, 10), vscode.l10n.t('Today'))];
    case 'review_in':
      return ['3 months', '6 months', '1 year'].map(period => item(period, ''));
    case 'type':
      return ['alert', 'procedure', 'service', 'playbook', 'hub', 'record'].map(type => item(type, ''));
    case 'component':
    case 'service':
      return (location?.index.snapshot.components ?? []).map(({ id, name }) => item(id, id === name ? '' : name));
    case 'owner':
    case 'team':
      return location === undefined ? [] : ownersOf(location).map(({ value, detail }) => item(value, detail));
    case 'backup':
      return location === undefined ? [] : backupsOf(location).map(({ value, detail }) => item(value, detail));
    default:
      return [];
  }
}

interface Proposal {
  readonly value: string;
  readonly detail: string;
}

/** Teams, those of the page's own component first: a team outlives its people. */
function ownersOf({ index, path }: Location): Proposal[] {
  const { components, runbooks } = index.snapshot;
  const own = runbooks.find(runbook => pathKey(runbook.path) === pathKey(path))?.component ?? null;
  const first = components.filter(({ id }) => id === own);
  const teams = [...first, ...components].flatMap(component =>
    component.teams.map(team => ({ value: team, detail: index.labelOf(component) })),
  );
  return [...new Map(teams.reverse().map(team => [team.value, team])).values()].reverse();
}

/** Who could become the second owner of the page's component. */
function backupsOf({ index, path }: Location): Proposal[] {
  const { policy, people } = index.snapshot;
  const id = index.runbook(path)?.component ?? index.file(path)?.component ?? null;
  const component = id === null ? undefined : index.component(id);
  if (component === undefined || !policy.people) return [];
  return [component.backup, ...component.alternatives].flatMap(backup =>
    backup === null ? [] : [{ value: personName(backup.person, people, translate), detail: index.labelOf(component) }],
  );
}
