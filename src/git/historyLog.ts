import type { HistorySink, TrailerRole } from '../core/history/history';
import { decodePath } from './paths';

/**
 * How renames are found. `content`: as git does by default; `identity`: same blob only, so that no blob is ever read;
 * `none`: no changes are listed at all, so that no tree is read either.
 */
export type RenameSearch = 'content' | 'identity' | 'none';

/**
 * What people did by the key of a trailer. `Acked-by` says by the kernel's rules ("Submitting patches") that who gives it
 * has at least looked the change over; `Tested-by` says nothing of the code, and is not read.
 */
const roles: Readonly<Record<string, TrailerRole>> = {
  'co-authored-by': 'coAuthor',
  'co-developed-by': 'coAuthor',
  'reviewed-by': 'reviewer',
  'acked-by': 'reviewer',
  'signed-off-by': 'signer',
};

/** Keys whose value says who or what helped. */
const thanksKeys: ReadonlySet<string> = new Set([
  'assisted-by',
  'ai-assisted-by',
  'generated-by',
  'made-with',
  'co-authored-by',
]);

/** Keys that one tool alone writes, with what it calls itself. */
const toolKeys: Readonly<Record<string, string>> = {
  'claude-session': 'Claude Code',
  'amp-thread-id': 'Amp Code',
  'replit-commit-author': 'Replit Agent',
};

const trailerKeys = [...new Set([...Object.keys(roles), ...thanksKeys, ...Object.keys(toolKeys)])];

/**
 * Arguments of the one log that tier 1 reads. Merges print their header only, as log does without `-m` or `-c`. `--raw`
 * with `-M` compares trees, and blobs only where a path vanished and another appeared. `-l` is fixed because a user's
 * `diff.renameLimit` must not change the answer.
 */
export function historyLogArguments(renames: RenameSearch): string[] {
  return [
    'log',
    '-z',
    renames === 'none' ? '--no-patch' : '--raw',
    '--no-abbrev',
    '--no-color',
    '--no-notes',
    '--no-ext-diff',
    '--no-show-signature',
    '--encoding=UTF-8',
    renames === 'content' ? '-M50%' : '-M100%',
    '-l1000',
    // Author and committer as recorded: the mailmap is applied later, also to trailers, and may change without a new log.
    `--format=tformat:%H%x00%P%x00%an%x00%ae%x00%at%x00%cn%x00%ce%x00%ct%x00%s%x00%(trailers:${trailerKeys.map(key => `key=${key},`).join('')}unfold,separator=%x01)`,
  ];
}

const repairSubject = /\b(revert|re-?apply|roll(ed|ing)?[ -]?back|hot-?fix|back ?out)\b/i;
const NUL = 0;
const COLON = 58;
const NEWLINE = 10;
const COPIED = 67;
const MODIFIED = 77;
const RENAMED = 82;
const headerFields = 10;
type HeaderStarts = [number, number, number, number, number, number, number, number, number, number];

/**
 * Reads the output of {@link historyLogArguments}, in chunks cut anywhere, into a sink. Only whole commits count:
 * one that was cut off is in the sink with the changes that had arrived, and not in {@link commits}.
 */
export class HistoryLogParser {
  /** Commits begun so far. */
  commits = 0;

  private rest: Buffer = Buffer.alloc(0);
  /** Where the fields of the header that is being read start. */
  private readonly header: number[] = [];
  private readonly sha: Uint8Array;
  private readonly pathIndex = new Map<string, number>();
  private readonly signatureIndex = new Map<string, number>();
  /** A raw entry whose paths are still to come. */
  private entry: { status: number; pure: boolean; oldPath: number; pathsLeft: number } | null = null;

  constructor(
    private readonly sink: HistorySink,
    private readonly shaLength: 20 | 32,
  ) {
    this.sha = new Uint8Array(shaLength);
  }

  /** Takes the next bytes of the output. */
  push(chunk: Buffer): void {
    const bytes = this.rest.length > 0 ? Buffer.concat([this.rest, chunk]) : chunk;
    let start = 0;
    for (let end = bytes.indexOf(NUL, start); end >= 0; end = bytes.indexOf(NUL, start)) {
      this.token(bytes, start, end);
      start = end + 1;
    }
    // What is cut, a token or a whole header, is read again with the next chunk; a copy, so that this one can be freed.
    this.rest = Buffer.from(bytes.subarray(this.header[0] ?? start));
    this.header.length = 0;
  }

