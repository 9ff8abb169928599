import assert from 'node:assert/strict';
import { whatIf, whatIfInSteps } from '../../../src/core/ownership/whatIf';
import { fileBackups } from '../../../src/core/spread/fileBackups';
import { inSlices, inSteps } from '../../../src/extension/slices';
import { SnapshotIndex } from '../../../src/extension/snapshotIndex';
import { exampleComponent, exampleFile, exampleSnapshot } from '../report/exampleSnapshot';

const { signal } = new AbortController();

describe('The index of a Snapshot', () => {
  it('finds files, components and runbooks by their path or id', async () => {
    const index = await SnapshotIndex.of(exampleSnapshot(), 1, signal);
    const file = index?.file('payments/src/server.ts');
    assert.equal(file?.state, 'sole');
    assert.equal(file && index?.componentOf(file)?.id, 'payments');
    assert.equal(index?.runbook('docs/core.md')?.component, 'packages/core');
    assert.deepEqual(
      index?.filesOf('payments').map(({ path }) => path),
      ['payments/src/server.ts', 'payments/src/settle.ts'],
    );
  });

  it('knows nothing of untracked paths and folders', async () => {
    const index = await SnapshotIndex.of(exampleSnapshot(), 1, signal);
    for (const path of ['payments/src', 'payments/new.ts', '', '__proto__']) assert.equal(index?.file(path), undefined);
    assert.deepEqual(index?.filesOf('nothing'), []);
  });

  it('knows who could become the second owner of a file, as the reports do', async () => {
    const snapshot = exampleSnapshot({
      files: ['a', 'b'].map((name, owner) => exampleFile(`web/${name}.ts`, 'web', 'sole', [owner + 1])),
    });
    const index = await SnapshotIndex.of(snapshot, 1, signal);
    const [file] = snapshot.files;
    assert.ok(index && file);
    assert.deepEqual(
      index.backupsOf(file).map(({ person }) => person),
      [2],
    );
    assert.deepEqual(index.backupsOf(file), fileBackups(snapshot)(file));
  });

  it('calls a component by its name, or by its id where several have that name', async () => {
    const components = ['a/app', 'b/app', 'web'].map(id => ({
      ...exampleComponent(id),
      name: id.split('/').at(-1) ?? '',
    }));
    const index = await SnapshotIndex.of(exampleSnapshot({ components }), 1, signal);
    assert.deepEqual(
      components.map(component => index?.labelOf(component)),
      ['a/app', 'b/app', 'web'],
    );
  });

  it('counts what folders hold at any depth', async () => {
    const index = await SnapshotIndex.of(exampleSnapshot(), 1, signal);
    const root = index?.folder('');
    assert.deepEqual([root?.total, root?.sole, root?.orphaned], [5, 2, 1]);
    assert.deepEqual([...(root?.folders ?? [])], ['deploy', 'labels', 'payments', 'web']);
    assert.deepEqual([...(index?.folder('payments')?.folders ?? [])], ['payments/src']);
    assert.equal(index?.folder('payments/src')?.files.length, 2);
  });

  it('knows what it differs in from what is, while someone is thought away', async () => {
    const before = await SnapshotIndex.of(exampleSnapshot(), 1, signal);
    assert.ok(before);
    const { after } = whatIf(before.snapshot, [0]);
    const index = await SnapshotIndex.of(after, -1, signal, before);
    const file = index?.file('payments/src/settle.ts');
    assert.deepEqual([file?.state, file && index?.changedFile(file)?.state], ['sole', 'shared']);
    const same = index?.file('web/index.html');
    assert.equal(same && index?.changedFile(same), undefined);
    const withoutBen = await SnapshotIndex.of(whatIf(before.snapshot, [1]).after, -2, signal, before);
    const web = withoutBen?.component('web');
    assert.deepEqual([web?.state, web && withoutBen?.changedComponent(web)?.state], ['sole', 'shared']);
    for (const each of before.snapshot.files) assert.equal(before.changedFile(each), undefined);
  });

  it('gives the thread back while a hundred thousand files are indexed', async () => {
    const files = Array.from({ length: 100_000 }, (_, at) =>
      exampleFile(`services/s${at % 100}/src/deep/folder/file${at}.ts`, `s${at % 100}`, 'sole', [0]),
    );
    const components = Array.from({ length: 100 }, (_, at) => exampleComponent(`s${at}`));
    let turns = 0;
    const turn = setInterval(() => {
      turns++;
    }, 1);
    const index = await SnapshotIndex.of(exampleSnapshot({ files, components }), 1, signal);
    clearInterval(turn);
    assert.equal(index?.folder('services')?.total, 100_000);
    assert.ok(turns > 3, `the thread was given back ${turns} times`);
  });

  it('stops when it is not wanted any more', async () => {
    const files = Array.from({ length: 100_000 }, (_, at) => exampleFile(`file${at}.ts`, null, 'sole', [0]));
    const controller = new AbortController();
    const index = SnapshotIndex.of(exampleSnapshot({ files }), 1, controller.signal);
    controller.abort();
    assert.equal(await index, null);
  });
});

describe('Work in slices', () => {
  it('takes every item once, in order', async () => {
    const taken: number[] = [];
    const items = Array.from({ length: 1_000 }, (_, at) => at);
    assert.equal(await inSlices(items, item => taken.push(item), signal), true);
    assert.deepEqual(taken, items);
  });

  it('gives what its steps come to, or nothing when it is not wanted any more', async () => {
    const snapshot = exampleSnapshot();
    assert.deepEqual(await inSteps(whatIfInSteps(snapshot, [0]), signal), whatIf(snapshot, [0]));
    const controller = new AbortController();
    const endless = function* (): Generator<undefined, number, undefined> {
      for (;;) yield;
    };
    const result = inSteps(endless(), controller.signal);
    controller.abort();
    assert.equal(await result, null);
  });

  it('is complete at once when there is nothing to do', async () => {
    assert.equal(await inSlices([], () => assert.fail(), signal), true);
  });
});
