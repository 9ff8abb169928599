import assert from 'node:assert/strict';
import * as disk from 'node:fs/promises';
import path from 'node:path';
import type { LineOwnership } from '../../../src/core/lines/lineOwnership';
import { GitError } from '../../../src/git/errors';
import { SnapshotStore, type StoreFileSystem, storeKey } from '../../../src/store/snapshotStore';
import type { BuiltRepository } from '../../support/builtRepository';
import { ben, cleo, Repositories, text } from '../analysis/analyse';
import { ownedLines } from './ownedLines';

describe('the store of line ownership', () => {
  const repositories = new Repositories();
  let repository: BuiltRepository;
  let folder: string;
  let first: string;
  let cold: LineOwnership;

  before(async () => {
    repository = await repositories.of([
      { files: { a: text('a'), b: text('b'), c: text('c') } },
      { author: ben, files: { a: `${text('more', 3)}${text('a')}`, d: { rename: 'c', content: `${text('c')}d\n` } } },
      { author: cleo, files: { b: text('b', 25) } },
    ]);
    first = await repository.git('rev-parse', 'HEAD~1');
    cold = await ownedLines(repository);
  });
  beforeEach(async () => {
    folder = path.join(repository.home, 'store');
    await disk.rm(folder, { recursive: true, force: true });
    await ownedLines(repository, { store: await open(), head: first });
  });
  after(() => repositories.dispose());

  const open = (fileSystem: StoreFileSystem = disk): Promise<SnapshotStore> =>
    SnapshotStore.open(folder, { fileSystem });
  const files = async (): Promise<string[]> => (await disk.readdir(folder)).map(name => path.join(folder, name)).sort();

  /** With what is in the store now: right at once, and right when it is asked again. */
  const assertRight = async (): Promise<void> => {
    const log = (line: string): void => assert.fail(line);
    assert.deepEqual(await ownedLines(repository, { store: await open(), log }), cold);
    assert.deepEqual(await ownedLines(repository, { store: await open(), log }), cold);
  };

  it('holds the history and the owners', async () => {
    assert.equal((await files()).length, 2);
    await assertRight();
    assert.equal((await files()).length, 2);
  });

  it('is no reason for another answer when one of its files, or each, is cut off, garbage or gone', async () => {
    const damages: ((file: string) => Promise<void>)[] = [
      async file => disk.truncate(file, 60),
      async file => disk.truncate(file, 0),
      async file => disk.writeFile(file, 'not what was written'),
      // Where the owners name their head, which git is asked about before all is read.
      async file => {
        const bytes = await disk.readFile(file);
        bytes.write('no such head', 50);
        await disk.writeFile(file, bytes);
      },
      async file => disk.rm(file),
      async file => {
        const bytes = await disk.readFile(file);
        bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 0xff;
        await disk.writeFile(file, bytes);
      },
    ];
    for (const [index, damage] of damages.entries()) {
      for (const which of index === 0 ? [[0], [1], [0, 1]] : [[index % 2]]) {
        const all = await files();
        for (const file of which) await damage(all[file] ?? '');
        await assertRight();
        await ownedLines(repository, { store: await open(), head: first });
      }
    }
  });

  it('is no reason for another answer when another version wrote it, or when it is whole but makes no sense', async () => {
    const keys = (await files()).map(file => path.basename(file, path.extname(file)));
    for (const version of [0, 1, 99]) {
      for (const payload of version === 1 ? ['', '\x02{}', 'x'.repeat(500), '\xff'.repeat(40)] : ['\x02{}']) {
        const store = await open();
        for (const key of keys) await store.write(key, version, [Buffer.from(payload, 'latin1')]);
        await assertRight();
      }
    }
  });

  it('is no reason for another answer when what it holds is a part of what was written', async () => {
    const store = await open();
    for (const file of await files()) {
      const key = path.basename(file, path.extname(file));
      const whole = await store.read(key);
      assert.ok(whole);
      for (let part = 1; part < 12; part += 3) {
        const { payload, header } = whole;
        await store.write(key, header.version, [payload.subarray(0, Math.floor((payload.length * part) / 12))]);
        await assertRight();
      }
    }
  });

  it('is no reason for another answer when it says another head first than it has by then', async () => {
    for (const file of await files()) {
      const key = path.basename(file, path.extname(file));
      const ofFirst = await disk.readFile(file);
      const head = await repository.git('rev-parse', 'HEAD~2');
      await ownedLines(repository, { store: await open(), head });
      // Read in between by somebody who saw the file before.
      const store = await open({ ...disk, open: async () => inMemory(ofFirst) });
      assert.deepEqual(await ownedLines(repository, { store }), cold, key);
      await ownedLines(repository, { store: await open(), head: first });
    }
  });

  it('that is full gives the answer all the same, and says so', async () => {
    for (const call of ['open', 'rename', 'mkdir', 'readFile'] as const) {
      const fail = (): Promise<never> => Promise.reject(Object.assign(new Error('No space left.'), { code: 'ENOSPC' }));
      const store = await open({ ...disk, [call]: fail });
      const lines: string[] = [];
      const log = (line: string): number => lines.push(line);
      assert.deepEqual(await ownedLines(repository, { store, log }), cold, call);
      const writing = call === 'open' || call === 'rename';
      assert.equal(lines.length > 0, writing, call);
      for (const line of lines) assert.match(line, /^The owners of lines were not stored: No space left\.$/);
      await ownedLines(repository, { store: await open(), head: first });
    }
    await assertRight();
  });

  it('that was left half-way, wherever that was, gives the right answer', async () => {
    let ended = false;
    for (let after = 0; !ended && after < 24; after++) {
      await disk.rm(folder, { recursive: true, force: true });
      const store = await open();
      const controller = new AbortController();
      let calls = 0;
      const git: Parameters<typeof ownedLines>[1] = {
        store,
        signal: controller.signal,
        onProgress: () => {
          if (calls++ >= after) controller.abort();
        },
      };
      const timer = setTimeout(() => controller.abort(), after * 10);
      try {
        assert.deepEqual(await ownedLines(repository, git), cold);
        ended = !controller.signal.aborted;
      } catch (error) {
        assert.ok(error instanceof GitError && error.reason === 'cancelled', String(error));
      } finally {
        clearTimeout(timer);
      }
      if (after % 8 === 0) await assertRight();
    }
    await assertRight();
  });

  it('may be used by several at once', async () => {
    const heads = (await repository.git('rev-list', 'HEAD')).split('\n');
    const expected = new Map<string, LineOwnership>();
    for (const head of heads) expected.set(head, await ownedLines(repository, { head }));
    for (const fresh of [true, false]) {
      if (fresh) await disk.rm(folder, { recursive: true, force: true });
      const stores = [await open(), await open()];
      const asked = Array.from({ length: 6 }, (_, index) => heads[index % heads.length] ?? '');
      const answers = await Promise.all(
        asked.map((head, index) => ownedLines(repository, { head, store: stores[index % 2] ?? null })),
      );
      answers.forEach((answer, index) => {
        assert.deepEqual(answer, expected.get(asked[index] ?? ''));
      });
      await assertRight();
    }
  });

  it('keeps repositories apart that have the same folder one after the other', async () => {
    assert.notEqual(storeKey(`lines:${repository.gitFolder}`), storeKey(`owners:${repository.gitFolder}`));
    const other = await repositories.of([{ author: cleo, files: { a: text('z') } }]);
    const moved = `${repository.path}-moved`;
    const store = await open();
    await ownedLines(repository, { store });
    await disk.rename(repository.path, moved);
    await disk.rename(other.path, repository.path);
    try {
      assert.deepEqual(await ownedLines(repository, { store }), await ownedLines(repository));
    } finally {
      await disk.rename(repository.path, other.path);
      await disk.rename(moved, repository.path);
    }
  });
});

/** An opened file that holds these bytes, to read from its beginning. */
function inMemory(bytes: Buffer): disk.FileHandle {
  return {
    read: async (target: Buffer) => ({ bytesRead: bytes.copy(target), buffer: target }),
    close: async () => {},
  } as unknown as disk.FileHandle;
}
