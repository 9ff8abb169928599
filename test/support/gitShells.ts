import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';

/**
 * A few shells that run one command after the other. Thousands of short questions to git cost half of what they cost
 * with a process of Node's own each, and, unlike Node's arguments, a command may hold any bytes but NUL.
 */
export class GitShells {
  private readonly shells: Shell[];
  private readonly idle: Shell[];
  private readonly waiting: ((shell: Shell) => void)[] = [];

  constructor(environment: NodeJS.ProcessEnv, atOnce = 2) {
    this.shells = Array.from({ length: atOnce }, () => new Shell(environment));
    this.idle = [...this.shells];
  }

  /** What the command prints; rejects with what it complains about when it fails. */
  async run(command: Uint8Array): Promise<Buffer> {
    const shell = this.idle.pop() ?? (await new Promise<Shell>(resolve => this.waiting.push(resolve)));
    try {
      return await shell.run(command);
    } finally {
      const next = this.waiting.shift();
      if (next === undefined) this.idle.push(shell);
      else next(shell);
    }
  }

  dispose(): void {
    for (const shell of this.shells) shell.end();
  }
}

/** Words as one command line: each in single quotes, so that the shell takes none of it for its own. */
export function commandLine(words: readonly (string | Uint8Array)[]): Buffer {
  const quoted = words.map(
    word =>
      `'${Buffer.from(word as string)
        .toString('latin1')
        .replaceAll("'", "'\\''")}'`,
  );
  return Buffer.from(quoted.join(' '), 'latin1');
}

interface Asked {
  readonly command: string;
  readonly chunks: Buffer[];
  readonly resolve: (output: Buffer) => void;
  readonly reject: (failure: Error) => void;
}

class Shell {
  private readonly child: ChildProcessWithoutNullStreams;
  /** Nothing that git prints ends like this. */
  private readonly token = `end of ${randomBytes(12).toString('hex')}`;
  private readonly ending = new RegExp(`\\n${this.token} (\\d+)\\n$`);
  private asked: Asked | null = null;
  private complaints = '';

  constructor(environment: NodeJS.ProcessEnv) {
    this.child = spawn('sh', ['-s'], { env: environment, stdio: 'pipe' });
    this.child.stdin.on('error', () => {});
    this.child.stderr.on('data', chunk => {
      this.complaints += chunk;
    });
    this.child.stdout.on('data', chunk => this.read(chunk));
    this.child.on('error', failure => this.fail(failure));
    this.child.on('close', () => this.fail(new Error('The shell ended.')));
  }

  run(command: Uint8Array): Promise<Buffer> {
    this.complaints = '';
    return new Promise((resolve, reject) => {
      this.asked = { command: Buffer.from(command).toString(), chunks: [], resolve, reject };
      // The shell reads its commands from where git would read its input.
      const after = Buffer.from(`\n} </dev/null\nprintf '\\n${this.token} %d\\n' $?\n`);
      this.child.stdin.write(Buffer.concat([Buffer.from('{ '), Buffer.from(command), after]));
    });
  }

  end(): void {
    this.child.stdin.end();
  }

  private read(chunk: Buffer): void {
    const { asked } = this;
    if (asked === null) return;
    asked.chunks.push(chunk);
    // The last line may come in pieces.
    const tail = Buffer.concat(asked.chunks.slice(-4)).subarray(-this.token.length - 8);
    const code = this.ending.exec(tail.toString('latin1'))?.[1];
    if (code === undefined) return;
    this.asked = null;
    const output = Buffer.concat(asked.chunks);
    if (code === '0') asked.resolve(output.subarray(0, output.length - this.token.length - code.length - 3));
    else asked.reject(new Error(`${asked.command} ended with ${code}: ${this.complaints}`));
  }

  private fail(failure: Error): void {
    this.asked?.reject(failure);
    this.asked = null;
  }
}
