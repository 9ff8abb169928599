import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { diagnosticSource } from '../../src/extension/ids';
import { closeEverything, eventually, git, sampleFile, show, snapshotWhere } from './opened';

const path = '.single-points.yml';

describe('The settings file', () => {
  before(() => snapshotWhere(() => true));
  afterEach(closeEverything);
  after(() => git('checkout', '--quiet', '--', path));

  it('is marked where it is wrong, as it is written', async () => {
    const document = await show(path);
    assert.deepEqual(ours(), []);
    await write(document, 'colour: blue\npolicy:\n  whatIf: never\n');
    const found = await eventually('two problems', () => (ours().length === 2 ? ours() : undefined));
    assert.match(found[0]?.message ?? '', /Unknown key "colour"/);
    assert.equal(document.getText(found[1]?.range), 'whatIf: never');
  });

  it('completes keys and values, and explains keys', async () => {
    const document = await show(path);
    await write(document, 'policy:\n  whatIf: \n');
    const keys = await completionsAt(document, new vscode.Position(1, 2));
    assert.ok(keys.includes('people') && keys.includes('whatIf'), keys.join());
    const values = await completionsAt(document, new vscode.Position(1, 10));
    assert.deepEqual(values.slice(0, 2), ['true', 'false']);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      new vscode.Position(1, 3),
    );
    const text = hovers.flatMap(({ contents }) => contents.map(each => (each as vscode.MarkdownString).value)).join();
    assert.match(text, /left without an owner if someone were away/);
  });
});

function ours(): readonly vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(sampleFile(path)).filter(({ source }) => source === diagnosticSource);
}

async function write(document: vscode.TextDocument, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, new vscode.Range(0, 0, document.lineCount, 0), text);
  await vscode.workspace.applyEdit(edit);
}

async function completionsAt(document: vscode.TextDocument, position: vscode.Position): Promise<string[]> {
  const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    position,
  );
  return items.map(({ label }) => (typeof label === 'string' ? label : label.label));
}
