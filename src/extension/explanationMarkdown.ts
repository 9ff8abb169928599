import * as vscode from 'vscode';
import { evidenceReference } from './evidence';
import type { Explanation, Fact } from './explanations';
import { type Command, commands } from './ids';
import type { Reference } from './target';
import { commandLink, escaped, markdown } from './text';

/** An explanation as a tooltip: the sentence, then one fact a line. */
export function explanationMarkdown({ sentence, facts }: Explanation): vscode.MarkdownString {
  return markdown(textOf({ sentence, facts }));
}

/**
 * The same with what can be done about it; a fact that commits show leads to them. A hover has room for a dozen lines: what can
 * be done comes after the first explanation, to be seen without scrolling.
 */
export function hoverMarkdown(explanations: readonly Explanation[], reference: Reference): vscode.MarkdownString {
  const actions = actionsOn(reference).map(({ label, icon, command }) =>
    commandLink(`$(${icon}) ${escaped(label)}`, command, reference),
  );
  const [first = '', ...others] = explanations.map(explanation => textOf(explanation, reference));
  return markdown([first, actions.join('&nbsp;&nbsp; '), ...others.flatMap(text => ['---', text])].join('\n\n'));
}

export interface Action {
  readonly label: string;
  readonly icon: string;
  readonly command: Command;
}

/** What can be done about a single point, wherever it is shown. */
export function actionsOn({ component }: Reference): readonly Action[] {
  if (component === null) return [];
  return [
    { label: vscode.l10n.t('Suggest Backup'), icon: 'person-add', command: commands.suggestBackup },
    { label: vscode.l10n.t('Generate Runbook Stub'), icon: 'book', command: commands.generateRunbookStub },
    {
      label: vscode.l10n.t('Create Ownership Checklist'),
      icon: 'tasklist',
      command: commands.createOwnershipChecklist,
    },
    { label: vscode.l10n.t('Show Commits'), icon: 'git-commit', command: commands.showCommits },
    { label: vscode.l10n.t('Accept Risk…'), icon: 'check', command: commands.acceptRisk },
    { label: vscode.l10n.t('Reveal in Ownership View'), icon: 'list-tree', command: commands.revealInView },
  ];
}

function textOf({ sentence, facts }: Explanation, reference: Reference | null = null): string {
  const rows = facts.map(fact => `- ${factText(fact, reference)}`);
  return [`**${escaped(sentence)}**`, rows.join('\n')].filter(Boolean).join('\n\n');
}

function factText(fact: Fact, reference: Reference | null): string {
  if (typeof fact === 'string') return escaped(fact);
  if (reference === null) return escaped(fact.text);
  return commandLink(escaped(fact.text), commands.showCommits, evidenceReference(reference, fact.evidence));
}
