import * as vscode from 'vscode';
import type { FromMap } from '../../core/report/map/mapMessages';
import { reportFailure } from '../commands/reportFailure';
import type { RepositoryState } from '../repositoryState';
import { uriOf } from '../snapshots';

/** Asks where to, and writes a picture of the map there. */
export async function savePicture(
  { format, picture }: Extract<FromMap, { kind: 'save' }>,
  repository: RepositoryState,
): Promise<void> {
  const place = await vscode.window.showSaveDialog({
    title: vscode.l10n.t('Save the Knowledge Map'),
    defaultUri: vscode.Uri.joinPath(uriOf(repository, ''), `knowledge-map.${format}`),
    filters: { [format.toUpperCase()]: [format] },
  });
  if (place === undefined) return;
  try {
    await vscode.workspace.fs.writeFile(place, picture);
  } catch (error) {
    await reportFailure(error instanceof Error ? error.message : String(error));
  }
}