  private token(bytes: Buffer, start: number, end: number): void {
    if (this.entry) {
      this.takePath(bytes, start, end);
    } else if (this.header.length > 0) {
      this.takeHeaderField(bytes, start, end);
    } else if (bytes[start] === COLON || bytes[start] === NEWLINE) {
      this.takeEntry(bytes, bytes[start] === NEWLINE ? start + 1 : start, end);
    } else {
      this.takeHeaderField(bytes, start, end);
    }
  }

  private takeHeaderField(bytes: Buffer, start: number, end: number): void {
    if (this.header.push(start) === headerFields) {
      this.takeCommit(bytes, end);
      this.header.length = 0;
    }
  }

  /** The fields stand one behind the other, a NUL between. */
  private takeCommit(bytes: Buffer, end: number): void {
    const [sha, parents, author, authorEmail, authorTime, committer, committerEmail, commitTime, subject, trailers] =
      this.header as HeaderStarts;
    this.readSha(bytes, sha);
    this.sink.commit(
      this.sha,
      this.signature(bytes, author, authorEmail, authorTime - 1),
      readNumber(bytes, authorTime, committer - 1),
      this.signature(bytes, committer, committerEmail, commitTime - 1),
      readNumber(bytes, commitTime, subject - 1),
    );
    if (repairSubject.test(bytes.toString('latin1', subject, trailers - 1))) {
      this.sink.repair();
    }
    const step = this.shaLength * 2 + 1;
    for (let at = parents; at + step <= author; at += step) {
      this.readSha(bytes, at);
      this.sink.parent(this.sha);
    }
    if (trailers < end) {
      this.takeTrailers(bytes.toString('utf8', trailers, end));
    }
    this.commits++;
  }

  private takeTrailers(text: string): void {
    for (const trailer of text.split('\x01')) {
      const colon = trailer.indexOf(':');
      const key = trailer.slice(0, Math.max(0, colon)).trim().toLowerCase();
      const value = trailer.slice(colon + 1);
      const role = roles[key];
      const person = role && /^\s*(.*?)\s*<([^<>]*)>\s*$/s.exec(value);
      const tool = toolKeys[key];
      if (role && person) {
        this.sink.trailer(role, this.sink.signature(person[1] ?? '', (person[2] ?? '').trim()));
      } else if (thanksKeys.has(key)) {
        this.sink.thanks(value.trim());
      } else if (tool !== undefined && !/^\s*user\s*$/i.test(value)) {
        this.sink.thanks(tool);
      }
    }
  }

  /** `:<mode> <mode> <sha> <sha> <status>[score]` */
  private takeEntry(bytes: Buffer, start: number, end: number): void {
    const width = this.shaLength * 2;
    const oldSha = start + 15;
    const newSha = oldSha + width + 1;
    const letter = newSha + width + 1;
    const status = bytes[letter] ?? 0;
    const renamed = status === RENAMED;
    // A rename or a changed mode alone leaves the blob as it was.
    const mayBePure = renamed || status === MODIFIED;
    const pure = mayBePure && bytes.compare(bytes, newSha, newSha + width, oldSha, oldSha + width) === 0;
    if (letter < end) {
      this.entry = { status, pure, oldPath: -1, pathsLeft: renamed || status === COPIED ? 2 : 1 };
    }
  }

  private takePath(bytes: Buffer, start: number, end: number): void {
    const entry = this.entry;
    if (!entry) {
      return;
    }
    const key = bytes.toString('latin1', start, end);
    let path = this.pathIndex.get(key);
    if (path === undefined) {
      path = this.sink.path(decodePath(bytes.subarray(start, end)));
      this.pathIndex.set(key, path);
    }
    entry.pathsLeft--;
    if (entry.pathsLeft > 0) {
      entry.oldPath = path;
      return;
    }
    this.sink.change(entry.status, path, entry.oldPath, entry.pure);
    this.entry = null;
  }

  private signature(bytes: Buffer, name: number, email: number, end: number): number {
    const key = bytes.toString('latin1', name, end);
    let index = this.signatureIndex.get(key);
    if (index === undefined) {
      const nameText = bytes.toString('utf8', name, email - 1);
      index = this.sink.signature(nameText.trim(), bytes.toString('utf8', email, end).trim());
      this.signatureIndex.set(key, index);
    }
    return index;
  }

  private readSha(hex: Buffer, from: number): void {
    for (let at = 0; at < this.shaLength; at++) {
      this.sha[at] = (hexValue(hex[from + at * 2]) << 4) | hexValue(hex[from + at * 2 + 1]);
    }
  }
}

function hexValue(code = 48): number {
  return code <= 57 ? code - 48 : code - 87;
}

/** Decimal text to a number; what is not a number counts as 0, as git counts a broken date. */
function readNumber(bytes: Buffer, start: number, end: number): number {
  return Number(bytes.toString('latin1', start, end)) || 0;
}
