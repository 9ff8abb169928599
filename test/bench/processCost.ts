import { spawn } from 'node:child_process';
import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';

/** What running a program took. */
export interface Cost {
  /** User and system seconds of the process and of every process it waited for. */
  readonly cpu: number;
  /** Seconds from its start to its end. */
  readonly wall: number;
  readonly exitCode: number;
  /** What it printed on stderr. */
  readonly complaints: string;
}

export interface CostOptions {
  readonly env?: NodeJS.ProcessEnv;
  /** A file for standard input; none: it is empty. */
  readonly input?: string;
  /** Takes standard output, which is thrown away otherwise. */
  readonly onOutput?: (chunk: Buffer) => void;
}

// Node cannot ask for the usage of its children; the shell's `time` can, and counts what they waited for.
const timed = `TIMEFORMAT='%U %S %R'; { time "$@" 2>&4; } 4>&2 2>&3`;

/** Runs a program to its end and counts its processor time. */
export async function costOf(command: readonly string[], options: CostOptions = {}): Promise<Cost> {
  const child = spawn('bash', ['-c', timed, 'bash', ...command], {
    env: options.env ?? process.env,
    stdio: ['pipe', 'pipe', 'pipe', 'pipe'],
  });
  const [stdin, stdout, stderr, times] = child.stdio;
  stdin.on('error', () => {});
  if (options.input === undefined) {
    stdin.end();
  } else {
    createReadStream(options.input).pipe(stdin);
  }
  stdout.on('data', options.onOutput ?? (() => {}));
  const exited = new Promise<number>(resolve => child.once('close', code => resolve(code ?? 1)));
  const [complaints, figures] = await Promise.all([text(stderr), text(times as Readable)]);
  const [user, system, wall] = figures.trim().split(' ').map(Number);
  if (user === undefined || system === undefined || wall === undefined || Number.isNaN(user + system + wall)) {
    throw new Error(`${command[0]} could not be timed; is bash there? ${complaints}`);
  }
  return { cpu: user + system, wall, exitCode: await exited, complaints };
}

/** Like {@link costOf}, for a program that must not fail; with what it printed. */
export async function outputOf(
  command: readonly string[],
  options: Omit<CostOptions, 'onOutput'> = {},
): Promise<Cost & { readonly output: string }> {
  const chunks: Buffer[] = [];
  const cost = await costOf(command, { ...options, onOutput: chunk => chunks.push(chunk) });
  if (cost.exitCode !== 0) {
    throw new Error(`${command.join(' ')} ended with ${cost.exitCode}. ${cost.complaints}`);
  }
  return { ...cost, output: Buffer.concat(chunks).toString('utf8') };
}
