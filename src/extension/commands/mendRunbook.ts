import * as vscode from 'vscode';
import type { Fix } from '../../core/runbooks/lint/problem';
import { quoted } from '../settingsList';
import type { Session } from './command';
import { draftRunbook } from './draftRunbook';
import { proposeEntry } from './proposeEntry';

/** What a quick fix of a page hands over where it is more than an edit. */
export interface Mending {
  readonly action: NonNullable<Fix['action']>;
  readonly data: Fix['data'];
  /** Of the page. */
  readonly document: vscode.Uri;
}

/** Does what a quick fix stands for: proposes to list a handle as a team in the settings, or drafts a runbook for an alert. */
export async function mendRunbook(session: Session, argument: unknown): Promise<void> {
  const { action, data, document } = argument as Mending;
  const location = session.snapshots.locate(document);
  if (location === undefined) {
    void vscode.window.showInformationMessage(vscode.l10n.t('No repository has been analysed yet.'));
    return;
  }
  if (action === 'declareTeam') {
    const team = String(data['handle'] ?? '');
    const label = vscode.l10n.t('{team} is a team', { team });
    await proposeEntry(location.state, 'teams', [`name: ${quoted(team)}`], label);
    return;
  }
  const alert = String(data['alert'] ?? '');
  const request = { path: location.state.folder.uri.fsPath, alert, file: location.path };
  await draftRunbook(session, location.state, request, alert);
}
