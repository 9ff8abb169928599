import assert from 'node:assert/strict';
import { chmod, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { encodeHistory, historyVersion } from '../../../src/analysis/historyFile';
import { LocalAnalysis } from '../../../src/analysis/localAnalysis';
import { History } from '../../../src/core/history/history';
import type { Snapshot } from '../../../src/core/model';
import { GitError } from '../../../src/git/errors';
import { SnapshotStore } from '../../../src/store/snapshotStore';
import type { BuiltRepository } from '../../support/builtRepository';
import { analyse, ben, Repositories, snapshotsOf, text, timeless } from './analyse';

describe('the store of an analysis', () => {
  const repositories = new Repositories();
  let repository: BuiltRepository;
  let store: string;
  let cold: unknown;

  before(async () => {
    repository = await repositories.of([{ files: { a: text('a') } }, { author: ben, files: { b: text('b') } }]);
    cold = timeless(await analyse(repository));
  });
  beforeEach(async () => {
    store = path.join(repository.home, 'store');
    await rm(store, { recursive: true, force: true });
    await analyse(repository, { store });
  });
  after(() => repositories.dispose());

  const storedFiles = async (): Promise<string[]> => (await readdir(store)).map(name => path.join(store, name));

  /** Analyses with what is in the store; nobody may hear of the damage but in Snapshots that are right. */
  const assertRebuilt = async (): Promise<void> => {
    const lines: string[] = [];
    const snapshots = await snapshotsOf(repository.path, { store, log: line => lines.push(line) });
    for (const snapshot of snapshots.filter(({ tier }) => tier === 2)) assert.deepEqual(timeless(snapshot), cold);
    assert.deepEqual(timeless(snapshots.at(-1) as Snapshot), cold);
    assert.deepEqual(lines, []);
    const again = await snapshotsOf(repository.path, { store });
    assert.equal(again.length, 2, 'what was rebuilt is stored');
  };

  it('holds four files: the history, the Snapshot, the changes and the owners of lines', async () => {
    assert.equal((await storedFiles()).length, 4);
    assert.equal((await snapshotsOf(repository.path, { store })).length, 2);
  });

  it('is rebuilt when its files are damaged', async () => {
    for (const file of await storedFiles()) {
      const bytes = await readFile(file);
      bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 0xff;
      await writeFile(file, bytes);
    }
    await assertRebuilt();
  });

  it('is rebuilt when its files are cut off, empty or something else', async () => {
    const contents: ((bytes: Buffer) => Buffer)[] = [
      bytes => bytes.subarray(0, bytes.length - 9),
      bytes => bytes.subarray(0, 20),
      () => Buffer.alloc(0),
      () => Buffer.from('not what we wrote'),
    ];
    for (const damage of contents) {
      for (const file of await storedFiles()) await writeFile(file, damage(await readFile(file)));
      await assertRebuilt();
    }
  });

  it('is rebuilt when its files are gone', async () => {
    for (const file of await storedFiles()) await rm(file);
    await assertRebuilt();
  });

  it('is rebuilt when another version wrote it, or when its content is whole but makes no sense', async () => {
    const keys = (await storedFiles()).map(file => path.basename(file, path.extname(file)));
    const empty = { history: new History(20), additions: { paths: [], commits: 0, found: [] } };
    const origin = { head: 'f'.repeat(40), renames: 'content', shallow: '', missing: [] };
    const payloads: readonly (readonly [version: number, payload: Uint8Array[]])[] = [
      [historyVersion - 1, [Buffer.from('{}')]],
      [historyVersion + 1, [Buffer.from('{}')]],
      [historyVersion, [Buffer.from('this is no history and no JSON')]],
      // A history of a head that this repository never had.
      [historyVersion, encodeHistory({ ...empty, origin })],
    ];
    for (const [version, payload] of payloads) {
      const files = await SnapshotStore.open(store);
      for (const key of keys) await files.write(key, version, payload);
      await assertRebuilt();
    }
  });

  it('is made when its folder is missing', async () => {
    store = path.join(store, 'deep', 'er');
    await assertRebuilt();
  });

  it('that cannot be written is no reason to fail, and the log says it', async () => {
    const file = path.join(repository.home, 'a-file');
    await writeFile(file, '');
    const lines: string[] = [];
    const options = { store: path.join(file, 'store'), log: (line: string) => lines.push(line) };
    const snapshot = await analyse(repository, options);
    assert.deepEqual(timeless(snapshot), cold);
    assert.equal(lines.length, 5, 'the history, the Snapshot of each tier, the changes and the owners of lines');
    assert.match(lines[0] ?? '', /^The analysis was not stored: ./);
  });

  it('whose folder is read-only still serves what it has', async function () {
    if (process.getuid?.() === 0) this.skip();
    await chmod(store, 0o500);
    try {
      assert.equal((await snapshotsOf(repository.path, { store })).length, 2);
    } finally {
      await chmod(store, 0o700);
    }
  });

  it('is not touched without one', async () => {
    await rm(store, { recursive: true });
    await analyse(repository, { store: null });
    await assert.rejects(readdir(store));
  });

  it('holds nothing of a revision that was asked for by name', async () => {
    await rm(store, { recursive: true });
    const snapshot = await analyse(repository, { store, request: { revision: 'HEAD~1' } });
    assert.deepEqual([snapshot.repository.commits, snapshot.repository.branch], [1, null]);
    assert.deepEqual(await readdir(store).catch(() => []), []);
  });
});

describe('a cancelled analysis', () => {
  const repositories = new Repositories();
  after(() => repositories.dispose());

  it('ends as cancelled in every phase, and the next one is whole', async () => {
    const commits = Array.from({ length: 25 }, (_, index) => ({ files: { [`f${index}`]: text(`f${index}`) } }));
    const repository = await repositories.of(commits);
    const cold = timeless(await analyse(repository));
    const store = path.join(repository.home, 'store');
    const analysis = new LocalAnalysis({ storeDirectory: store, log: () => {} });
    for (const until of ['store', 'history', 'files'] as const) {
      const controller = new AbortController();
      const phases: string[] = [];
      const onProgress = ({ phase }: { phase: string }): void => {
        phases.push(phase);
        if (phase === until) controller.abort();
      };
      await assert.rejects(
        analyse(repository, { analysis, callbacks: { signal: controller.signal, onProgress } }),
        (error: unknown) => error instanceof GitError && error.reason === 'cancelled',
      );
      assert.ok(phases.includes(until) && !phases.includes('ownership'), phases.join());
      assert.deepEqual(await readdir(store), []);
    }
    assert.deepEqual(timeless(await analyse(repository, { analysis })), cold);
  });

  it('does not begin', async () => {
    const repository = await repositories.of([{ files: { a: 'a' } }]);
    await assert.rejects(
      analyse(repository, { callbacks: { signal: AbortSignal.abort() } }),
      (error: unknown) => error instanceof GitError && error.reason === 'cancelled',
    );
  });
});
