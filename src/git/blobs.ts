import { GitError } from './errors';
import type { Git } from './git';
import { readObjects } from './readObjects';
import { readGit } from './streamGit';

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
    throw new GitError('unknownRevision', '{id} is not the id of an object. Give a whole one.', {
      values: { id: JSON.stringify(malformed) },
    });
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
  const contents = new Map<string, Buffer>();
  let [missing, tooLarge, notBlobs] = [0, 0, 0];
  let at = 0;
  if (ids.length > 0) {
    await readObjects({ git, cwd, ids, ...options, bulk: false }, ({ type, content }) => {
      const id = ids[at++] ?? '';
      if (type === null) missing++;
      else if (type !== 'blob') notBlobs++;
      else if (content === null) tooLarge++;
      else contents.set(id, content);
    });
  }
  return { contents, missing, tooLarge, notBlobs };
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
