import { execFile } from 'node:child_process';
import os from 'node:os';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/**
 * An environment in which git knows nothing of the person who runs the tests: no global or system configuration, a fixed
 * identity, a fixed date, no prompt, only local transports.
 */
export function isolatedEnvironment(home: string): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) =>
    /^(PATH|PATHEXT|SYSTEMROOT|TEMP|TMP|TMPDIR)$/i.test(name),
  );
  return {
    ...Object.fromEntries(kept),
    HOME: home,
    USERPROFILE: home,
    XDG_CONFIG_HOME: home,
    GIT_CONFIG_GLOBAL: os.devNull,
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_TERMINAL_PROMPT: '0',
    GIT_ALLOW_PROTOCOL: 'file',
    GIT_AUTHOR_NAME: 'Test Author',
    GIT_AUTHOR_EMAIL: 'author@example.com',
    GIT_AUTHOR_DATE: '1704103200 +0000',
    GIT_COMMITTER_NAME: 'Test Committer',
    GIT_COMMITTER_EMAIL: 'committer@example.com',
    GIT_COMMITTER_DATE: '1704103200 +0000',
    LC_ALL: 'C',
    TZ: 'UTC',
  };
}

/** Runs git in a folder and resolves with its output without the last line break; rejects with git's own words. */
export async function runGit(folder: string, home: string, args: readonly string[]): Promise<string> {
  const { stdout } = await execute('git', args, {
    cwd: folder,
    env: isolatedEnvironment(home),
    maxBuffer: 1 << 28,
  });
  return stdout.endsWith('\n') ? stdout.slice(0, -1) : stdout;
}
