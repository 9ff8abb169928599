import { namesAgent } from '../people/agents';
import type { Signature } from '../people/mailmap';
import { ByteColumn, FloatColumn, IntColumn } from './columns';

/** How a commit changed a path; the letters are git's. */
export const changeStatus = { added: 65, modified: 77, deleted: 68, renamed: 82, typeChanged: 84 } as const;

/**
 * What a trailer says a person did. A signer (`Signed-off-by`) answers for where the change comes from, and need not have
 * read it.
 */
export type TrailerRole = 'coAuthor' | 'reviewer' | 'signer';

/** The same in a column. */
export const trailerRole: Readonly<Record<TrailerRole, number>> = { coAuthor: 1, reviewer: 2, signer: 3 };

const trailerRoles: readonly TrailerRole[] = ['coAuthor', 'reviewer', 'signer'];

export const commitFlag = {
  merge: 1,
  /** The subject says that it undoes or repairs something. */
  repair: 2,
  /** A trailer names an AI tool that helped, without an address. */
  assisted: 4,
} as const;

/** Where a parser of `git log` puts what it reads: a commit, then its changes. */
export interface HistorySink {
  /** Index of a path, new or known. */
  path(text: string): number;
  /** Index of a signature, new or known. */
  signature(name: string, email: string): number;
  /** Starts a commit. `sha` is the object id as bytes (20, or 32 with SHA-256) and may be reused by the caller. */
  commit(sha: Uint8Array, author: number, authorTime: number, committer: number, commitTime: number): void;
  /** The subject of the commit last started says that it undoes or repairs something. */
  repair(): void;
  parent(sha: Uint8Array): void;
  trailer(role: TrailerRole, signature: number): void;
  /** A trailer of the commit last started thanks somebody or something for help, in these words. */
  thanks(text: string): void;
  /**
   * A change of the commit last started. `status` is git's letter as a character code, see {@link changeStatus}. `pure`:
   * content stayed as it was. `oldPath` is −1 unless renamed.
   */
  change(status: number, path: number, oldPath: number, pure: boolean): void;
}

/**
 * Commits of a repository and what each changed, as columns: one array for each property, one index for each commit.
 * Rails' 99,000 commits take about 15 MB this way. Commits stand in the order they were read; `order.ts` sorts them.
 */
export class History implements HistorySink {
  readonly paths: string[] = [];
  readonly signatures: Signature[] = [];

  readonly shas = new ByteColumn();
  readonly authors = new IntColumn();
  readonly authorTimes = new FloatColumn();
  readonly committers = new IntColumn();
  readonly commitTimes = new FloatColumn();
  readonly flags = new ByteColumn();
  /** End of each commit's stretch in the columns below; its start is the end of the commit before. */
  readonly parentEnds = new IntColumn();
  readonly trailerEnds = new IntColumn();
  readonly changeEnds = new IntColumn();

  readonly parentShas = new ByteColumn();
  readonly trailerRoles = new ByteColumn();
  readonly trailerSignatures = new IntColumn();
  readonly changeStatuses = new ByteColumn();
  readonly changePaths = new IntColumn();
  readonly changeOldPaths = new IntColumn();
  readonly changePure = new ByteColumn();

  private readonly pathIndex = new Map<string, number>();
  private readonly signatureIndex = new Map<string, number>();

  /** @param shaLength bytes of an object id: 20, or 32 with SHA-256. */
  constructor(readonly shaLength: 20 | 32) {}

  get commitCount(): number {
    return this.authors.length;
  }

  path(text: string): number {
    let index = this.pathIndex.get(text);
    if (index === undefined) {
      index = this.paths.push(text) - 1;
      this.pathIndex.set(text, index);
    }
    return index;
  }

  /** −1 when no commit touched it. */
  indexOfPath(text: string): number {
    return this.pathIndex.get(text) ?? -1;
  }

  signature(name: string, email: string): number {
    const key = `${email}\0${name}`;
    let index = this.signatureIndex.get(key);
    if (index === undefined) {
      index = this.signatures.push({ name, email }) - 1;
      this.signatureIndex.set(key, index);
    }
    return index;
  }

  commit(sha: Uint8Array, author: number, authorTime: number, committer: number, commitTime: number): void {
    this.shas.append(sha);
    this.authors.push(author);
    this.authorTimes.push(authorTime);
    this.committers.push(committer);
    this.commitTimes.push(commitTime);
    this.flags.push(0);
    this.parentEnds.push(this.parentEnds.last());
    this.trailerEnds.push(this.trailerEnds.last());
    this.changeEnds.push(this.changeEnds.last());
  }

