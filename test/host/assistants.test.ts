import assert from 'node:assert/strict';
import { before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { toolNames } from '../../src/core/assist/tool';
import { sampleFile, snapshotWhere } from './opened';

describe('tools for language models', () => {
  before(() => snapshotWhere(() => true));

  const ask = async (name: string, input: object): Promise<string> => {
    const { content } = await vscode.lm.invokeTool(name, { input, toolInvocationToken: undefined });
    return content.map(part => (part instanceof vscode.LanguageModelTextPart ? part.value : '')).join('\n');
  };

  it('are three that chat can choose from', () => {
    const own = vscode.lm.tools.filter(({ name }) => toolNames.some(each => each === name));
    assert.deepEqual(own.map(({ name }) => name).sort(), [...toolNames].sort());
    for (const { description, inputSchema } of own) assert.ok(description.length > 200 && inputSchema !== undefined);
  });

  it('tell who can review a change besides its owner', async () => {
    const answer = await ask('suggest_backup', { component: 'payments' });
    assert.match(answer, /is known by one person/);
    assert.match(answer, /Its one owner is Mara Lindqvist/);
    assert.match(answer, /Besides, the best placed first:\n1\. /);
    assert.doesNotMatch(answer, /@example/);
  });

  it('tell what depends on one person, and which alerts have no working runbook', async () => {
    assert.match(await ask('get_ownership_risk', {}), /"payments" is known by one person/);
    assert.match(await ask('list_runbook_gaps', {}), /\d of \d alerts of "sample" have no working runbook/);
  });

  it('understand where a file is on the disk, and say what to do about one that is not there', async () => {
    assert.match(await ask('get_ownership_risk', { path: sampleFile('README.md').fsPath }), /"README\.md" is /);
    await assert.rejects(ask('get_ownership_risk', { path: 'REDME.md' }), /Did you mean "README\.md"/);
  });
});
