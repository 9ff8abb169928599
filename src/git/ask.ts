import { stat } from 'node:fs/promises';
import { GitPluginError, simpleGit } from 'simple-git';
import { gitConfiguration } from './environment';
import { classifyFailure, classifySpawnFailure, GitError, throwIfCancelled } from './errors';
import { gitGate } from './gate';
import type { Git } from './git';

/** What git said to a short question. */
export interface Answer {
  /** Exit code; 0 is success. */
  readonly code: number;
  readonly output: string;
  readonly errors: string;
}

export interface AskOptions {
  readonly signal?: AbortSignal | undefined;
  /** How long git may be silent, 60 s unless given. */
  readonly idleMilliseconds?: number | undefined;
}

const defaultIdleMilliseconds = 60_000;

/**
 * Asks git a short, bounded question through simple-git, with the environment, configuration and gate of `streamGit`.
 * An exit code other than 0 is part of the answer: see {@link failureOf}.
 * Throws GitError `cancelled`, `timedOut`, `gitNotFound`, or `notARepository` when `cwd` is no folder.
 */
export async function ask(git: Git, cwd: string, args: readonly string[], options: AskOptions = {}): Promise<Answer> {
  const found = await stat(cwd).catch(() => null);
  if (found?.isDirectory() !== true) {
    throw new GitError('notARepository', 'There is no folder {folder}. Open one that exists.', {
      values: { folder: cwd },
    });
  }
  const leave = await gitGate.enter(options.signal);
  try {
    return await run(git, cwd, args, options);
  } finally {
    leave();
  }
}

/** The failure an answer stands for; for an exit code the question has no meaning for. */
export function failureOf(answer: Answer): GitError {
  return classifyFailure({ code: answer.code, signal: null }, answer.errors);
}

async function run(git: Git, cwd: string, args: readonly string[], options: AskOptions): Promise<Answer> {
  const { signal, idleMilliseconds = defaultIdleMilliseconds } = options;
  let code: number | null = 0;
  let errors = '';
  let timedOut = false;
  const asked = simpleGit({
    baseDir: cwd,
    binary: git.path,
    config: [...gitConfiguration],
    allowEnvironment: Object.keys(git.environment),
    unsafe: {
      // Our git's path may hold spaces, and what we set is there to switch these features off.
      allowUnsafeCustomBinary: true,
      allowUnsafeFsMonitor: true,
      allowUnsafeHooksPath: true,
      allowUnsafePager: true,
    },
    // Only then has all output been read.
    completion: { onClose: true, onExit: false },
    timeout: { block: idleMilliseconds },
    ...(signal === undefined ? {} : { abort: signal }),
    errors: (error, result) => {
      timedOut = error instanceof GitPluginError && error.plugin === 'timeout';
      code = result.exitCode;
      errors = Buffer.concat(result.stdErr).toString('utf8');
      return undefined;
    },
  }).env(git.environment);
  let output: string;
  try {
    output = await asked.raw([...args]);
  } catch (cause) {
    throwIfCancelled(signal);
    throw new GitError('failed', 'Git could not be asked. The log has the details.', { detail: String(cause) });
  }
  throwIfCancelled(signal);
  if (timedOut) {
    const seconds = Math.round(idleMilliseconds / 1000);
    throw new GitError('timedOut', 'Git printed nothing for {seconds} s and was stopped. Refresh to try again.', {
      values: { seconds },
    });
  }
  if (code === null) throw classifyFailure({ code, signal: 'SIGKILL' }, errors);
  // simple-git gives the system's negative error number for a process that could not be started.
  if (code < 0) throw classifySpawnFailure(Object.assign(new Error(errors), { code: spawnCode(errors) }), git.path);
  return { code, output, errors };
}

function spawnCode(printed: string): string {
  return /\bE[A-Z]{3,}\b/.exec(printed)?.[0] ?? '';
}
