import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { gitEnvironment, gitOptions } from '../../src/git/environment';
import { historyLogArguments } from '../../src/git/historyLog';
import { costOf, outputOf } from './processCost';

/** As the analysis runs git, with a full buffer before each write; and a clone of a folder may be made. */
export const benchEnvironment = { ...gitEnvironment(process.env, process.platform), GIT_ALLOW_PROTOCOL: 'file' };

/** More than this many unreadable commits are no damage but a clone without blobs. */
const mostUnreadable = 100;

/** What `git log` is asked to print: HEAD, or the commits that can be read whole. */
export interface LoggedCommits {
  readonly total: number;
  readonly unreadable: number;
  /** A file that lists the readable commits; null: all are, and git walks from HEAD. */
  readonly list: string | null;
}

/** What git prints in a repository; rejects when it fails. */
export async function ask(repository: string, ...args: string[]): Promise<string> {
  return (await outputOf(git(repository, ...args), { env: benchEnvironment })).output;
}

export function git(repository: string, ...args: string[]): string[] {
  return ['git', '-C', repository, ...args];
}

/**
 * Which commits `git log --raw -M` can read. It stops at the first one whose rename search needs a blob that is not
 * there; then those commits are left out, and the others handed to it as a list.
 */
export async function loggedCommits(repository: string, folder: string): Promise<LoggedCommits> {
  const all = (await ask(repository, 'rev-list', 'HEAD')).split('\n').slice(0, -1);
  const list = path.join(folder, 'commits');
  const readable: string[] = [];
  let rest = all;
  while (rest.length > 0) {
    await writeFile(list, `${rest.join('\n')}\n`);
    let printed = 0;
    const count = (chunk: Buffer): void => {
      for (let at = chunk.indexOf(1); at >= 0; at = chunk.indexOf(1, at + 1)) printed++;
    };
    const log = git(repository, 'log', '--raw', '-M', '--format=%x01', '--no-walk=unsorted', '--stdin');
    const { exitCode } = await costOf(log, { env: benchEnvironment, input: list, onOutput: count });
    readable.push(...rest.slice(0, printed));
    if (exitCode === 0) {
      break;
    }
    rest = rest.slice(printed + 1);
    if (all.length - rest.length - readable.length > mostUnreadable) {
      throw new Error(`${repository} lacks too many objects for \`git log --raw -M\`.`);
    }
  }
  const unreadable = all.length - readable.length;
  await writeFile(list, `${readable.join('\n')}\n`);
  return { total: all.length, unreadable, list: unreadable === 0 ? null : list };
}

/** CPU seconds of the yardstick: `git log --raw -M`, as a person types it. */
export function rawLogCost(repository: string, commits: LoggedCommits): Promise<number> {
  return logCost(repository, [], ['log', '--raw', '-M'], commits);
}

/** CPU seconds of the log with the arguments and options that the analysis uses. */
export function ownLogCost(repository: string, commits: LoggedCommits): Promise<number> {
  return logCost(repository, gitOptions, historyLogArguments('content'), commits);
}

async function logCost(
  repository: string,
  options: readonly string[],
  log: readonly string[],
  { list }: LoggedCommits,
): Promise<number> {
  const listed = list === null ? ['HEAD'] : ['--no-walk=unsorted', '--stdin'];
  const command = git(repository, ...options, ...log, ...listed);
  const { cpu, exitCode, complaints } = await costOf(command, {
    env: benchEnvironment,
    ...(list === null ? {} : { input: list }),
  });
  if (exitCode !== 0) {
    throw new Error(`${command.join(' ')} ended with ${exitCode}. ${complaints}`);
  }
  return cpu;
}

/** CPU seconds of `git blame` of all these files, were they like a sample of so many, evenly spaced. */
export async function blameCost(repository: string, paths: readonly string[], size: number): Promise<number> {
  const step = Math.max(1, paths.length / size);
  let cpu = 0;
  let files = 0;
  for (let at = step / 2; at < paths.length; at += step) {
    const blame = git(repository, 'blame', '--porcelain', 'HEAD', '--', paths[Math.floor(at)] ?? '');
    const cost = await costOf(blame, { env: benchEnvironment });
    if (cost.exitCode === 0) {
      cpu += cost.cpu;
      files++;
    }
  }
  return files === 0 ? Number.NaN : (cpu / files) * paths.length;
}

/** Paths of the files at HEAD. */
export async function filesAtHead(repository: string): Promise<string[]> {
  const tree = await ask(repository, 'ls-tree', '-r', '-z', '--full-tree', 'HEAD');
  return tree.split('\0').flatMap(entry => (entry.includes(' blob ') ? [entry.slice(entry.indexOf('\t') + 1)] : []));
}
