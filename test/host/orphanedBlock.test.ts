import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { closeEverything, configure, eventually, git, headOfSample, sampleFile, show, snapshotWhere } from './opened';

const path = 'services/notifications/block.ts';
const left = 'Ingrid Salvesen <ingrid.salvesen@example.com>';
const lines = (name: string, count: number): string =>
  Array.from({ length: count }, (_, index) => `export const ${name}${index} = ${index};\n`).join('');

describe('a block whose only author left', () => {
  let start: string;

  before(async () => {
    await snapshotWhere(() => true);
    start = await headOfSample();
    await commit(lines('old', 15), `--author=${left}`);
    await commit(lines('fresh', 20) + lines('old', 15));
    const head = await headOfSample();
    await snapshotWhere(({ repository, tier }) => repository.head === head && tier === 2);
  });
  afterEach(closeEverything);
  after(async () => {
    await configure('inlineWarning', undefined);
    await git('reset', '--quiet', '--hard', start);
    await snapshotWhere(({ repository }) => repository.head === start);
  });

  it('is in the Snapshot', async () => {
    const { files, people } = await snapshotWhere(({ tier }) => tier === 2);
    const file = files.find(each => each.path === path);
    assert.deepEqual([file?.state, file?.lines], ['sole', 35]);
    const [block, ...more] = file?.orphanedBlocks ?? [];
    assert.deepEqual([block?.line, block?.lines, people[block?.person ?? -1]?.name], [21, 15, 'Ingrid Salvesen']);
    assert.deepEqual(more, []);
  });

  it('has a diagnostic, which is away while the file is edited', async () => {
    await configure('inlineWarning', 'diagnostic');
    const document = await show(path);
    const found = await eventually('the diagnostic of the block', blockDiagnostic);
    assert.equal(found.message, 'Known by nobody active: 15 lines by Ingrid Salvesen.');
    assert.equal(found.range.start.line, 20);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(0, 0), '// edited\n');
    await vscode.workspace.applyEdit(edit);
    await eventually('no diagnostic of the block', () => (blockDiagnostic() === undefined ? true : undefined));
    await vscode.commands.executeCommand('undo');
    await eventually('the diagnostic of the block again', blockDiagnostic);
  });

  it('has a code lens with what can be done', async () => {
    await configure('inlineWarning', 'codeLens');
    await show(path);
    const titles = await eventually('a code lens at the block', async () => {
      const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
        'vscode.executeCodeLensProvider',
        sampleFile(path),
      );
      const atBlock = lenses.filter(({ range }) => range.start.line === 20);
      return atBlock.length > 0 ? atBlock.map(({ command }) => command?.title) : undefined;
    });
    assert.deepEqual(titles, [
      'Known by nobody active: 15 lines by Ingrid Salvesen',
      'Suggest Backup',
      'Generate Runbook Stub',
    ]);
  });
});

function blockDiagnostic(): vscode.Diagnostic | undefined {
  return vscode.languages
    .getDiagnostics(sampleFile(path))
    .find(({ code }) => typeof code === 'object' && code.value === 'orphaned-block');
}

async function commit(text: string, ...args: string[]): Promise<void> {
  await vscode.workspace.fs.writeFile(sampleFile(path), new TextEncoder().encode(text));
  await git('add', '--all');
  await git('commit', '--quiet', '-m', 'Add a block', ...args);
}
