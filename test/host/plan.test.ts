import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { closeEverything, eventually, sampleFile, snapshotWhere } from './opened';

describe('the plan', () => {
  before(() => snapshotWhere(({ tier }) => tier === 2));
  after(closeEverything);

  it('opens as an unsaved task list, by component', async () => {
    await vscode.commands.executeCommand('singlePoints.exportPlan');
    const document = vscode.window.activeTextEditor?.document;
    assert.deepEqual([document?.languageId, document?.isUntitled], ['markdown', true]);
    assert.match(document?.getText() ?? '', /^# Spread plan: .*^- \[ \] payments gets a second owner: /ms);
  });

  it('shows owners for CODEOWNERS before anything is written', async () => {
    const file = sampleFile('.github/CODEOWNERS');
    const read = async (): Promise<string> => new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
    const written = await read();
    // It ends when the person applies or discards the preview.
    void vscode.commands.executeCommand('singlePoints.suggestCodeowners');
    const preview = await eventually('a preview of the change', () =>
      vscode.workspace.textDocuments.find(({ uri }) => uri.path.endsWith('.github/CODEOWNERS')),
    );
    assert.equal(preview.isDirty, false);
    assert.equal(await read(), written);
    await vscode.commands.executeCommand('refactorPreview.discard');
  });
});
