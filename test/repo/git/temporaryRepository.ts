import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { locateGit } from '../../../src/git/locate';

/** A folder for one suite; `remove` it afterwards. */
export class TemporaryFolder {
  readonly path = realpathSync(mkdtempSync(path.join(tmpdir(), 'single-points-git-')));

  /** A sub-folder, made. */
  folder(...names: string[]): string {
    const folder = path.join(this.path, ...names);
    mkdirSync(folder, { recursive: true });
    return folder;
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** Runs git with a fixed identity and no configuration but the repository's, and returns what it prints. */
export function git(cwd: string, args: readonly string[], input: string | Buffer = ''): string {
  const environment = {
    PATH: process.env['PATH'],
    HOME: path.join(tmpdir(), 'no-home'),
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_AUTHOR_NAME: 'Ann',
    GIT_AUTHOR_EMAIL: 'ann@example.com',
    GIT_AUTHOR_DATE: '1700000000 +0000',
    GIT_COMMITTER_NAME: 'Ann',
    GIT_COMMITTER_EMAIL: 'ann@example.com',
    GIT_COMMITTER_DATE: '1700000000 +0000',
  };
  const stdio = ['pipe', 'pipe', 'pipe'] as const;
  return execFileSync('git', ['-c', 'init.defaultBranch=main', ...args], {
    cwd,
    input,
    env: environment,
    stdio: [...stdio],
  }).toString('utf8');
}

/** A repository with one commit that holds the files given by path. */
export function repositoryWith(
  folder: string,
  files: Readonly<Record<string, string>>,
  ...initOptions: string[]
): string {
  git(folder, ['init', '-q', ...initOptions]);
  return commitFiles(folder, Object.entries(files), 'First');
}

/**
 * Commits files without a work tree, so that any bytes can be a name; returns the commit's id. Paths are text, or bytes.
 */
export function commitFiles(
  folder: string,
  files: Iterable<readonly [path: string | Buffer, content: string]>,
  subject: string,
): string {
  for (const [name, content] of files) {
    const sha = git(folder, ['hash-object', '-w', '--stdin'], content).trim();
    const record = Buffer.concat([Buffer.from(`100644 ${sha}\t`), Buffer.from(name), Buffer.from([0])]);
    git(folder, ['update-index', '-z', '--index-info'], record);
  }
  git(folder, ['commit', '-q', '--allow-empty', '-m', subject]);
  return git(folder, ['rev-parse', 'HEAD']).trim();
}

/** The git of this machine, as the product finds it. */
export const thisGit = locateGit({ candidates: [], platform: process.platform, env: process.env });
