import * as vscode from 'vscode';
import type { ReportRequest } from '../../analysis/protocol';
import { isMarkdownPath } from '../../core/runbooks/markdownPath';
import { abortOn } from '../cancellation';
import { notificationText } from '../notificationText';
import type { RepositoryState } from '../repositoryState';
import { uriOf } from '../snapshots';
import type { Session } from './command';
import { pickAnalysed } from './pickRepository';

/** Asks whether people are named and where to, writes the report there, and opens it if the person wants. */
export async function exportReport(session: Session): Promise<void> {
  const title = vscode.l10n.t('Export Report');
  const repository = await pickAnalysed(session.snapshots, title);
  if (repository === undefined) return;
  const pseudonymise = await pickNaming(repository, title);
  if (pseudonymise === undefined) return;
  const place = await vscode.window.showSaveDialog({
    title,
    defaultUri: vscode.Uri.joinPath(uriOf(repository, ''), 'single-points.html'),
    filters: { [vscode.l10n.t('Web page')]: ['html'], Markdown: ['md'] },
  });
  if (place === undefined) return;
  const { key } = repository.folder;
  const text = await reportText(session, {
    path: repository.folder.uri.fsPath,
    format: isMarkdownPath(place.path) ? 'markdown' : 'html',
    pseudonymise,
    plan: session.planChoices.of(key),
  });
  if (text === undefined) return;
  await vscode.workspace.fs.writeFile(place, new TextEncoder().encode(text));
  await offerToOpen(place);
}

/** Whether pseudonyms stand for people; not asked where the policy of the repository has them anyway. */
async function pickNaming({ index }: RepositoryState, title: string): Promise<boolean | undefined> {
  if (index?.snapshot.policy.people === false) return true;
  const items = [
    {
      label: vscode.l10n.t('With names'),
      detail: vscode.l10n.t('Of who knows a component or could learn it; no addresses'),
      pseudonymise: false,
    },
    { label: vscode.l10n.t('With pseudonyms'), detail: vscode.l10n.t('Person A, Person B'), pseudonymise: true },
  ];
  return (await vscode.window.showQuickPick(items, { title }))?.pseudonymise;
}

/** Undefined when the person cancels. */
async function reportText({ analysis }: Session, request: ReportRequest): Promise<string | undefined> {
  const title = vscode.l10n.t('Writing the report…');
  return vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title, cancellable: true },
    async (_progress, token) => {
      try {
        return await analysis().report(request, abortOn(token));
      } catch (error) {
        if (token.isCancellationRequested) return undefined;
        throw error;
      }
    },
  );
}

async function offerToOpen(place: vscode.Uri): Promise<void> {
  const open = vscode.l10n.t('Open');
  const message = vscode.l10n.t('The report is in {file}.', { file: place.fsPath });
  if ((await vscode.window.showInformationMessage(notificationText(message), open)) !== open) return;
  if (isMarkdownPath(place.path)) await vscode.commands.executeCommand('markdown.showPreview', place);
  else await vscode.env.openExternal(place);
}
