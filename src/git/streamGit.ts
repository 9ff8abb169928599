import { type ChildProcess, type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { stat } from 'node:fs/promises';
import { constants, setPriority } from 'node:os';
import type { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { gitOptions } from './environment';
import { cancelled, classifyFailure, classifySpawnFailure, GitError, type GitExit } from './errors';
import { gitGate } from './gate';
import type { Git } from './git';
import { IdleWatch } from './idleWatch';
import { OutputChannel } from './outputChannel';

export interface StreamOptions {
  /** Absolute path of an existing directory. */
  readonly cwd: string;
  readonly signal?: AbortSignal | undefined;
  /** What git reads on its standard input; none: it is empty. */
  readonly input?: string | Uint8Array | AsyncIterable<Uint8Array | string> | undefined;
  /** How long git may be silent while we wait for it; the consumer's own time does not count. */
  readonly idleMilliseconds?: number | undefined;
  /** Whether the caller holds a place of the gate, for processes of which mostly one waits for the other. */
  readonly holdsPlace?: boolean | undefined;
}

const defaultIdleMilliseconds = 120_000;
const stderrLimit = 64 * 1024;
const graceMilliseconds = 2_000;

/**
 * Runs git and yields its output as it comes, with back-pressure. At most two git processes work at once, at low
 * priority. A consumer that stops early, or an abort, ends the process (SIGTERM, after two seconds SIGKILL).
 *
 * The exit code is read after the last chunk: what was yielded is complete only when the loop ends without a throw.
 * Throws GitError; `cancelled` on abort, `timedOut` when git is silent for too long.
 * @param args the command and its arguments, without global options
 */
export async function* streamGit(
  git: Git,
  args: readonly string[],
  options: StreamOptions,
): AsyncGenerator<Buffer, void, undefined> {
  const leave = options.holdsPlace === true ? null : await gitGate.enter(options.signal);
  try {
    yield* run(git, args, options);
  } finally {
    leave?.();
  }
}

/**
 * Runs git and visits its output as it comes: for gigabytes, where a turn of {@link streamGit} for each chunk is dear.
 * Throws GitError like it, and what `visit` throws.
 * @param options `bulk`: much is to come, so that reading it without a new buffer for each chunk is worth some milliseconds
 * @param visit takes a chunk, which the next one may overwrite
 */
export async function pumpGit(
  git: Git,
  args: readonly string[],
  options: StreamOptions & { readonly bulk: boolean },
  visit: (chunk: Buffer) => void,
): Promise<void> {
  const leave = options.holdsPlace === true ? null : await gitGate.enter(options.signal);
  try {
    // Where there are no such sockets, a pipe does as well.
    const channel = options.bulk ? await OutputChannel.open().catch(() => null) : null;
    await run(git, args, options, { visit, channel }).next();
  } finally {
    leave?.();
  }
}

/**
 * Runs git and returns all it prints.
 * Throws GitError like {@link streamGit}, and `failed` when there is more than `maxBytes` (64 MiB unless given).
 */
export async function readGit(
  git: Git,
  args: readonly string[],
  options: StreamOptions & { readonly maxBytes?: number | undefined },
): Promise<Buffer> {
  const { maxBytes = 64 * 1024 * 1024 } = options;
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of streamGit(git, args, options)) {
    length += chunk.length;
    if (length > maxBytes) {
      throw new GitError('failed', 'Git printed more than {bytes} bytes. Report this repository as too large.', {
        values: { bytes: maxBytes },
      });
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, length);
}

/** @param visits what takes the chunks; without it they are yielded */
async function* run(
  git: Git,
  args: readonly string[],
  options: StreamOptions,
  visits?: { readonly visit: (chunk: Buffer) => void; readonly channel: OutputChannel | null },
): AsyncGenerator<Buffer, void> {
  const { child, output } = await start(git, args, options.cwd, visits?.channel ?? null);
  const exited = exit(child);
  let stopped: GitError | null = null;
  const stop = (why: GitError): void => {
    stopped ??= why;
    end(child, output);
  };
  const onAbort = (): void => stop(cancelled());
  options.signal?.addEventListener('abort', onAbort, { once: true });
  const watch = new IdleWatch(options.idleMilliseconds ?? defaultIdleMilliseconds, seconds =>
    stop(
      new GitError('timedOut', 'Git printed nothing for {seconds} s and was stopped. Refresh to try again.', {
        values: { seconds },
      }),
    ),
  );
  const errors = collectErrors(child.stderr, () => watch.heard());
  const fed = feed(child.stdin, options.input);
  try {
    if (options.signal?.aborted === true) onAbort();
    watch.wait();
    if (visits !== undefined) {
      await visitAll(output, visits.channel, visits.visit, watch);
    } else {
      for await (const chunk of output as AsyncIterable<Buffer>) {
        watch.pause();
        yield chunk;
        watch.wait();
      }
    }
    const ended = await exited;
    if (stopped !== null) throw stopped;
    const inputFailure = await fed;
    if (inputFailure !== null) throw inputFailure;
    if (ended.code !== 0) throw classifyFailure(ended, errors());
  } catch (cause) {
    // Destroying stdout under the loop raises an error of its own; why we did it is what counts.
    throw stopped ?? cause;
  } finally {
    watch.stop();
    options.signal?.removeEventListener('abort', onAbort);
    end(child, output);
    await exited;
  }
}

function visitAll(
  output: Readable,
  channel: OutputChannel | null,
  visit: (chunk: Buffer) => void,
  watch: IdleWatch,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const take = (chunk: Buffer): void => {
      watch.pause();
      try {
        visit(chunk);
      } catch (error) {
        reject(error);
        output.destroy();
      }
      watch.wait();
    };
    output.on('error', reject);
    output.on('close', resolve);
    if (channel === null) output.on('data', take);
    else channel.visit(take);
  });
}

