import assert from 'node:assert/strict';
import * as disk from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { SnapshotStore, type StoreFileSystem, storeKey, type WriteResult } from '../../../src/store/snapshotStore';
import { decodeFile, encodeHeader } from '../../../src/store/storedFile';

const key = storeKey('/code/repository/.git');

function failing(code: string): () => Promise<never> {
  return async () => {
    throw Object.assign(new Error(`${code}: injected`), { code });
  };
}

describe('the store', () => {
  let directory = '';

  beforeEach(async () => {
    directory = await disk.mkdtemp(path.join(tmpdir(), 'single-points-store-'));
  });

  afterEach(() => disk.rm(directory, { recursive: true, force: true }));

  const file = (): string => path.join(directory, `${key}.snapshot`);
  const bytes = (...parts: string[]): Buffer[] => parts.map(part => Buffer.from(part));

  /** A file system on which opened files behave as told. */
  function withHandles(change: (handle: disk.FileHandle) => Partial<disk.FileHandle>): StoreFileSystem {
    return {
      ...disk,
      open: async (...args: Parameters<typeof disk.open>) => {
        const handle = await disk.open(...args);
        return Object.assign(handle, change(handle));
      },
    };
  }

  async function expectOldResultAfterFailure(fileSystem: StoreFileSystem): Promise<WriteResult> {
    await (await SnapshotStore.open(directory)).write(key, 1, bytes('old'));
    const result = await (await SnapshotStore.open(directory, { fileSystem })).write(key, 1, bytes('new'));
    assert.deepEqual(await disk.readdir(directory), [`${key}.snapshot`], 'no temporary file is left');
    const read = await (await SnapshotStore.open(directory)).read(key);
    assert.equal(read?.payload.toString(), 'old');
    return result;
  }

  it('gives back what was written, and its version', async () => {
    const store = await SnapshotStore.open(path.join(directory, 'made', 'for', 'it'));
    assert.equal(await store.read(key), null);
    assert.deepEqual(await store.write(key, 7, bytes('ab', '', 'cd')), { stored: true, bytes: 52 });
    const read = await store.read(key);
    assert.deepEqual(read?.header, { version: 7, length: 4 });
    assert.equal(read?.payload.toString(), 'abcd');
    assert.equal((read?.payload.byteOffset ?? 1) % 8, 0, 'typed arrays can be laid over it');
  });

  it('gives the first bytes without looking at the rest', async () => {
    const store = await SnapshotStore.open(directory);
    assert.equal(await store.peek(key, 3), null);
    await store.write(key, 7, bytes('abcdef'));
    for (const [count, expected] of [
      [3, 'abc'],
      [9, 'abcdef'],
    ] as const) {
      const start = await store.peek(key, count);
      assert.deepEqual([start?.payload.toString(), start?.header], [expected, { version: 7, length: 6 }]);
    }
    const whole = await disk.readFile(file());
    await disk.writeFile(file(), whole.subarray(0, -1));
    assert.equal((await store.peek(key, 3))?.payload.toString(), 'abc');
    for (const damaged of [
      whole.subarray(0, 40),
      Buffer.from('not ours, and long enough to be one of ours, if it were'),
    ]) {
      await disk.writeFile(file(), damaged);
      assert.equal(await store.peek(key, 3), null);
    }
    assert.deepEqual(await disk.readdir(directory), [`${key}.snapshot`], 'it stays for who reads it');
  });

  it('keeps repositories apart, replaces as a whole and forgets on request', async () => {
    const store = await SnapshotStore.open(directory);
    const other = storeKey('/code/other/.git');
    await store.write(key, 1, bytes('a long first result'));
    await store.write(other, 1, bytes('other'));
    await store.write(key, 2, bytes('second'));
    assert.equal((await store.read(key))?.payload.toString(), 'second');
    await store.remove(key);
    assert.equal(await store.read(key), null);
    assert.equal((await store.read(other))?.payload.toString(), 'other');
  });

  it('finds every cut and every flipped bit, and removes such a file', async () => {
    const store = await SnapshotStore.open(directory);
    await store.write(key, 1, bytes('the payload'));
    const whole = await disk.readFile(file());
    for (let length = 0; length < whole.length; length++) assert.equal(decodeFile(whole.subarray(0, length)), null);
    assert.equal(decodeFile(Buffer.concat([whole, Buffer.from([0])])), null);
    for (let bit = 0; bit < whole.length * 8; bit++) {
      const damaged = Buffer.from(whole);
      damaged[bit >> 3] = (damaged[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      assert.equal(decodeFile(damaged), null, `bit ${bit}`);
    }
    await disk.truncate(file(), whole.length - 1);
    assert.equal(await store.read(key), null);
    assert.deepEqual(await disk.readdir(directory), []);
  });

  it('takes any bytes for a file without a throw', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), array => decodeFile(Buffer.from(array)) === null));
    fc.assert(
      fc.property(fc.nat(0xffffffff), fc.array(fc.uint8Array({ maxLength: 50 })), (version, parts) => {
        const stored = decodeFile(Buffer.concat([encodeHeader(version, parts), ...parts]));
        assert.equal(stored?.header.version, version);
        assert.ok(stored?.payload.equals(Buffer.concat(parts)));
      }),
    );
  });

  it('finds nothing where a folder stands, and survives it', async () => {
    const store = await SnapshotStore.open(directory);
    await disk.mkdir(file());
    assert.equal(await store.read(key), null);
    assert.equal((await store.write(key, 1, bytes('x'))).stored, false);
    assert.deepEqual(await disk.readdir(directory), [`${key}.snapshot`]);
  });

  it('refuses a key that could lead out of its folder', async () => {
    const store = await SnapshotStore.open(directory);
    await assert.rejects(store.read('../x'), RangeError);
  });

  describe('when the disk fails', () => {
    it('keeps the old result if the new one cannot be renamed', async () => {
      const result = await expectOldResultAfterFailure({ ...disk, rename: failing('EIO') });
      assert.ok(!result.stored && result.reason === 'failed');
    });

    it('tries again while another program holds the file, as on Windows', async () => {
      let refusals = 2;
      const rename: typeof disk.rename = async (...args) => {
        if (refusals-- > 0) return failing('EPERM')();
        return disk.rename(...args);
      };
      const store = await SnapshotStore.open(directory, { fileSystem: { ...disk, rename } });
      assert.equal((await store.write(key, 1, bytes('x'))).stored, true);
      const result = await expectOldResultAfterFailure({ ...disk, rename: failing('EPERM') });
      assert.ok(!result.stored && result.reason === 'readOnly');
    });

    it('keeps the old result if the new one cannot be flushed', async () => {
      const result = await expectOldResultAfterFailure(withHandles(() => ({ sync: failing('EIO') })));
      assert.ok(!result.stored && result.reason === 'failed');
    });

    it('keeps the old result if the disk is full, at once or after some bytes', async () => {
      const full = await expectOldResultAfterFailure(withHandles(() => ({ write: failing('ENOSPC') })));
      assert.ok(!full.stored && full.reason === 'full');
      const stuck = withHandles(() => ({ write: async () => ({ bytesWritten: 0, buffer: Buffer.alloc(0) }) }) as never);
      const result = await expectOldResultAfterFailure(stuck);
      assert.ok(!result.stored && result.reason === 'full');
    });

    it('goes on after a short write', async () => {
      const slow = withHandles(handle => {
        const write = handle.write.bind(handle) as (part: Uint8Array, at: number, length: number) => Promise<unknown>;
        const short = (part: Uint8Array, at: number, length: number): Promise<unknown> =>
          write(part, at, Math.min(length, 3));
        return { write: short as never };
      });
      const store = await SnapshotStore.open(directory, { fileSystem: slow });
      assert.equal((await store.write(key, 1, bytes('written in pieces'))).stored, true);
      assert.equal((await store.read(key))?.payload.toString(), 'written in pieces');
    });

    it('says that it is read-only, and reads what is there', async () => {
      for (const code of ['EROFS', 'EACCES']) {
        const result = await expectOldResultAfterFailure({ ...disk, open: failing(code), utimes: failing(code) });
        assert.ok(!result.stored && result.reason === 'readOnly');
      }
    });

    it('works without a directory: nothing is found, nothing stored', async () => {
      await disk.writeFile(path.join(directory, 'file'), '');
      const store = await SnapshotStore.open(path.join(directory, 'file', 'below'));
      assert.equal(await store.read(key), null);
      assert.equal((await store.write(key, 1, bytes('x'))).stored, false);
    });
  });

  it('removes what killed processes left over an hour ago, and no more', async () => {
    const now = Date.now();
    const make = async (name: string, minutes: number): Promise<void> => {
      await disk.writeFile(path.join(directory, name), 'x');
      const seconds = now / 1000 - minutes * 60;
      await disk.utimes(path.join(directory, name), seconds, seconds);
    };
    await make('old.tmp', 61);
    await make('young.tmp', 59);
    await make('old.txt', 61);
    await SnapshotStore.open(directory, { now: () => now });
    assert.deepEqual((await disk.readdir(directory)).sort(), ['old.txt', 'young.tmp']);
  });

  it('stays within its limit by forgetting what was used least recently', async () => {
    let clock = 1_700_000_000_000;
    const store = await SnapshotStore.open(directory, { maxBytes: 1000, now: () => (clock += 60_000) });
    const keys = ['a', 'b', 'c'].map(name => storeKey(name));
    const [a = '', b = '', c = ''] = keys;
    const payload = [Buffer.alloc(352)];
    await store.write(a, 1, payload);
    await store.write(b, 1, payload);
    // Writing takes the time of the disk; reading sets the clock's.
    await store.read(b);
    await store.read(a);
    await store.write(c, 1, payload);
    assert.equal(await store.read(b), null);
    assert.notEqual(await store.read(a), null);
    assert.notEqual(await store.read(c), null);
  });

  it('does not store what alone passes the limit', async () => {
    const store = await SnapshotStore.open(directory, { maxBytes: 100 });
    const result = await store.write(key, 1, [Buffer.alloc(100)]);
    assert.ok(!result.stored && result.reason === 'tooLarge');
    assert.deepEqual(await disk.readdir(directory), []);
  });

  it('shows a reader the old or the new result while others write', async () => {
    const store = await SnapshotStore.open(directory);
    const other = await SnapshotStore.open(directory);
    await store.write(key, 0, [Buffer.alloc(100_000, 0)]);
    const writing = Promise.all(
      [1, 2, 3, 4, 5, 6].map(n => (n % 2 ? store : other).write(key, n, [Buffer.alloc(100_000, n)])),
    );
    for (let round = 0; round < 20; round++) {
      const read = await store.read(key);
      assert.ok(read?.payload.every(byte => byte === read.header.version));
    }
    await writing;
  });
});
