import { createHash, randomUUID } from 'node:crypto';
import * as disk from 'node:fs/promises';
import path from 'node:path';
import { decodeFile, decodeStart, encodeHeader, headerLength, type Stored } from './storedFile';

/** The part of `node:fs/promises` the store uses; tests make calls of it fail. */
export type StoreFileSystem = Pick<
  typeof disk,
  'mkdir' | 'readdir' | 'stat' | 'readFile' | 'open' | 'rename' | 'unlink' | 'utimes'
>;

export interface StoreOptions {
  /** Bytes of all files together; the least recently used go first. 512 MiB unless given. */
  readonly maxBytes?: number;
  readonly fileSystem?: StoreFileSystem;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

/**
 * Whether a result is on disk. `full`: the disk is, or a quota; `readOnly`: the folder cannot be written; `tooLarge`:
 * it alone passes the store's limit; `failed`: anything else, see `message`.
 */
export type WriteResult =
  | { readonly stored: true; readonly bytes: number }
  | {
      readonly stored: false;
      readonly reason: 'full' | 'readOnly' | 'tooLarge' | 'failed';
      readonly message: string;
    };

const suffix = '.snapshot';
const temporarySuffix = '.tmp';
const leftoverMilliseconds = 60 * 60 * 1000;
const defaultMaxBytes = 512 * 1024 * 1024;
/** Windows refuses to replace a file while a virus scanner or another window has it open. */
const renamePauses = [20, 60, 180];

/** The key of a repository: a hash of its common git directory, so that worktrees share one file. */
export function storeKey(commonDirectory: string): string {
  return createHash('sha256').update(commonDirectory).digest('hex').slice(0, 32);
}

/**
 * Analysis results on disk, one file a key, each replaced as a whole. Several processes may use one directory. Reading
 * never throws: what is missing, cut off or damaged is absent. Never give it a directory in the user's repository.
 */
export class SnapshotStore {
  private constructor(
    private readonly directory: string,
    private readonly maxBytes: number,
    private readonly fileSystem: StoreFileSystem,
    private readonly now: () => number,
  ) {}

  /**
   * Opens a directory, which is made when missing, and removes temporary files that killed processes left there over
   * an hour ago. Never throws: in a directory that cannot be made nothing is found, and writing says why.
   */
  static async open(directory: string, options: StoreOptions = {}): Promise<SnapshotStore> {
    const { maxBytes = defaultMaxBytes, fileSystem = disk, now = Date.now } = options;
    const store = new SnapshotStore(directory, maxBytes, fileSystem, now);
    await fileSystem.mkdir(directory, { recursive: true }).catch(() => {});
    await store.removeLeftovers();
    return store;
  }

  /** What is stored under the key, or null. A file that does not hold what it says is removed. */
  async read(key: string): Promise<Stored | null> {
    const file = this.fileOf(key);
    const bytes = await this.fileSystem.readFile(file).catch(() => null);
    if (bytes === null) return null;
    const stored = decodeFile(bytes);
    if (stored === null) {
      await this.remove(key);
      return null;
    }
    const seconds = this.now() / 1000;
    // Only eviction looks at the time, so a read-only store does without.
    await this.fileSystem.utimes(file, seconds, seconds).catch(() => {});
    return stored;
  }

  /**
   * The first bytes of what is stored under the key, long before all of it can be read: a hint, for nothing tells yet whether the
   * file is whole. null where there is no such file.
   */
  async peek(key: string, bytes: number): Promise<Stored | null> {
    const handle = await this.fileSystem.open(this.fileOf(key), 'r').catch(() => null);
    if (handle === null) return null;
    try {
      const start = Buffer.alloc(headerLength + bytes);
      const { bytesRead } = await handle.read(start, 0, start.length, 0);
      return decodeStart(start.subarray(0, bytesRead));
    } catch {
      return null;
    } finally {
      await handle.close().catch(() => {});
    }
  }