type Child = ChildProcessByStdio<Writable, Readable | null, Readable>;

/** @param channel what git writes to; null: a pipe */
async function start(
  git: Git,
  args: readonly string[],
  cwd: string,
  channel: OutputChannel | null,
): Promise<{ child: Child; output: Readable }> {
  try {
    const child = spawn(git.path, [...gitOptions, ...args], {
      cwd,
      env: git.environment,
      stdio: ['pipe', channel?.writer ?? 'pipe', 'pipe'],
      windowsHide: true,
    }) as Child;
    if (child.pid === undefined) throw (await once(child, 'error'))[0];
    // A signal that cannot be sent is reported here; the process then ends by itself or by SIGKILL.
    child.on('error', () => {});
    lowerPriority(child.pid);
    return { child, output: channel?.reader ?? (child.stdout as Readable) };
  } catch (cause) {
    channel?.reader.destroy();
    // A missing working directory looks just like a missing program.
    const found = await stat(cwd).catch(() => null);
    if (found?.isDirectory() === true) throw classifySpawnFailure(cause, git.path);
    throw new GitError('notARepository', 'There is no folder {folder}. Open one that exists.', {
      values: { folder: cwd },
      detail: String(cause),
    });
  } finally {
    // git's own end is left: it alone decides when the output ends.
    channel?.writer.destroy();
  }
}

/** Settles when the process is gone; with all its output read, unless it was killed (a grandchild may hold the pipes). */
function exit(child: ChildProcess): Promise<GitExit> {
  return new Promise(resolve => {
    const settle = (): void => resolve({ code: child.exitCode, signal: child.signalCode });
    child.once('close', settle);
    child.once('exit', () => {
      if (child.killed) settle();
    });
  });
}

function end(child: Child, output: Readable): void {
  output.destroy();
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.stdin.destroy();
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), graceMilliseconds);
  child.once('exit', () => clearTimeout(timer));
}

function lowerPriority(pid: number): void {
  try {
    setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // It ended already, or the system does not let us: then it runs at our own priority.
  }
}

/** Keeps the first 64 KiB of what git complains about, and reads the rest so that git never blocks on it. */
function collectErrors(stderr: Readable, onData: () => void): () => string {
  const chunks: Buffer[] = [];
  let length = 0;
  stderr.on('data', (chunk: Buffer) => {
    onData();
    if (length < stderrLimit) chunks.push(chunk.subarray(0, stderrLimit - length));
    length += chunk.length;
  });
  return () => Buffer.concat(chunks).toString('utf8');
}

/**
 * Writes the input; answers what the input itself threw, or null. git closing its end early is its decision, and its
 * exit code tells whether that was a failure.
 */
async function feed(stdin: Writable, input: StreamOptions['input']): Promise<unknown> {
  stdin.on('error', () => {});
  if (input === undefined || typeof input === 'string' || input instanceof Uint8Array) {
    stdin.end(input ?? '');
    return null;
  }
  let failure: unknown = null;
  async function* watched(source: AsyncIterable<Uint8Array | string>): AsyncGenerator<Uint8Array | string> {
    try {
      yield* source;
    } catch (cause) {
      failure = cause;
    }
  }
  // A source that waits to be asked does not notice that git is gone: then nobody must wait for it.
  const closed = once(stdin, 'close').catch(() => {});
  await Promise.race([pipeline(watched(input), stdin).catch(() => {}), closed]);
  return failure;
}