  repair(): void {
    this.flags.orLast(commitFlag.repair);
  }

  parent(sha: Uint8Array): void {
    const commit = this.commitCount - 1;
    if (this.parentEnds.at(commit) > this.parentEnds.startOf(commit)) {
      this.flags.orLast(commitFlag.merge);
    }
    this.parentShas.append(sha);
    this.parentEnds.addToLast(1);
  }

  trailer(role: TrailerRole, signature: number): void {
    this.trailerRoles.push(trailerRole[role]);
    this.trailerSignatures.push(signature);
    this.trailerEnds.addToLast(1);
  }

  thanks(text: string): void {
    if (namesAgent(text)) {
      this.flags.orLast(commitFlag.assisted);
    }
  }

  change(status: number, path: number, oldPath: number, pure: boolean): void {
    this.changeStatuses.push(status);
    this.changePaths.push(path);
    this.changeOldPaths.push(oldPath);
    this.changePure.push(pure ? 1 : 0);
    this.changeEnds.addToLast(1);
  }

  /**
   * Numbers the signatures by address, then name, and forgets those that no commit names, so that their numbers, and
   * all that is decided by them, do not depend on the order in which commits were read.
   */
  sortSignatures(): void {
    const columns = [this.authors, this.committers, this.trailerSignatures];
    const used = new Set(columns.flatMap(column => [...new Set(column.values)]));
    const order = [...used].sort((a, b) => compareSignatures(this.signatures[a], this.signatures[b]));
    const sorted = order.map(index => this.signatures[index] ?? { name: '', email: '' });
    const numbers = new Map(order.map((index, number) => [index, number]));
    for (const column of columns) {
      column.load(column.values.map(index => numbers.get(index) ?? 0));
    }
    this.signatures.length = 0;
    this.signatureIndex.clear();
    for (const { name, email } of sorted) {
      this.signature(name, email);
    }
  }

  /** Object id of a commit, as hexadecimal text. */
  shaOf(commit: number): string {
    return toHex(this.shas.values, commit * this.shaLength, this.shaLength);
  }

  /** Object id of the first parent; null for a root. */
  firstParentOf(commit: number): string | null {
    const start = this.parentEnds.startOf(commit);
    return start === this.parentEnds.at(commit)
      ? null
      : toHex(this.parentShas.values, start * this.shaLength, this.shaLength);
  }

  /** A history of the commits that pass, in their order. Tables of paths and signatures are kept whole. */
  filter(keep: (commit: number) => boolean): History {
    const kept = new History(this.shaLength);
    for (const path of this.paths) {
      kept.path(path);
    }
    for (const { name, email } of this.signatures) {
      kept.signature(name, email);
    }
    const width = this.shaLength;
    for (let commit = 0; commit < this.commitCount; commit++) {
      if (!keep(commit)) {
        continue;
      }
      kept.commit(
        this.shas.values.subarray(commit * width, (commit + 1) * width),
        this.authors.at(commit),
        this.authorTimes.at(commit),
        this.committers.at(commit),
        this.commitTimes.at(commit),
      );
      kept.flags.orLast(this.flags.at(commit));
      for (let at = this.parentEnds.startOf(commit); at < this.parentEnds.at(commit); at++) {
        kept.parent(this.parentShas.values.subarray(at * width, (at + 1) * width));
      }
      for (let at = this.trailerEnds.startOf(commit); at < this.trailerEnds.at(commit); at++) {
        const role = trailerRoles.find(each => trailerRole[each] === this.trailerRoles.at(at)) ?? 'reviewer';
        kept.trailer(role, this.trailerSignatures.at(at));
      }
      for (let at = this.changeEnds.startOf(commit); at < this.changeEnds.at(commit); at++) {
        kept.change(
          this.changeStatuses.at(at),
          this.changePaths.at(at),
          this.changeOldPaths.at(at),
          this.changePure.at(at) === 1,
        );
      }
    }
    return kept;
  }
}

/** By code units, so that machines agree. */
function compareSignatures(a: Signature | undefined, b: Signature | undefined): number {
  const byEmail = compareText(a?.email ?? '', b?.email ?? '');
  return byEmail !== 0 ? byEmail : compareText(a?.name ?? '', b?.name ?? '');
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

const hexDigits = '0123456789abcdef';

function toHex(bytes: Uint8Array, start: number, length: number): string {
  let text = '';
  for (let at = start; at < start + length; at++) {
    const byte = bytes[at] ?? 0;
    text += hexDigits[byte >> 4] ?? '';
    text += hexDigits[byte & 15] ?? '';
  }
  return text;
}
