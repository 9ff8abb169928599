import assert from 'node:assert/strict';
import { afterEach, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import type { StepProgress } from '../../src/core/progress';
import { commands, internalCommands } from '../../src/extension/ids';
import {
  closeEverything,
  eventually,
  extension,
  git,
  reference,
  sampleFile,
  sampleFolder,
  snapshotWhere,
} from './opened';

const page = 'docs/ownership/notifications.md';

describe('Create Ownership Checklist', () => {
  before(() => snapshotWhere(() => true));
  afterEach(async () => {
    await closeEverything();
    await git('clean', '--quiet', '--force', '-d', 'docs/ownership');
  });

  it('shows an unsaved document at its place with nine steps, and writes nothing', async () => {
    await vscode.commands.executeCommand(commands.createOwnershipChecklist, reference('services/notifications'));
    const draft = vscode.workspace.textDocuments.find(({ isUntitled, uri }) => isUntitled && uri.path.endsWith(page));
    assert.ok(draft);
    assert.match(draft.getText(), /^# Spread ownership: notifications/m);
    assert.equal(draft.getText().match(/^- \[ \] /gm)?.length, 9);
    assert.doesNotMatch(draft.getText(), /@example\.com/, 'an e-mail address is shown');
    assert.equal(await git('status', '--porcelain'), '');
  });

  it('is ticked in the view by one character of the file, and what is ticked in the file shows in the view', async () => {
    const text = await draftedText();
    // A byte order mark, carriage returns and no line break at the end must stay as they are.
    const bytes = new TextEncoder().encode(`\uFEFF${text.trimEnd().replaceAll('\n', '\r\n')}`);
    await vscode.workspace.fs.writeFile(sampleFile(page), bytes);
    assert.equal((await step('access', each => !each.ticked)).state, 'open');

    await tick('access', true);
    const written = await vscode.workspace.fs.readFile(sampleFile(page));
    assert.deepEqual(differences(bytes, written), [[' ', 'x']]);
    assert.equal((await step('access', each => each.ticked)).state, 'claimed');

    const document = await vscode.workspace.openTextDocument(sampleFile(page));
    const box = document.getText().indexOf('[ ]', document.getText().indexOf('section=access'));
    const edit = new vscode.WorkspaceEdit();
    const range = new vscode.Range(document.positionAt(box + 1), document.positionAt(box + 2));
    edit.replace(document.uri, range, 'x');
    await vscode.workspace.applyEdit(edit);
    await document.save();
    assert.equal((await step('silent-run', each => each.ticked)).state, 'claimed');
  });

  it('is ticked in the document where that has changes that are not saved', async () => {
    await vscode.workspace.fs.writeFile(sampleFile(page), new TextEncoder().encode(await draftedText()));
    const document = await vscode.workspace.openTextDocument(sampleFile(page));
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, document.lineAt(document.lineCount - 1).range.end, '\nOurs.\n');
    await vscode.workspace.applyEdit(edit);
    await tick('backup', true);
    assert.match(document.getText(), /- \[x\] Name a backup[\s\S]*Ours\./);
    assert.ok(document.isDirty);
    assert.equal((await step('backup', each => each.ticked)).state, 'claimed');
    const onDisk = new TextDecoder().decode(await vscode.workspace.fs.readFile(sampleFile(page)));
    assert.doesNotMatch(onDisk, /\[x\]|Ours/);
  });
});

async function draftedText(): Promise<string> {
  await vscode.commands.executeCommand(commands.createOwnershipChecklist, reference('services/notifications'));
  const draft = vscode.workspace.textDocuments.find(({ isUntitled, uri }) => isUntitled && uri.path.endsWith(page));
  assert.ok(draft);
  const text = draft.getText();
  await closeEverything();
  return text;
}

/** As the view does when its box is clicked. */
function tick(id: string, ticked: boolean): Thenable<unknown> {
  return vscode.commands.executeCommand(internalCommands.tickStep, { page: sampleFile(page), step: id, ticked });
}

/** The step as soon as it is as expected. */
async function step(id: string, isExpected: (step: StepProgress) => boolean): Promise<StepProgress> {
  const api = await extension().activate();
  return eventually(`the step ${id}`, () => {
    const [list] = api.progressOf(sampleFolder())?.checklists ?? [];
    return list?.steps.find(each => each.id === id && isExpected(each));
  });
}

/** Pairs of bytes that differ, as characters. */
function differences(before: Uint8Array, after: Uint8Array): string[][] {
  assert.equal(before.length, after.length);
  return [...before].flatMap((byte, at) =>
    byte === after[at] ? [] : [[String.fromCharCode(byte), String.fromCharCode(after[at] ?? 0)]],
  );
}