  /**
   * Stores the parts, one after the other, in place of what was there. Until it is complete on disk, what was there
   * stays. Then the least recently used files over the limit are removed, never this one.
   * @param version the caller's version of what the payload means
   */
  async write(key: string, version: number, payload: readonly Uint8Array[]): Promise<WriteResult> {
    const file = this.fileOf(key);
    const header = encodeHeader(version, payload);
    const bytes = payload.reduce((sum, part) => sum + part.byteLength, headerLength);
    if (bytes > this.maxBytes) {
      const message = `The result takes ${bytes} bytes, more than the ${this.maxBytes} the store may hold.`;
      return { stored: false, reason: 'tooLarge', message };
    }
    const temporary = path.join(this.directory, `${key}.${randomUUID()}${temporarySuffix}`);
    try {
      await this.writeWhole(temporary, [header, ...payload]);
      await this.replace(temporary, file);
    } catch (cause) {
      await this.fileSystem.unlink(temporary).catch(() => {});
      return notStored(cause);
    }
    await this.evict(path.basename(file));
    return { stored: true, bytes };
  }

  /** Forgets what is stored under the key. */
  async remove(key: string): Promise<void> {
    await this.fileSystem.unlink(this.fileOf(key)).catch(() => {});
  }

  private fileOf(key: string): string {
    if (!/^[0-9a-zA-Z_-]+$/.test(key)) throw new RangeError(`${JSON.stringify(key)} is no key: use storeKey().`);
    return path.join(this.directory, key + suffix);
  }

  private async writeWhole(file: string, parts: readonly Uint8Array[]): Promise<void> {
    const handle = await this.fileSystem.open(file, 'wx', 0o600);
    try {
      for (const part of parts) {
        for (let at = 0; at < part.byteLength; ) {
          const { bytesWritten } = await handle.write(part, at, part.byteLength - at);
          if (bytesWritten === 0) throw Object.assign(new Error('The disk takes no more.'), { code: 'ENOSPC' });
          at += bytesWritten;
        }
      }
      await handle.sync();
    } finally {
      await handle.close();
    }
  }

  private async replace(temporary: string, file: string): Promise<void> {
    for (const pause of renamePauses) {
      try {
        return await this.fileSystem.rename(temporary, file);
      } catch (cause) {
        if (!['EPERM', 'EACCES', 'EBUSY'].includes(codeOf(cause))) throw cause;
        await new Promise(resolve => setTimeout(resolve, pause));
      }
    }
    await this.fileSystem.rename(temporary, file);
  }

  private async evict(keep: string): Promise<void> {
    const files = await this.filesEndingWith(suffix);
    let total = files.reduce((sum, { size }) => sum + size, 0);
    for (const { name, size } of files.sort((a, b) => a.used - b.used)) {
      if (total <= this.maxBytes) return;
      if (name === keep) continue;
      await this.fileSystem.unlink(path.join(this.directory, name)).catch(() => {});
      total -= size;
    }
  }

  private async removeLeftovers(): Promise<void> {
    for (const { name, used } of await this.filesEndingWith(temporarySuffix)) {
      if (this.now() - used > leftoverMilliseconds) {
        await this.fileSystem.unlink(path.join(this.directory, name)).catch(() => {});
      }
    }
  }

  private async filesEndingWith(ending: string): Promise<{ name: string; size: number; used: number }[]> {
    const names = await this.fileSystem.readdir(this.directory).catch((): string[] => []);
    const files: { name: string; size: number; used: number }[] = [];
    for (const name of names) {
      if (!name.endsWith(ending)) continue;
      const found = await this.fileSystem.stat(path.join(this.directory, name)).catch(() => null);
      if (found !== null) files.push({ name, size: found.size, used: found.mtimeMs });
    }
    return files;
  }
}

function notStored(cause: unknown): WriteResult {
  const code = codeOf(cause);
  const message = cause instanceof Error ? cause.message : String(cause);
  if (['ENOSPC', 'EDQUOT', 'EFBIG'].includes(code)) return { stored: false, reason: 'full', message };
  if (['EROFS', 'EACCES', 'EPERM'].includes(code)) return { stored: false, reason: 'readOnly', message };
  return { stored: false, reason: 'failed', message };
}

function codeOf(cause: unknown): string {
  return cause instanceof Error && 'code' in cause ? String(cause.code) : '';
}
