import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { closeEverything, configure, eventually, sampleFile, show, snapshotWhere } from './opened';

const soleFile = 'services/payments/src/capture.ts';
const orphanedFile = 'services/labels/labels/barcode.py';
const sharedFile = 'Makefile';

describe('inline warning', () => {
  before(() => snapshotWhere(() => true));
  afterEach(closeEverything);
  after(() => configure('inlineWarning', undefined));

  describe('as a diagnostic', () => {
    before(() => configure('inlineWarning', 'diagnostic'));

    it('says that one person knows a file, with a link to the reasons', async () => {
      await show(soleFile);
      const [diagnostic] = await diagnosticsOf(soleFile);
      assert.equal(diagnostic?.message, 'Known by one person: Mara Lindqvist.');
      assert.equal(diagnostic.severity, vscode.DiagnosticSeverity.Information);
      assert.ok(typeof diagnostic.code === 'object');
      assert.equal(diagnostic.code.value, 'sole-owner');
      assert.match(diagnostic.code.target.toString(), /^command:singlePoints\.showReasons/);
    });

    it('says that nobody active knows a file', async () => {
      await show(orphanedFile);
      const [diagnostic] = await diagnosticsOf(orphanedFile);
      assert.match(diagnostic?.message ?? '', /known by nobody active\.$/i);
    });

    it('offers what can be done as quick fixes', async () => {
      await show(soleFile);
      const [diagnostic] = await diagnosticsOf(soleFile);
      assert.ok(diagnostic);
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        sampleFile(soleFile),
        diagnostic.range,
        vscode.CodeActionKind.QuickFix.value,
      );
      const titles = actions.map(({ title }) => title);
      for (const title of ['Suggest Backup', 'Generate Runbook Stub', 'Accept Risk…', 'Reveal in Ownership View']) {
        assert.ok(titles.includes(title), `${title} is not among ${titles.join(', ')}`);
      }
    });

    it('says nothing of files that are shared or untracked', async () => {
      await vscode.workspace.fs.writeFile(sampleFile('untracked.txt'), new TextEncoder().encode('new\n'));
      await show('untracked.txt');
      await show(sharedFile);
      await show(soleFile);
      await diagnosticsOf(soleFile);
      assert.deepEqual(ours('untracked.txt'), []);
      assert.deepEqual(ours(sharedFile), []);
      await closeEverything();
      await vscode.workspace.fs.delete(sampleFile('untracked.txt'));
    });
  });

  it('as a code lens links to the reasons and to what can be done', async () => {
    await configure('inlineWarning', 'codeLens');
    await show(soleFile);
    const titles = await eventually('a code lens', async () => {
      const found = await lensTitles(soleFile);
      return found.length > 0 ? found : undefined;
    });
    assert.deepEqual(titles, ['Known by one person: Mara Lindqvist', 'Suggest Backup', 'Generate Runbook Stub']);
    assert.deepEqual(ours(soleFile), []);
    await show(sharedFile);
    assert.deepEqual(await lensTitles(sharedFile), []);
  });

  it('can be switched off', async () => {
    await configure('inlineWarning', 'codeLens');
    await show(soleFile);
    await eventually('a code lens', async () => ((await lensTitles(soleFile)).length > 0 ? true : undefined));
    await configure('inlineWarning', 'off');
    await eventually('no code lens', async () => ((await lensTitles(soleFile)).length === 0 ? true : undefined));
    assert.deepEqual(ours(soleFile), []);
  });
});

function ours(path: string): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(sampleFile(path)).filter(({ source }) => source === 'Single Points');
}

function diagnosticsOf(path: string): Promise<vscode.Diagnostic[]> {
  return eventually('a diagnostic', () => (ours(path).length > 0 ? ours(path) : undefined));
}

async function lensTitles(path: string): Promise<string[]> {
  const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
    'vscode.executeCodeLensProvider',
    sampleFile(path),
  );
  return lenses
    .filter(({ command }) => command?.command.startsWith('singlePoints.'))
    .map(({ command }) => command?.title ?? '');
}
