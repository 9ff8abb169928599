import type { Git } from './git';
import { ObjectSplitter, type StreamedObject } from './objectStream';
import { pumpGit } from './streamGit';

export interface ObjectsQuestion {
  readonly git: Git;
  readonly cwd: string;
  /** Ids in hexadecimal; drawn as git takes them. */
  readonly ids: Iterable<string>;
  /** Larger contents are skipped. */
  readonly maxBytes: number;
  /** A buffer with room for so many bytes; a new one each time when it is left out. */
  readonly allocate?: ((size: number) => Buffer) | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Whether there are many: see `pumpGit`. */
  readonly bulk: boolean;
  /** Bytes of the largest, where they are versions of the same files, one after the other. */
  readonly largest?: number | undefined;
}

/**
 * A version rests on one of those read shortly before. Keeping fewer makes git build them again; keeping more takes fresh
 * memory for each, which costs as much as reading it: with 16 MiB, a quarter of the time on a short history.
 */
const versionsKept = 32;
const leastKept = 2 * 1024 * 1024;
/** What git keeps by default. */
const mostKept = 96 * 1024 * 1024;

/** Visits objects in the order asked, as fast as git reads them; nothing is kept. Throws GitError, and what `visit` throws. */
export async function readObjects(question: ObjectsQuestion, visit: (object: StreamedObject) => void): Promise<void> {
  const { git, cwd, ids, maxBytes, allocate, signal, bulk, largest } = question;
  const splitter = new ObjectSplitter(maxBytes, allocate);
  // git buffers its output, so the questions must not wait for the answers.
  await pumpGit(
    git,
    [...keeping(largest), 'cat-file', '--batch', '--buffer'],
    { cwd, input: lines(ids), signal, bulk },
    chunk => {
      for (const object of splitter.push(chunk)) visit(object);
    },
  );
  splitter.finish();
}

/** Has git keep as many bytes of what others rest on as is worth it. */
function keeping(largest: number | undefined): string[] {
  if (largest === undefined) return [];
  const bytes = Math.min(mostKept, Math.max(leastKept, largest * versionsKept));
  return ['-c', `core.deltaBaseCacheLimit=${bytes}`];
}

/** The ids with line feeds between, in pieces large enough to be worth a write. */
async function* lines(ids: Iterable<string>): AsyncGenerator<string> {
  let piece = '';
  for (const id of ids) {
    piece += `${id}\n`;
    if (piece.length >= 64 * 1024) {
      yield piece;
      piece = '';
    }
  }
  if (piece !== '') yield piece;
}
