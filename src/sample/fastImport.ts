import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

export interface Identity {
  readonly name: string;
  readonly email: string;
}

/** Seconds since 1970, or an ISO 8601 date; one without a zone is UTC. */
export type Moment = number | string;

/** Text is stored as UTF-8; bytes as they are. */
export type Bytes = string | Uint8Array;

/** What happens to one path: content, `null` for a deletion, or one of the rarer things a tree can hold. */
export type FileChange =
  | Bytes
  | null
  | { readonly rename: string | Uint8Array; readonly content?: Bytes }
  | { readonly content: Bytes; readonly executable: boolean }
  | { readonly symlink: string }
  /** The commit a submodule stands at. */
  | { readonly submodule: string };

/** One line of git's raw commit header. */
export function identityLine(role: 'author' | 'committer', who: Identity, date: Moment, zone: string): string {
  return `${role} ${who.name} <${who.email}> ${seconds(date)} ${zone}\n`;
}

/** Seconds since 1970 of a moment; throws for a date nobody can read. */
export function seconds(date: Moment): number {
  if (typeof date === 'number') return Math.floor(date);
  const zoned = /T.*([zZ]|[+-]\d\d:?\d\d)$/.test(date) || !date.includes('T') ? date : `${date}Z`;
  const milliseconds = Date.parse(zoned);
  if (Number.isNaN(milliseconds)) throw new Error(`"${date}" is no date.`);
  return Math.floor(milliseconds / 1000);
}

/** A path as fast-import reads it: C-style quotes, every byte that is not plain ASCII in octal. */
export function quotedPath(path: string | Uint8Array): string {
  let quoted = '"';
  for (const byte of Buffer.from(path as string)) {
    const plain = byte >= 0x20 && byte < 0x7f && byte !== 0x22 && byte !== 0x5c;
    quoted += plain ? String.fromCharCode(byte) : `\\${byte.toString(8).padStart(3, '0')}`;
  }
  return `${quoted}"`;
}

/** A running `git fast-import`: what is written waits until {@link FastImport.flush} sends it, with back-pressure. */
export class FastImport {
  private readonly child: ChildProcess;
  private readonly ended: Promise<void>;
  private waiting: Buffer[] = [];

  /**
   * @param git the program, and the whole environment of its process
   * @param marksFile what earlier imports called their commits; it is read, and written anew at the end
   */
  constructor(
    git: { readonly path: string; readonly environment: Readonly<NodeJS.ProcessEnv> },
    gitFolder: string,
    marksFile: string,
  ) {
    const args = ['--quiet', '--force', '--done', '--date-format=raw', `--export-marks=${marksFile}`];
    this.child = spawn(
      git.path,
      ['-c', 'core.compression=1', 'fast-import', ...args, `--import-marks-if-exists=${marksFile}`],
      { env: { ...git.environment, GIT_DIR: gitFolder }, stdio: ['pipe', 'ignore', 'pipe'], windowsHide: true },
    );
    let complaints = '';
    this.child.stderr?.on('data', chunk => {
      complaints += chunk;
    });
    this.ended = new Promise((resolve, reject) => {
      this.child.on('error', reject);
      this.child.on('close', code => {
        if (code === 0) resolve();
        else reject(new Error(`git fast-import ended with ${code}: ${complaints.split('\nfast-import: dumping')[0]}`));
      });
    });
    // Whoever flushes next hears of it; until then it is nobody's unhandled rejection.
    this.ended.catch(() => undefined);
    this.child.stdin?.on('error', () => undefined);
  }

  write(command: string): void {
    this.waiting.push(Buffer.from(command));
  }

  /** `data` with an exact length, as every message and content is sent. */
  writeContent(content: Bytes): void {
    const bytes = Buffer.from(content as string);
    this.waiting.push(Buffer.from(`data ${bytes.length}\n`), bytes, Buffer.from('\n'));
  }

  async flush(): Promise<void> {
    const stdin = this.child.stdin;
    const bytes = Buffer.concat(this.waiting);
    this.waiting = [];
    if (stdin === null || bytes.length === 0 || stdin.write(bytes)) return;
    await Promise.race([once(stdin, 'drain'), this.ended]);
  }

  /** Resolves when git has stored everything; rejects with what git said when it did not. */
  async end(): Promise<void> {
    this.write('done\n');
    await this.flush();
    this.child.stdin?.end();
    await this.ended;
  }
}
