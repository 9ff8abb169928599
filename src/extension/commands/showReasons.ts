import * as vscode from 'vscode';
import { actionsOn } from '../explanationMarkdown';
import { type Explanation, explainComponent, explainFile } from '../explanations';
import { baseName } from '../snapshotIndex';
import { asShown, componentTarget, referenceTo, type Target, targetOf } from '../target';
import type { Session } from './command';

interface ReasonItem extends vscode.QuickPickItem {
  readonly command?: string;
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
  if (picked?.command !== undefined) await vscode.commands.executeCommand(picked.command, reference);
}

/** The sentence is an item: the label of a separator would take the room of the first fact. */
function factsOf({ file, component, index }: Target): readonly ReasonItem[] {
  const items: ReasonItem[] = [];
  if (file !== null)
    items.push(separator(vscode.l10n.t('File')), ...itemsOf(explainFile(file, baseName(file.path), index)));
  if (component !== null) {
    items.push(separator(vscode.l10n.t('Component')), ...itemsOf(explainComponent(component, index)));
  }
  return items;
}

function itemsOf({ sentence, facts }: Explanation): readonly ReasonItem[] {
  return [{ label: sentence }, ...facts.map(fact => ({ label: `$(info) ${fact}` }))];
}

function placeHolderOf({ file, component, index }: Target): string {
  return file?.path ?? (component === null ? '' : index.labelOf(component));
}

function separator(label: string): ReasonItem {
  return { label, kind: vscode.QuickPickItemKind.Separator };
}
