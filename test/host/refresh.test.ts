import assert from 'node:assert/strict';
import { Worker } from 'node:worker_threads';
import { after, afterEach, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { commands } from '../../src/extension/ids';
import { configure, eventually, git, headOfSample, sampleFile, snapshotWhere } from './opened';

describe('refresh', () => {
  let start: string;

  before(async () => {
    await snapshotWhere(() => true);
    start = await headOfSample();
  });
  afterEach(async () => {
    await git('checkout', '--quiet', '--force', 'main');
    await git('reset', '--quiet', '--hard', start);
    await git('clean', '--quiet', '-fd');
    await snapshotWhere(({ repository }) => repository.head === start && repository.branch === 'main');
  });

  it('happens after a commit', async () => {
    await write('services/payments/src/receipt.ts', 'export const receipt = 1;\n');
    await git('add', '--all');
    await git('commit', '--quiet', '-m', 'Add receipts');
    const head = await headOfSample();
    const { files } = await snapshotWhere(({ repository }) => repository.head === head);
    assert.equal(files.find(({ path }) => path === 'services/payments/src/receipt.ts')?.state, 'sole');
  });

  it('happens after a checkout', async () => {
    await git('checkout', '--quiet', '-b', 'elsewhere', 'HEAD~20');
    const head = await headOfSample();
    const { repository } = await snapshotWhere(snapshot => snapshot.repository.head === head);
    assert.equal(repository.branch, 'elsewhere');
    await git('checkout', '--quiet', 'main');
    await git('branch', '--quiet', '-D', 'elsewhere');
  });

  it('happens after the settings file was changed, by any program', async () => {
    const text = Buffer.from(await vscode.workspace.fs.readFile(sampleFile('.single-points.yml'))).toString();
    await write('.single-points.yml', `${text}\naccepted:\n  - component: payments\n    until: 2999-12-31\n`);
    const { components } = await snapshotWhere(snapshot =>
      snapshot.components.some(({ accepted }) => accepted !== null),
    );
    assert.deepEqual(
      components.filter(({ accepted }) => accepted !== null).map(({ name }) => name),
      ['payments'],
    );
  });

  it('follows the settings of the user', async () => {
    await configure('exclude', ['services/labels/**']);
    await snapshotWhere(({ components }) => !components.some(({ name }) => name === 'labels'));
    await configure('exclude', undefined);
    await snapshotWhere(({ components }) => components.some(({ name }) => name === 'labels'));
  });

  it('comes to the newest commit when the branch changes while an analysis runs', async () => {
    const older = await git('rev-parse', 'HEAD~40');
    await git('checkout', '--quiet', '--detach', older);
    void vscode.commands.executeCommand(commands.refresh);
    await git('checkout', '--quiet', 'main');
    void vscode.commands.executeCommand(commands.refresh);
    await git('checkout', '--quiet', '--detach', older);
    await snapshotWhere(({ repository }) => repository.head === older && repository.branch === null);
  });
});

describe('a worker that dies', () => {
  const workers = new Set<Worker>();
  const post = Worker.prototype.postMessage;

  before(() => {
    Worker.prototype.postMessage = function (this: Worker, ...message: Parameters<typeof post>): void {
      workers.add(this);
      post.apply(this, message);
    };
  });
  after(() => {
    Worker.prototype.postMessage = post;
  });

  it('is replaced, and what it did is done again', async () => {
    const before = await snapshotWhere(({ tier }) => tier === 2);
    await new Promise(resolve => setTimeout(resolve, 1_100));
    await vscode.commands.executeCommand(commands.refresh);
    const [worker] = await eventually('a request to the worker', () => (workers.size > 0 ? [...workers] : undefined));
    assert.ok(worker);
    await worker.terminate();
    const again = await snapshotWhere(({ scannedAt, tier }) => scannedAt > before.scannedAt && tier === 2);
    assert.deepEqual(again.components, before.components);
    assert.equal(workers.size, 2);
  });
});

async function write(path: string, text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(sampleFile(path), new TextEncoder().encode(text));
}
