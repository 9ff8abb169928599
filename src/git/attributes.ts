import { GitError } from './errors';
import { type Git, isAtLeast } from './git';
import { decodePath } from './paths';
import { RecordSplitter } from './recordSplitter';
import { checkedRevision } from './revision';
import { streamGit } from './streamGit';

/** What `.gitattributes` says of one file; null: nothing. */
export interface FileAttributes {
  readonly generated: boolean | null;
  readonly vendored: boolean | null;
  readonly binary: boolean | null;
  /** Whether git compares it as text, whatever is in it; the name of a driver says nothing of that. */
  readonly diff: boolean | null;
}

export interface Attributes {
  /** By path; files about which nothing is said are not here. */
  readonly files: ReadonlyMap<string, FileAttributes>;
  /** False when this git cannot answer here, and `files` is empty for that reason. */
  readonly known: boolean;
}

export interface AttributeQuestion {
  /** Root of the repository: paths are relative to it. */
  readonly root: string;
  readonly bare: boolean;
  /** Read `.gitattributes` of this revision; null: of the work tree. */
  readonly revision: string | null;
  readonly paths: Iterable<string>;
  readonly signal?: AbortSignal | undefined;
}

const asked = ['linguist-generated', 'linguist-vendored', 'binary', 'diff'] as const;
const fields = {
  'linguist-generated': 'generated',
  'linguist-vendored': 'vendored',
  binary: 'binary',
  diff: 'diff',
} as const satisfies Record<(typeof asked)[number], keyof FileAttributes>;
const silent: FileAttributes = { generated: null, vendored: null, binary: null, diff: null };

/** Since then `check-attr --source` reads a revision instead of the work tree. */
const readsRevisions = [2, 40, 0] as const;

/**
 * The attributes that tell generated, vendored, binary and text files apart. A bare repository, which has no
 * work tree to look at, is asked about `revision` (or HEAD), if git is 2.40 or later; so is any other repository when a
 * revision is given.
 */
export async function checkAttributes(git: Git, question: AttributeQuestion): Promise<Attributes> {
  const { root, bare, signal } = question;
  const revision = question.revision ?? (bare ? 'HEAD' : null);
  if (revision !== null && !isAtLeast(git.version, readsRevisions)) return { files: new Map(), known: false };
  const source = revision === null ? [] : [`--source=${checkedRevision(revision)}`];
  const parser = new AttributeParser();
  const splitter = new RecordSplitter();
  const args = ['check-attr', '--stdin', '-z', ...source, ...asked];
  for await (const chunk of streamGit(git, args, { cwd: root, input: lines(question.paths), signal })) {
    for (const record of splitter.push(chunk)) parser.push(record);
  }
  return { files: parser.finish(splitter.remainder()), known: true };
}

/** The paths with NULs between, in pieces large enough to be worth a write. */
async function* lines(paths: Iterable<string>): AsyncGenerator<string> {
  let piece = '';
  for (const path of paths) {
    piece += `${path}\0`;
    if (piece.length >= 64 * 1024) {
      yield piece;
      piece = '';
    }
  }
  if (piece !== '') yield piece;
}

/** Reads records `<path>`, `<attribute>`, `<value>` over and over, as `check-attr -z` prints them. */
export class AttributeParser {
  private readonly files = new Map<string, FileAttributes>();
  private readonly triple: Buffer[] = [];

  push(record: Buffer): void {
    this.triple.push(record);
    const [path, attribute, value] = this.triple;
    if (path === undefined || attribute === undefined || value === undefined) return;
    this.triple.length = 0;
    const field = fields[attribute.toString('latin1') as (typeof asked)[number]];
    const flag = field === 'diff' ? compares(value.toString('latin1')) : truth(value.toString('latin1'));
    if (flag === null) return;
    const name = decodePath(path);
    this.files.set(name, { ...(this.files.get(name) ?? silent), [field]: flag });
  }

  /** Throws GitError `failed` when the output ended in the middle. */
  finish(remainder: Buffer): ReadonlyMap<string, FileAttributes> {
    if (this.triple.length > 0 || remainder.length > 0) {
      throw new GitError('failed', 'The list of attributes ended in the middle. Refresh to try again.');
    }
    return this.files;
  }
}

/** `-diff` makes a file binary, `diff` text; where `diff=<driver>` names a driver, the content tells. */
function compares(value: string): boolean | null {
  if (value === 'set') return true;
  return value === 'unset' ? false : null;
}

/** Linguist takes `attribute` and `attribute=true` for yes, `-attribute` and `attribute=false` for no. */
function truth(value: string): boolean | null {
  if (value === 'set' || value === 'true') return true;
  if (value === 'unset' || value === 'false') return false;
  return null;
}
