import type { TextFile } from '../../support/blame';
import { costOf, outputOf } from '../processCost';

/** What git-fame took. */
export interface PeerCost {
  readonly version: string;
  /** CPU of counting these files, and of counting one of them only. */
  readonly cpu: number;
  readonly cpuOfOne: number;
  readonly files: number;
  /** Whether it was stopped by then. */
  readonly stopped: boolean;
}

/** The peer as a command; null where it is not installed. */
export async function findPeer(): Promise<{ command: string[]; version: string } | null> {
  for (const command of [['git-fame'], ['python3', '-m', 'gitfame']]) {
    const answer = await outputOf([...command, '--version']).catch(() => null);
    if (answer !== null) return { command, version: answer.output.trim() };
  }
  return null;
}

/**
 * CPU of git-fame, which counts the lines of each author by `git blame` of each file, here with `-w` as well. It runs on
 * a list of files, and on the smallest of them alone: its `git grep` and `git shortlog` do not grow with the list.
 */
export async function peerCost(
  repository: string,
  files: readonly TextFile[],
  seconds: number,
): Promise<PeerCost | null> {
  const peer = await findPeer();
  if (peer === null) return null;
  // It takes names line by line from git, which quotes the odd ones.
  const plain = files.filter(({ path }) => /^[\x20-\x7e]+$/.test(path) && !/["\\]/.test(path));
  const count = (paths: readonly string[]): string[] => {
    const list = paths.map(path => path.replaceAll(',', '\\,')).join(',');
    const options = ['-w', '--silent-progress', '--no-regex', `--incl=${list}`, '--format=csv'];
    return ['timeout', `${seconds}`, ...peer.command, ...options, repository];
  };
  const [smallest] = [...plain].sort((a, b) => a.lines - b.lines);
  if (smallest === undefined) return null;
  const one = await costOf(count([smallest.path]));
  const all = await costOf(count(plain.map(({ path }) => path)));
  const stopped = all.exitCode === 124;
  if (one.exitCode !== 0 || (all.exitCode !== 0 && !stopped)) {
    throw new Error(`git-fame failed. ${one.complaints}${all.complaints}`);
  }
  return { version: peer.version, cpu: all.cpu, cpuOfOne: one.cpu, files: plain.length, stopped };
}
