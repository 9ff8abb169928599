import * as vscode from 'vscode';
import { evidenceReference } from '../evidence';
import { actionsOn } from '../explanationMarkdown';
import { type Explanation, explainComponent, explainFile, type Fact } from '../explanations';
import { commands } from '../ids';
import { baseName } from '../snapshotIndex';
import { asShown, componentTarget, type Reference, referenceTo, type Target, targetOf } from '../target';
import type { Session } from './command';

interface ReasonItem extends vscode.QuickPickItem {
  readonly command?: string;
  /** Of the command; without one, what the reasons are of. */
  readonly argument?: Reference;
}

/** Why a file and its component are in the state they are, and what can be done; a list the keyboard can walk. */
export async function showReasons({ snapshots, simulations }: Session, argument: unknown): Promise<void> {
  const title = vscode.l10n.t('Who Knows This');
  const target = targetOf(argument, snapshots) ?? (await componentTarget(argument, snapshots, title));
  if (target === undefined) return;
  const reference = referenceTo(target);
  const actions = actionsOn(reference).map(
    ({ label, icon, command }): ReasonItem => ({ label: `$(${icon}) ${label}`, command }),
  );
  const items = [...factsOf(asShown(target, simulations)), separator(vscode.l10n.t('What to do')), ...actions];
  const picked = await vscode.window.showQuickPick(items, { title, placeHolder: placeHolderOf(target) });
  if (picked?.command !== undefined) {
    await vscode.commands.executeCommand(picked.command, picked.argument ?? reference);
  }
}

/** A fact that commits show leads to them. */
function factItem(fact: Fact, reference: Reference): ReasonItem {
  if (typeof fact === 'string') return { label: `$(info) ${fact}` };
  return {
    label: `$(git-commit) ${fact.text}`,
    command: commands.showCommits,
    argument: evidenceReference(reference, fact.evidence),
  };
}

/** The sentence is an item: the label of a separator would take the room of the first fact. */
function factsOf(target: Target): readonly ReasonItem[] {
  const { file, component, index } = target;
  const reference = referenceTo(target);
  const items: ReasonItem[] = [];
  if (file !== null) {
    const explained = explainFile(file, baseName(file.path), index);
    items.push(separator(vscode.l10n.t('File')), ...itemsOf(explained, reference));
  }
  if (component !== null) {
    items.push(separator(vscode.l10n.t('Component')), ...itemsOf(explainComponent(component, index), reference));
  }
  return items;
}

function itemsOf({ sentence, facts }: Explanation, reference: Reference): readonly ReasonItem[] {
  return [{ label: sentence }, ...facts.map(fact => factItem(fact, reference))];
}

function placeHolderOf({ file, component, index }: Target): string {
  return file?.path ?? (component === null ? '' : index.labelOf(component));
}

function separator(label: string): ReasonItem {
  return { label, kind: vscode.QuickPickItemKind.Separator };
}
