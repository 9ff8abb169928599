import { randomUUID } from 'node:crypto';
import { readFile, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { ask, failureOf } from './ask';
import { GitError } from './errors';
import type { Git } from './git';
import { remoteProject } from './remoteProject';

/** What git says a repository is. */
export interface RepositoryDescription {
  /** Absolute: top of the work tree, or the git directory of a bare repository. */
  readonly root: string;
  /** Absolute; differs from `commonDir` in a linked worktree. */
  readonly gitDir: string;
  /** Absolute; objects and refs are here. Worktrees of one repository share it. */
  readonly commonDir: string;
  readonly bare: boolean;
  /** Short name, null when HEAD is detached. Set on an unborn branch. */
  readonly branch: string | null;
  /** Commit id, null on an unborn branch. */
  readonly head: string | null;
  readonly shallow: boolean;
  /** Objects may be left at a remote. */
  readonly partial: boolean;
  readonly objectFormat: 'sha1' | 'sha256';
  /** Projects its remotes lead to, as `github.com/owner/name`; none for folders on disk. */
  readonly remotes: readonly string[];
  /** Absolute work tree of the repository this one is a submodule of, else null. */
  readonly superproject: string | null;
}

/**
 * Describes the repository a folder is in: any folder of a work tree, a bare repository, or a git directory (which
 * stands for its work tree). Two processes; four on an unborn branch.
 * Throws GitError `notARepository` (also for a path that is missing or a file), `unsafeDirectory`, and those of `ask`.
 * @param folder absolute; names with any characters, symbolic links are resolved
 */
export async function describeRepository(
  git: Git,
  folder: string,
  signal?: AbortSignal,
): Promise<RepositoryDescription> {
  const cwd = await existingFolder(folder);
  const found = await revParse(git, cwd, signal);
  if (!found.insideWorkTree && !found.bare) return describeFromInside(git, found, signal);
  const config = await ask(git, cwd, ['config', '-z', '--get-regexp', wantedKeys], { signal });
  if (config.code > 1) throw failureOf(config);
  const { insideWorkTree: _, root, ...rest } = found;
  const unborn = found.head === null ? await describeUnborn(git, cwd, found.bare, signal) : null;
  return {
    ...rest,
    root: found.bare ? found.gitDir : (root ?? unborn?.root ?? cwd),
    branch: unborn === null ? found.branch : unborn.branch,
    partial: config.output.split('\0').some(saysPartial),
    remotes: [...new Set(config.output.split('\0').flatMap(remoteOf))],
  };
}

/** The format version is in every repository: simple-git waits 50 ms more for a process that prints nothing. */
const wantedKeys =
  '^(core\\.repositoryformatversion|extensions\\.partialclone|remote\\..*\\.(promisor|partialclonefilter|url))$';

/** One entry of `config -z`: key, line feed, value. */
function saysPartial(entry: string): boolean {
  const [key = '', value = 'true'] = entry.split('\n', 2);
  if (key.endsWith('.promisor')) return !/^(?:false|no|off|0|)$/i.test(value);
  return key.endsWith('.partialclone') || key.endsWith('.partialclonefilter');
}

function remoteOf(entry: string): readonly string[] {
  const [key = '', value = ''] = entry.split('\n', 2);
  const project = key.endsWith('.url') ? remoteProject(value) : null;
  return project === null ? [] : [project];
}

async function existingFolder(folder: string): Promise<string> {
  const found = await stat(folder).catch(() => null);
  if (found === null) {
    throw new GitError('notARepository', 'There is no folder {folder}. Open one that exists.', { values: { folder } });
  }
  if (!found.isDirectory()) {
    throw new GitError('notARepository', '{path} is a file. Open the folder it is in.', { values: { path: folder } });
  }
  // Git prints real paths, and relative ones relative to them.
  return realpath(folder);
}

interface Found extends Omit<RepositoryDescription, 'root' | 'partial' | 'remotes'> {
  readonly insideWorkTree: boolean;
  /** null in a bare repository, in a git directory and on an unborn branch. */
  readonly root: string | null;
}

/**
 * One `rev-parse` for most of it. It prints line by line and paths may hold line feeds, so a mark nobody can guess,
 * which it hands through as an option it does not know, stands between. `--show-toplevel` comes last, because without a work tree
 * git stops there.
 */
async function revParse(git: Git, cwd: string, signal: AbortSignal | undefined): Promise<Found> {
  const mark = `--${randomUUID()}`;
  const flags = [
    '--is-bare-repository',
    '--is-inside-work-tree',
    '--is-shallow-repository',
    '--show-object-format',
    mark,
    '--absolute-git-dir',
    mark,
    '--git-common-dir',
    mark,
    '--show-superproject-working-tree',
    mark,
  ];
  const wanted = ['--revs-only', 'HEAD', '--symbolic-full-name', 'HEAD', '--show-toplevel'];
  const answer = await ask(git, cwd, ['rev-parse', ...flags, ...wanted], { signal });
  const parts = answer.output.split(`${mark}\n`);
  const [states, gitDir, commonDir, superproject, rest] = parts;
  if (states === undefined || gitDir === undefined || commonDir === undefined) throw failureOf(answer);
  if (superproject === undefined || rest === undefined) throw failureOf(answer);
  const [bare, insideWorkTree, shallow, objectFormat] = states.split('\n');
  if (answer.code !== 0 && insideWorkTree === 'true') throw failureOf(answer);
  // A branch that is called HEAD makes the name ambiguous: then git says the commit, and not the branch.
  const head = /^([0-9a-f]{40,64})\n(?:(HEAD|refs\/[^\n]*)\n)?/.exec(rest);
  const symbolic =
    head?.[2] ?? (head && line((await ask(git, cwd, ['symbolic-ref', '-q', 'HEAD'], { signal })).output));
  return {
    bare: bare === 'true',
    insideWorkTree: insideWorkTree === 'true',
    shallow: shallow === 'true',
    objectFormat: objectFormat === 'sha256' ? 'sha256' : 'sha1',
    gitDir: native(line(gitDir)),
    commonDir: path.resolve(cwd, line(commonDir)),
    superproject: superproject === '' ? null : native(line(superproject)),
    head: head?.[1] ?? null,
    branch: branchOf(symbolic ?? ''),
    root: head === null || insideWorkTree !== 'true' ? null : native(line(rest.slice(head[0].length))),
  };
}

/** Without a commit `rev-parse` takes HEAD for a file name, and says neither the branch nor what follows. */
async function describeUnborn(
  git: Git,
  cwd: string,
  bare: boolean,
  signal: AbortSignal | undefined,
): Promise<{ readonly branch: string | null; readonly root: string | null }> {
  const branch = await ask(git, cwd, ['symbolic-ref', '-q', 'HEAD'], { signal });
  if (bare) return { branch: branchOf(line(branch.output)), root: null };
  const root = await ask(git, cwd, ['rev-parse', '--show-toplevel'], { signal });
  if (root.code !== 0) throw failureOf(root);
  return { branch: branchOf(line(branch.output)), root: native(line(root.output)) };
}

/** A folder inside a git directory: its work tree is where `core.worktree` or the worktree's `gitdir` file says, or beside it. */
async function describeFromInside(
  git: Git,
  found: Found,
  signal: AbortSignal | undefined,
): Promise<RepositoryDescription> {
  const declared = await ask(git, found.gitDir, ['config', '-z', '--get', 'core.worktree'], { signal });
  const linked = await readFile(path.join(found.gitDir, 'gitdir'), 'utf8').catch(() => null);
  const workTree =
    declared.code === 0
      ? path.resolve(found.gitDir, declared.output.replace(/\0$/, ''))
      : linked === null
        ? path.dirname(found.gitDir)
        : path.dirname(path.resolve(found.gitDir, line(linked)));
  const outside = await stat(workTree).catch(() => null);
  const described = outside?.isDirectory() === true ? await describeOutside(git, workTree, signal) : null;
  if (described?.gitDir !== found.gitDir) {
    throw new GitError('notARepository', '{path} has no work tree. Open the folder with the files instead.', {
      values: { path: found.gitDir },
    });
  }
  return described;
}

/** Never goes inside again: what is no work tree is refused, not followed in circles. */
async function describeOutside(
  git: Git,
  workTree: string,
  signal: AbortSignal | undefined,
): Promise<RepositoryDescription | null> {
  const { insideWorkTree } = await revParse(git, await realpath(workTree), signal);
  return insideWorkTree ? describeRepository(git, workTree, signal) : null;
}

function branchOf(reference: string): string | null {
  return reference.startsWith('refs/heads/') ? reference.slice('refs/heads/'.length) : null;
}

/** Without the line feed that ends it; a path may hold others. */
function line(printed: string): string {
  return printed.replace(/\r?\n$/, '');
}

/** On Windows git prints `C:/folder`; we hand out what Node does. */
function native(printed: string): string {
  return path.normalize(printed);
}
