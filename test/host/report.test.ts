import assert from 'node:assert/strict';
import { afterEach, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { commands } from '../../src/extension/ids';
import { closeEverything, eventually, git, sampleFile, snapshotWhere } from './opened';

describe('Export Report', () => {
  before(() => snapshotWhere(({ tier }) => tier === 2));
  afterEach(async () => {
    await closeEverything();
    await git('clean', '-fdq');
  });

  it('asks how people are named and where to, and writes one page there', async () => {
    const page = sampleFile('single-points.html');
    // It goes on asking whether the page is to be opened.
    void vscode.commands.executeCommand(commands.exportReport);
    const text = await eventually('the page', async () => {
      const written = await vscode.workspace.fs.readFile(page).then(
        bytes => new TextDecoder().decode(bytes),
        () => '',
      );
      if (written !== '') return written;
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return undefined;
    });
    assert.match(text, /^<!doctype html>[\s\S]*<\/html>\n$/);
    assert.match(text, /notifications: known by one person/);
    assert.match(text, /Noor Eriksen/);
    assert.doesNotMatch(text, /<script|https?:|@example\.com/);
  });
});
