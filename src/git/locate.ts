import { execFile } from 'node:child_process';
import { access, constants, stat } from 'node:fs/promises';
import path from 'node:path';
import { gitEnvironment, variable } from './environment';
import { GitError } from './errors';
import { type Git, isAtLeast, minimumVersion, parseVersion } from './git';

/** What looking for git needs of the machine. */
export interface LocatePorts {
  /** True for a file that may be run. */
  exists(file: string): Promise<boolean>;
  /** What a program prints, or null when it fails or takes more than ten seconds. */
  run(file: string, args: readonly string[], environment: Readonly<Record<string, string>>): Promise<string | null>;
}

export interface LocateRequest {
  /** Tried first, in this order: VS Code's `git.path` setting, then the path its Git extension found. */
  readonly candidates: readonly string[];
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
}

const appleGit = '/usr/bin/git';

/**
 * Finds a git of at least 2.25: the candidates, then PATH, then the usual places of the system. A candidate without a
 * folder is looked up in PATH; one with a relative path is skipped, like relative PATH entries: what stands in an
 * opened folder is never run.
 * Throws GitError `gitTooOld` when only older ones are there, `gitNotFound` when there is none.
 */
export async function locateGit(request: LocateRequest, ports: LocatePorts = machine): Promise<Git> {
  const environment = gitEnvironment(request.env, request.platform);
  let tooOld: Readonly<Record<string, string>> | null = null;
  const tried = new Set<string>();
  for (const file of places(request)) {
    if (tried.has(file)) continue;
    tried.add(file);
    if (!(await ports.exists(file))) continue;
    if (request.platform === 'darwin' && file === appleGit && !(await developerToolsAreThere(ports, environment)))
      continue;
    const printed = await ports.run(file, ['--version'], environment);
    const version = printed === null ? null : parseVersion(printed);
    if (version === null) continue;
    if (isAtLeast(version, minimumVersion)) return { path: file, version, environment };
    tooOld ??= { version: version.join('.'), path: file, minimum: minimumVersion.slice(0, 2).join('.') };
  }
  if (tooOld !== null) {
    throw new GitError('gitTooOld', 'Git {version} at {path} is too old. Install Git {minimum} or later.', {
      values: tooOld,
    });
  }
  throw new GitError('gitNotFound', 'Git was not found. Install Git, or set "git.path" to where it is.');
}

/** On macOS `/usr/bin/git` is a shim that opens an installer's dialog unless developer tools are chosen. */
async function developerToolsAreThere(
  ports: LocatePorts,
  environment: Readonly<Record<string, string>>,
): Promise<boolean> {
  return (await ports.run('/usr/bin/xcode-select', ['-p'], environment)) !== null;
}

/** Absolute paths where git may be, best first. */
function* places(request: LocateRequest): Generator<string> {
  const { platform, env } = request;
  const windows = platform === 'win32';
  const { join } = windows ? path.win32 : path.posix;
  const folders = searchPath(env, platform);
  for (const candidate of request.candidates) {
    if (isSafelyAbsolute(candidate, platform)) yield candidate;
    else if (/^[^\\/:]+$/.test(candidate))
      for (const folder of folders) yield join(folder, withSuffix(candidate, platform));
  }
  for (const folder of folders) yield join(folder, windows ? 'git.exe' : 'git');
  if (windows) {
    const programs = ['ProgramW6432', 'ProgramFiles', 'ProgramFiles(x86)'].map(name => variable(env, name, platform));
    const local = variable(env, 'LocalAppData', platform);
    for (const folder of [...programs, local === undefined ? local : join(local, 'Programs')]) {
      if (folder !== undefined && isSafelyAbsolute(folder, platform)) yield join(folder, 'Git', 'cmd', 'git.exe');
    }
  } else {
    // A window started from the dock or a launcher may have a bare PATH.
    for (const folder of ['/opt/homebrew/bin', '/usr/local/bin', '/opt/local/bin', '/usr/bin'])
      yield join(folder, 'git');
  }
}

function searchPath(env: LocateRequest['env'], platform: NodeJS.Platform): string[] {
  const windows = platform === 'win32';
  return (variable(env, 'PATH', platform) ?? '')
    .split(windows ? ';' : ':')
    .map(folder => (windows ? folder.trim().replace(/^"(.*)"$/, '$1') : folder))
    .filter(folder => isSafelyAbsolute(folder, platform));
}

/** `C:\folder` or `\\server\share`; not `C:folder` or `\folder`, which depend on the current drive and folder. */
function isSafelyAbsolute(file: string, platform: NodeJS.Platform): boolean {
  return platform === 'win32' ? /^(?:[a-z]:[\\/]|[\\/]{2}[^\\/])/i.test(file) : file.startsWith('/');
}

function withSuffix(name: string, platform: NodeJS.Platform): string {
  return platform === 'win32' && !/\.exe$/i.test(name) ? `${name}.exe` : name;
}

const machine: LocatePorts = {
  async exists(file) {
    try {
      // On Windows X_OK asks no more than whether it is there.
      await access(file, constants.X_OK);
      return (await stat(file)).isFile();
    } catch {
      return false;
    }
  },
  run: (file, args, environment) =>
    new Promise(resolve => {
      const options = { env: environment, cwd: path.dirname(file), timeout: 10_000, windowsHide: true };
      try {
        execFile(file, [...args], options, (failure, output) => resolve(failure === null ? output : null));
      } catch {
        resolve(null);
      }
    }),
};
