import assert from 'node:assert/strict';
import { afterEach, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { commands } from '../../src/extension/ids';
import { closeEverything, eventually, git, reference, snapshotWhere } from './opened';

describe('Generate Runbook Stub', () => {
  before(() => snapshotWhere(() => true));
  afterEach(closeEverything);

  it('shows an unsaved Markdown document at the place proposed, and writes nothing', async () => {
    const command = vscode.commands.executeCommand(commands.generateRunbookStub, reference('services/notifications'));
    await acceptPicks(() => drafts().length > 0);
    await command;
    const [draft] = drafts();
    assert.ok(draft);
    assert.equal(draft.languageId, 'markdown');
    assert.match(draft.uri.path, /\/sample\/.*notifications.*\.md$/);
    assert.match(draft.getText(), /^# .*notifications/m);
    assert.match(draft.getText(), /Noor Eriksen/);
    assert.match(draft.getText(), /services\/notifications\/[^`\s]+:\d+/, 'no line names its source');
    assert.doesNotMatch(draft.getText(), /@example\.com/, 'an e-mail address is shown');
    assert.equal(await git('status', '--porcelain'), '');
  });
});

/** Presses Enter in whatever list is open until the command is done with asking. */
async function acceptPicks(isDone: () => boolean): Promise<void> {
  await eventually('the draft', async () => {
    if (isDone()) return true;
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    return undefined;
  });
}

function drafts(): vscode.TextDocument[] {
  return vscode.workspace.textDocuments.filter(
    document => document.isUntitled && document.languageId === 'markdown' && document.getText() !== '',
  );
}
