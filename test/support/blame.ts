import { decodePath } from '../../src/git/paths';
import type { BuiltRepository } from './builtRepository';
import { commandLine, GitShells } from './gitShells';
import { isolatedEnvironment } from './isolatedGit';

/** Where git is asked, and by whom. */
export interface BlamedRepository {
  /** A work tree or a git directory. */
  readonly cwd: string;
  /** Its shells are shared by all questions; see {@link blamed} for one that nobody's configuration reaches. */
  readonly shells: GitShells;
}

/** Lines from top to bottom: how many, and the commit that git names. Neighbours differ in commit. */
export type BlameRun = readonly [length: number, sha: string];

export interface BlameOptions {
  /** HEAD without one. */
  readonly revision?: string;
  readonly ignoreRevsFile?: string | undefined;
  readonly ignoreRevs?: Iterable<string> | undefined;
  /** Further options of blame, for those who want to hear something else than the truth. */
  readonly more?: readonly string[];
  /** False: whitespace counts. */
  readonly ignoreWhitespace?: boolean;
}

export interface TextFile {
  /** Relative to the root, as git stores it. */
  readonly bytes: Buffer;
  /** The same as text, see `decodePath`. */
  readonly path: string;
  readonly lines: number;
}

/** A built repository, or any folder, with shells that know nothing of the machine's own configuration. */
export function blamed(
  repository: BuiltRepository | { readonly path: string; readonly home: string },
): BlamedRepository {
  return { cwd: repository.path, shells: new GitShells(isolatedEnvironment(repository.home)) };
}

/** The commit that `git blame -w` names for every line of a file. Empty files have no runs. */
export async function blameLines(
  repository: BlamedRepository,
  path: string | Uint8Array,
  options: BlameOptions = {},
): Promise<BlameRun[]> {
  const { revision = 'HEAD', ignoreRevsFile, ignoreRevs = [], ignoreWhitespace = true, more = [] } = options;
  const command = commandLine([
    ...['git', '-C', repository.cwd, 'blame', '--incremental', '--no-textconv'],
    // First: it drops what a configuration named before.
    '--no-ignore-revs-file',
    ...(ignoreWhitespace ? ['-w'] : []),
    ...(ignoreRevsFile === undefined ? [] : [`--ignore-revs-file=${ignoreRevsFile}`]),
    ...Array.from(ignoreRevs, sha => `--ignore-rev=${sha}`),
    ...more,
    ...[revision, '--', path],
  ]);
  return parseIncremental(await repository.shells.run(command));
}

/** The runs in what `git blame --incremental` prints: chunks in any order, each ended by a `filename` line. */
export function parseIncremental(output: Buffer): BlameRun[] {
  const chunks: { first: number; length: number; sha: string }[] = [];
  let inChunk = false;
  for (const line of output.toString('latin1').split('\n')) {
    if (inChunk) {
      inChunk = !line.startsWith('filename ');
      continue;
    }
    if (line === '') continue;
    const [, sha = '', first, length] = /^([0-9a-f]{40,64}) \d+ (\d+) (\d+)$/.exec(line) ?? [];
    if (first === undefined) throw new Error(`Blame printed "${line}".`);
    chunks.push({ sha, first: Number(first), length: Number(length) });
    inChunk = true;
  }
  chunks.sort((a, b) => a.first - b.first);
  const runs: [number, string][] = [];
  for (const { sha, length } of chunks) {
    const last = runs.at(-1);
    if (last?.[1] === sha) last[0] += length;
    else runs.push([length, sha]);
  }
  return runs;
}

/**
 * The regular files of a revision that git takes for text, in the order of the tree. Git itself decides, by the `diff`
 * attribute or, without one, a NUL in the first 8,000 bytes: `--numstat` counts no lines of binary files.
 */
export async function textFiles(repository: BlamedRepository, revision = 'HEAD'): Promise<TextFile[]> {
  const git = commandLine(['git', '-C', repository.cwd]);
  const options = '-r --raw --numstat -z --no-abbrev --no-renames --no-ext-diff --no-textconv';
  const output = await repository.shells.run(
    Buffer.concat([
      git,
      Buffer.from(` diff-tree ${options} "$(`),
      git,
      // The empty tree has another name in a SHA-256 repository.
      Buffer.from(` hash-object -t tree --stdin </dev/null)" `),
      commandLine([revision]),
    ]),
  );
  const records = output.toString('latin1').split('\0');
  const modes = new Map<string, string>();
  const files: TextFile[] = [];
  for (let index = 0; index < records.length; index++) {
    const record = records[index] ?? '';
    if (record.startsWith(':')) {
      modes.set(records[++index] ?? '', record.slice(8, 14));
      continue;
    }
    const [, added, path = ''] = /^(\d+|-)\t(?:\d+|-)\t(.*)$/s.exec(record) ?? [];
    if (added === undefined || added === '-' || !modes.get(path)?.startsWith('100')) continue;
    const bytes = Buffer.from(path, 'latin1');
    files.push({ bytes, path: decodePath(bytes), lines: Number(added) });
  }
  return files;
}
