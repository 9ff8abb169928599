import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import * as vscode from 'vscode';
import { commands } from '../../src/extension/ids';
import { loadMilliseconds } from './loadTime';
import { extension, snapshotWhere } from './opened';

/** Milliseconds of the processor. The budget is 50, and what it took is printed; a busy machine doubles it. */
const loadLimit = 200;

describe('activation', () => {
  it('hands out what other extensions may read', async () => {
    const api = await extension().activate();
    assert.equal(api.version, 1);
    assert.equal(api.snapshotOf(vscode.Uri.file('/nowhere')), undefined);
  });

  it('registers every command', async () => {
    await extension().activate();
    const registered = new Set(await vscode.commands.getCommands(true));
    const missing = Object.values(commands).filter(command => !registered.has(command));
    assert.deepEqual(missing, []);
  });

  it(`loads its code within ${loadLimit} ms`, async () => {
    await extension().activate();
    const milliseconds = loadMilliseconds();
    console.log(`      loaded in ${milliseconds.toFixed(1)} ms`);
    assert.ok(milliseconds < loadLimit, `${milliseconds} ms`);
  });

  it('analyses the open repository without being asked', async () => {
    const { components, people, repository } = await snapshotWhere(() => true);
    assert.ok(repository.commits > 500);
    assert.ok(people.length > 5);
    const payments = components.find(({ name }) => name === 'payments');
    assert.equal(payments?.state, 'sole');
    const labels = components.find(({ name }) => name === 'labels');
    assert.equal(labels?.state, 'orphaned');
  });
});
