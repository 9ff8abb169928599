import path from 'node:path';
import { Worker } from 'node:worker_threads';
import * as vscode from 'vscode';
import { dayText } from '../../core/report/numbers';
import { sampleCreatedAt } from '../../sample/sampleMarker';
import type { SampleRequest } from '../../sample/worker';
import { translate } from '../text';
import type { Session } from './command';

const name = 'harbour';

interface Choice extends vscode.QuickPickItem {
  readonly run: () => Promise<string | undefined>;
}

/**
 * Opens a made-up repository with every kind of single point in it, to try things out. It is created where the person
 * says; one that was created before is opened as it is, unless a new one is asked for.
 */
export async function openSampleRepository(session: Session): Promise<void> {
  // It runs git, which stays still until the folder is trusted.
  if (!vscode.workspace.isTrusted) {
    await vscode.commands.executeCommand('workbench.trust.manage');
    return;
  }
  const own = path.join(session.storageUri.fsPath, 'sample', name);
  const createdAt = await sampleCreatedAt(own);
  const inStorage: Choice = {
    label: createdAt === null ? vscode.l10n.t('Create it') : vscode.l10n.t('Create it anew'),
    detail:
      createdAt === null
        ? vscode.l10n.t('In the storage of this extension: nothing of yours is touched.')
        : vscode.l10n.t('Replaces the one there is, with what you changed in it.'),
    run: () => create(own, session),
  };
  const choices: Choice[] = [
    inStorage,
    {
      label: vscode.l10n.t('Create it in a folder…'),
      detail: vscode.l10n.t('You say where.'),
      run: () => createInFolder(session),
    },
  ];
  if (createdAt !== null) {
    choices.unshift({
      label: vscode.l10n.t('Open the one there is'),
      detail: vscode.l10n.t('Created on {date}.', { date: dayText(createdAt, translate) ?? '?' }),
      run: async () => own,
    });
  }
  const picked = await vscode.window.showQuickPick(choices, {
    title: vscode.l10n.t('Open Sample Repository'),
    placeHolder: vscode.l10n.t('Two and a half years of work by people who do not exist'),
  });
  const folder = await picked?.run();
  if (folder === undefined) return;
  const forceNewWindow = (vscode.workspace.workspaceFolders ?? []).length > 0;
  await vscode.commands.executeCommand('vscode.openFolder', vscode.Uri.file(folder), { forceNewWindow });
}

/** An earlier one there is opened as it is. Undefined when the person leaves. */
async function createInFolder(session: Session): Promise<string | undefined> {
  const [parent] =
    (await vscode.window.showOpenDialog({
      ...{ canSelectFiles: false, canSelectFolders: true },
      title: vscode.l10n.t('Where the folder “{name}” is to be', { name }),
      openLabel: vscode.l10n.t('Create Here'),
    })) ?? [];
  if (parent === undefined) return undefined;
  const folder = path.join(parent.fsPath, name);
  // What was tried out in an earlier one stays.
  return (await sampleCreatedAt(folder)) === null ? create(folder, session) : folder;
}

/** Resolves with the folder; in a thread of its own, since the host must not wait for git. */
async function create(folder: string, { repositories, extensionUri }: Session): Promise<string> {
  const thread = vscode.Uri.joinPath(extensionUri, 'dist', 'sample.cjs').fsPath;
  const workerData: SampleRequest = { folder, gitPath: repositories.gitPath };
  await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title: vscode.l10n.t('Creating the sample repository…') },
    () =>
      new Promise<void>((resolve, reject) => {
        const worker = new Worker(thread, { workerData, name: 'single-points-sample' });
        worker.on('error', reject);
        worker.on('exit', () => resolve());
      }),
  );
  return folder;
}
