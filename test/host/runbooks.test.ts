import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { commands, diagnosticSource } from '../../src/extension/ids';
import { closeEverything, configure, eventually, git, sampleFile, show, snapshotWhere } from './opened';

const path = 'docs/runbooks/payments.md';

describe('Runbook diagnostics', () => {
  before(() => snapshotWhere(({ runbooks }) => runbooks.length > 0));
  afterEach(async () => {
    await closeEverything();
    await configure('runbookRules', undefined);
    await configure('runbookDiagnostics', undefined);
  });
  after(() => git('checkout', '--quiet', '--', '.'));

  it('mark an open page by rule, each with a link to its explanation', async () => {
    const { runbooks } = await snapshotWhere(() => true);
    const sole = runbooks.find(({ findings }) => findings.some(({ rule }) => rule === 'RB060'));
    assert.ok(sole);
    await show(sole.path);
    const found = await diagnosticsOf(sole.path, 'RB060');
    assert.equal(found.severity, vscode.DiagnosticSeverity.Information);
    assert.match(found.message, /written by one person/);
    assert.match(codeOf(found)?.target.toString(true) ?? '', /command:singlePoints\.internal\.explainRule/);
  });

  it('follow what is typed, unsaved, and are silenced by a comment that a quick fix writes', async () => {
    const document = await show(path);
    const ask = 'To restart it, you need the password from Ravi; only Ravi has access.';
    await insert(document, `\n## Restart\n\n${ask}\n`);
    const isAbout = ({ range }: vscode.Diagnostic): boolean => document.getText(range) === 'Ravi';
    const found = await eventually('a diagnostic', () => ours(path).find(isAbout));
    assert.ok(document.isDirty);
    assert.equal(codeOf(found)?.value, 'RB020');
    const actions = await actionsAt(document, found.range);
    const silence = actions.find(({ title }) => title === 'Silence RB020 Here');
    assert.ok(silence?.edit, actions.map(({ title }) => title).join(', '));
    await vscode.workspace.applyEdit(silence.edit);
    assert.match(document.getText(), /<!-- single-points-disable-next-line RB020 -->/);
    await eventually('silence', () => (ours(path).some(isAbout) ? undefined : true));
  });

  it('are silenced around a code block, not in it', async () => {
    const document = await show(path);
    await insert(document, '\n## Restart\n\n```sh\nkubectl exec -it web-5dcf84545-58b9k -- bash\n```\n\nDone.\n');
    const found = await diagnosticsOf(path, 'RB008');
    const silence = (await actionsAt(document, found.range)).find(({ title }) => title === 'Silence RB008 Here');
    assert.ok(silence?.edit);
    await vscode.workspace.applyEdit(silence.edit);
    assert.match(
      document.getText(),
      /<!-- single-points-disable RB008 -->\n```sh\nkubectl .*\n```\n<!-- single-points-enable RB008 -->\n/,
    );
    await eventually('silence', () => (ours(path).some(each => codeOf(each)?.value === 'RB008') ? undefined : true));
  });

  it('obey the settings', async () => {
    const document = await show(path);
    await insert(document, '\nOnly Ravi has access to the database.\n');
    await diagnosticsOf(path, 'RB020');
    await configure('runbookRules', { RB020: 'error' });
    await eventually('an error', () =>
      ours(path).find(each => codeOf(each)?.value === 'RB020' && each.severity === vscode.DiagnosticSeverity.Error),
    );
    await configure('runbookDiagnostics', 'off');
    await eventually('nothing', () => (ours(path).length === 0 ? true : undefined));
  });

  it('cover the whole repository when they are asked to', async () => {
    const { findings } = await snapshotWhere(() => true);
    const files = new Set(findings.map(finding => finding.path));
    assert.ok(files.size > 1);
    await vscode.commands.executeCommand(commands.checkRunbooks);
    for (const file of files) await eventually(file, () => (ours(file).length > 0 ? true : undefined));
  });

  it('offer keys and known values in the front matter', async () => {
    const document = await show(path);
    await insert(document, '---\nown\nreview_in: \n---\n', new vscode.Position(0, 0));
    assert.ok((await completionsAt(document, 1, 3)).includes('owner'));
    assert.ok((await completionsAt(document, 2, 11)).includes('6 months'));
  });
});

function ours(file: string): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(sampleFile(file)).filter(({ source }) => source === diagnosticSource);
}

function codeOf({ code }: vscode.Diagnostic): { readonly value: unknown; readonly target: vscode.Uri } | undefined {
  return typeof code === 'object' ? code : undefined;
}

function diagnosticsOf(file: string, rule: string): Promise<vscode.Diagnostic> {
  return eventually(`${rule} in ${file}`, () => ours(file).find(each => codeOf(each)?.value === rule));
}

async function insert(document: vscode.TextDocument, text: string, at?: vscode.Position): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.insert(document.uri, at ?? document.lineAt(document.lineCount - 1).range.end, text);
  assert.ok(await vscode.workspace.applyEdit(edit));
}

async function actionsAt(document: vscode.TextDocument, range: vscode.Range): Promise<vscode.CodeAction[]> {
  return vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', document.uri, range);
}

async function completionsAt(document: vscode.TextDocument, line: number, character: number): Promise<string[]> {
  const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    new vscode.Position(line, character),
  );
  return items.map(({ label }) => (typeof label === 'string' ? label : label.label));
}
