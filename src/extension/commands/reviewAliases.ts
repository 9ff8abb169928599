import * as vscode from 'vscode';
import type { AliasSuggestion } from '../../core/aliasSuggestion';
import { withMailmapLines } from '../../core/people/mailmapLines';
import { personName } from '../../core/report/names';
import { reasonText } from '../../core/report/reasons';
import { sentences } from '../../core/report/sentence';
import type { RepositoryState } from '../repositoryState';
import { uriOf } from '../snapshots';
import { repositoryOf } from '../target';
import { translate } from '../text';
import type { Session } from './command';
import { pickRepository } from './pickRepository';
import { showUnsavedFile } from './unsavedFile';

interface AliasItem extends vscode.QuickPickItem {
  readonly suggestion: AliasSuggestion;
}

/** Lets the person pick which names are one person, and proposes the lines for `.mailmap` that say so. */
export async function reviewAliases({ snapshots }: Session, argument: unknown): Promise<void> {
  const analysed = snapshots.states.filter(({ index }) => index !== null);
  const repository =
    repositoryOf(argument, snapshots) ??
    (await pickRepository(analysed, { none: vscode.l10n.t('No repository is open.') }));
  const snapshot = repository?.index?.snapshot;
  if (repository === undefined || snapshot === undefined) return;
  const { aliasSuggestions, people } = snapshot;
  if (aliasSuggestions.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('No two names here look like one person.'));
    return;
  }
  const items = aliasSuggestions.map(
    (suggestion): AliasItem => ({
      label: vscode.l10n.t('{alias} → {person}', {
        alias: personName(suggestion.alias, people, translate),
        person: personName(suggestion.person, people, translate),
      }),
      detail: sentences(
        suggestion.reasons.map(reason => reasonText(reason, people, translate)),
        translate,
      ),
      suggestion,
    }),
  );
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Review Alias Suggestions'),
    placeHolder: vscode.l10n.t(
      'Which of these are one person? The lines for .mailmap are shown before they are written.',
    ),
    canPickMany: true,
    matchOnDetail: true,
  });
  if (picked === undefined || picked.length === 0) return;
  await propose(
    repository,
    picked.flatMap(({ suggestion }) => suggestion.mailmap),
  );
}

/**
 * VS Code's refactor preview holds the change until the person applies it, and a file that is not there yet is unsaved; the
 * watcher then starts an analysis.
 */
async function propose(repository: RepositoryState, lines: readonly string[]): Promise<void> {
  const place = uriOf(repository, '.mailmap');
  const label = vscode.l10n.t('Names of one person in .mailmap');
  const document = await openIfThere(place);
  if (document === null) {
    await showUnsavedFile(place, withMailmapLines('', lines));
    return;
  }
  const edit = new vscode.WorkspaceEdit();
  const before = document.getText();
  const after = withMailmapLines(before, lines);
  const wasDirty = document.isDirty;
  edit.insert(place, document.positionAt(before.length), after.slice(before.length), {
    label,
    needsConfirmation: true,
  });
  const applied = await vscode.workspace.applyEdit(edit);
  // Whose own changes are still unsaved decides when to save them.
  if (applied && !wasDirty && document.getText() === after) await document.save();
}

async function openIfThere(place: vscode.Uri): Promise<vscode.TextDocument | null> {
  try {
    await vscode.workspace.fs.stat(place);
  } catch {
    return null;
  }
  return vscode.workspace.openTextDocument(place);
}
