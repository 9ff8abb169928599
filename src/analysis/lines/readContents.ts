import { ObjectReader } from '../../git/objectReader';
import type { StreamedObject } from '../../git/objectStream';
import { readObjects } from '../../git/readObjects';
import { type LineRequest, maxContentBytes } from './lineRequest';

export interface ContentsQuestion {
  /** Object ids in hexadecimal; drawn as git takes them. */
  readonly ids: Iterable<string>;
  /** A buffer with room for so many bytes, where the way of reading lets the caller choose it. */
  readonly allocate?: (size: number) => Buffer;
  /** Whether there are many: see `pumpGit`. */
  readonly bulk: boolean;
}

/** Visits contents in the order asked. Throws GitError, and what `visit` throws. */
export type ReadContents = (question: ContentsQuestion, visit: (object: StreamedObject) => void) => Promise<void>;

/**
 * Contents from a git process for each question, which reads on while we work: for a whole repository.
 * @param largest bytes of the largest, where many versions of the same files are read
 */
export function streamedContents({ git, description, signal }: LineRequest, largest?: number): ReadContents {
  const source = { git, cwd: description.root, maxBytes: maxContentBytes, largest, signal };
  return (question, visit) => readObjects({ ...question, ...source }, visit);
}

/** One process that answers question after question, each asked when the one before was answered. Close it after use. */
export function objectsOf({ git, description, signal }: LineRequest): ObjectReader {
  return new ObjectReader(git, { cwd: description.root, maxBytes: maxContentBytes, signal });
}

/** Contents from such a process: where they are few, or it would be idle otherwise. */
export function askedContents(objects: ObjectReader): ReadContents {
  return ({ ids }, visit) => objects.visit(ids, visit);
}
