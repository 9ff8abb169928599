import { GitError } from './errors';
import type { Git } from './git';
import { readGit, streamGit } from './streamGit';

export interface Blobs {
  /** By the id that was asked for. */
  readonly contents: ReadonlyMap<string, Buffer>;
  /** Ids of objects that are not here: a partial clone, or a damaged one. */
  readonly missing: number;
  /** Ids of objects over the cap. */
  readonly tooLarge: number;
  /** Ids of objects that are not blobs. */
  readonly notBlobs: number;
}

export interface BlobOptions {
  /** Larger blobs are skipped and counted; bytes. */
  readonly maxBytes: number;
  readonly signal?: AbortSignal | undefined;
}

/**
 * The contents of blobs, by object id; never by path, so no name can confuse the request. Nothing is fetched.
 * Ids that are given twice are read once. Throws GitError on anything but missing objects.
 */
export async function readBlobs(git: Git, cwd: string, ids: Iterable<string>, options: BlobOptions): Promise<Blobs> {
  const wanted = [...new Set(ids)];
  const malformed = wanted.find(id => !/^[0-9a-f]{40,64}$/.test(id));
  if (malformed !== undefined) {
    throw new GitError('unknownRevision', `${JSON.stringify(malformed)} is not the id of an object. Give a whole one.`);
  }
  try {
    return await readBatch(git, cwd, wanted, options);
  } catch (cause) {
    // Git dies of the first object that is promised by a remote and not here, whether it may fetch or not.
    if (!(cause instanceof GitError) || cause.reason !== 'partial') throw cause;
  }
  const present = await presentObjects(git, cwd, wanted, options.signal);
  const read = await readBatch(git, cwd, present, options);
  return { ...read, missing: read.missing + wanted.length - present.length };
}

async function readBatch(git: Git, cwd: string, ids: readonly string[], options: BlobOptions): Promise<Blobs> {
  const parser = new BatchParser(options.maxBytes);
  if (ids.length > 0) {
    const input = `${ids.join('\n')}\n`;
    for await (const chunk of streamGit(git, ['cat-file', '--batch'], { cwd, input, signal: options.signal })) {
      parser.push(chunk);
    }
  }
  return parser.finish();
}

/** Those of the ids whose object is here; `--missing` is what keeps any git from fetching. */
export async function presentObjects(
  git: Git,
  cwd: string,
  ids: readonly string[],
  signal: AbortSignal | undefined,
): Promise<string[]> {
  const args = ['rev-list', '--objects', '--no-walk', '--missing=allow-any', '--ignore-missing', '--stdin'];
  const printed = await readGit(git, args, { cwd, input: `${ids.join('\n')}\n`, signal });
  // Each line is an id, a space and a name that is empty here. Trees would bring their contents, so look at ours only.
  const present = new Set(
    printed
      .toString('latin1')
      .split('\n')
      .map(line => line.split(' ', 1)[0] ?? ''),
  );
  return ids.filter(id => present.has(id));
}

/** Reads the output of `git cat-file --batch`, cut anywhere. */
export class BatchParser {
  private readonly contents = new Map<string, Buffer>();
  private missing = 0;
  private tooLarge = 0;
  private notBlobs = 0;
  /** The header line so far, while one is being read. */
  private header = '';
  /** The object being read, null between objects. */
  private id: string | null = null;
  /** Where its bytes go, null when it is skipped. */
  private target: Buffer | null = null;
  /** Bytes still to come, with the line feed that ends an object. */
  private left = 0;

  constructor(private readonly maxBytes: number) {}

  push(chunk: Buffer): void {
    let at = 0;
    while (at < chunk.length) at = this.id === null ? this.readHeader(chunk, at) : this.readBody(chunk, at, this.id);
  }

  /** All that was read. Throws GitError `failed` when the output ended in the middle of an object. */
  finish(): Blobs {
    if (this.id !== null || this.header !== '') {
      throw new GitError('failed', 'The contents of a file ended in the middle. Refresh to try again.');
    }
    const { contents, missing, tooLarge, notBlobs } = this;
    return { contents, missing, tooLarge, notBlobs };
  }

  private readHeader(chunk: Buffer, from: number): number {
    const end = chunk.indexOf(0x0a, from);
    this.header += chunk.toString('latin1', from, end === -1 ? chunk.length : end);
    if (end === -1) return chunk.length;
    this.open(this.header);
    this.header = '';
    return end + 1;
  }

  /** `<id> SP <type> SP <size>`, or `<id> SP missing`. */
  private open(header: string): void {
    const [id, type, size] = header.split(' ');
    if (id !== undefined && type === 'missing') {
      this.missing++;
      return;
    }
    if (id === undefined || type === undefined || size === undefined || !/^\d+$/.test(size)) {
      throw new GitError('failed', 'Git printed an object in an unknown way. Report this version of Git.', header);
    }
    const bytes = Number(size);
    this.id = id;
    this.left = bytes + 1;
    if (type !== 'blob') this.notBlobs++;
    else if (bytes > this.maxBytes) this.tooLarge++;
    else this.target = Buffer.allocUnsafe(bytes);
  }

  private readBody(chunk: Buffer, from: number, id: string): number {
    const length = Math.min(this.left, chunk.length - from);
    // The line feed after the content falls off the end of the target.
    this.target?.set(chunk.subarray(from, from + Math.min(length, this.left - 1)), this.target.length + 1 - this.left);
    this.left -= length;
    if (this.left === 0) {
      if (this.target !== null) this.contents.set(id, this.target);
      this.id = null;
      this.target = null;
    }
    return from + length;
  }
}
