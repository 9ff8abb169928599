import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { isolatedEnvironment } from '../../support/isolatedGit';

/** The program as it ships. */
export const program = path.resolve('dist/cli.cjs');

export interface Outcome {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface CommandLineOptions {
  readonly cwd: string;
  /** Home of whoever runs it; the cache is below. */
  readonly home: string;
  readonly environment?: Readonly<Record<string, string>>;
  /** Nobody writes to it unless it is a pipe. */
  readonly stdin?: 'pipe';
}

/** Starts the program with nobody looking: neither stream is a terminal. */
export function startProgram(args: readonly string[], options: CommandLineOptions): ChildProcess {
  return spawn(process.execPath, [program, ...args], {
    cwd: options.cwd,
    env: {
      ...isolatedEnvironment(options.home),
      XDG_CACHE_HOME: path.join(options.home, 'cache'),
      LOCALAPPDATA: path.join(options.home, 'cache'),
      ...options.environment,
    },
    stdio: [options.stdin ?? 'ignore', 'pipe', 'pipe'],
  });
}

/** Runs the program to its end. */
export async function runProgram(args: readonly string[], options: CommandLineOptions): Promise<Outcome> {
  const child = startProgram(args, options);
  let out = '';
  let err = '';
  child.stdout?.setEncoding('utf8').on('data', chunk => {
    out += chunk;
  });
  child.stderr?.setEncoding('utf8').on('data', chunk => {
    err += chunk;
  });
  const [code] = await once(child, 'close');
  return { code, out, err };
}
