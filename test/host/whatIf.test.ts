import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { pathKey } from '../../src/extension/pathKey';
import { eventually, extension, sampleFolder, snapshotWhere } from './opened';

const mara = 'Mara Lindqvist';

describe('what if someone is away', () => {
  before(() => snapshotWhere(() => true));
  after(() => vscode.commands.executeCommand('singlePoints.endWhatIf'));

  const start = async (names: readonly string[]): Promise<void> => {
    const snapshot = await snapshotWhere(() => true);
    const people = snapshot.people.filter(({ name }) => names.includes(name)).map(({ email }) => email);
    assert.equal(people.length, names.length);
    await vscode.commands.executeCommand('singlePoints.whatIf', { repository: pathKey(sampleFolder().fsPath), people });
  };
  const simulation = async () => (await extension().activate()).simulationOf(sampleFolder());

  it('shows what would be, beside what is', async () => {
    await start([mara]);
    const result = await eventually('a simulation', simulation);
    assert.deepEqual(
      result.people.map(({ name }) => name),
      [mara],
    );
    const payments = result.components.find(({ after: { name } }) => name === 'payments');
    assert.deepEqual([payments?.before.state, payments?.after.state], ['sole', 'orphaned']);
    assert.notEqual(payments?.after.backup?.person, result.people[0]?.id);
    const known = (await snapshotWhere(() => true)).components.find(({ name }) => name === 'payments');
    assert.equal(known?.state, 'sole', 'what is known must stay as it is');
  });

  it('stays through a new Snapshot', async () => {
    await start([mara]);
    const old = await eventually('a simulation', simulation);
    const changed = new Promise<void>(resolve => {
      const listening = extension().exports.onDidChangeSimulation(() => {
        listening.dispose();
        resolve();
      });
    });
    await vscode.commands.executeCommand('singlePoints.refresh');
    await changed;
    const result = await eventually('another simulation', async () => {
      const found = await simulation();
      return found === undefined || found.before === old.before ? undefined : found;
    });
    assert.deepEqual(
      result.people.map(({ name }) => name),
      [mara],
    );
  });

  it('ends by undo, and without anybody', async () => {
    await start([mara]);
    await eventually('a simulation', simulation);
    await vscode.commands.executeCommand('singlePoints.endWhatIf');
    assert.equal(await simulation(), undefined);
    await start([mara]);
    await eventually('a simulation', simulation);
    await start([]);
    assert.equal(await simulation(), undefined);
  });
});
