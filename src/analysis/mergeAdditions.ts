import { foldTouches, type MergeAdditions, pathsWithoutBeginning } from '../core/history/fold';
import { commitFlag, type History } from '../core/history/history';
import { canonicalOrder } from '../core/history/order';
import { GitError } from '../git/errors';
import type { Git } from '../git/git';
import { decodePath } from '../git/paths';
import { RecordSplitter } from '../git/recordSplitter';
import { streamGit } from '../git/streamGit';
import { MergeSearch } from './mergeSearch';
import { PathLookup } from './pathLookup';

/** A file that a merge added itself. `from`: its path in a parent, where the merge moved it; null where it is new. */
export interface MergeAddition {
  readonly sha: string;
  readonly path: string;
  readonly from: string | null;
}

/** What is known of merges that added files of HEAD. */
export interface KnownAdditions {
  /** The paths that were asked about, sorted. */
  readonly paths: readonly string[];
  /** So many commits of the history were asked about, from the first on. */
  readonly commits: number;
  readonly found: readonly MergeAddition[];
}

export const noneAsked: KnownAdditions = { paths: [], commits: 0, found: [] };

export interface AdditionsQuestion {
  readonly git: Git;
  readonly cwd: string;
  readonly history: History;
  /** Object id of the newest commit. */
  readonly head: string;
  /** Objects may be left at a remote: git then tries to fetch each tree it lacks, which must not happen by the thousand. */
  readonly partial: boolean;
  /** Files at HEAD. */
  readonly files: readonly string[];
  readonly known: KnownAdditions;
  readonly signal: AbortSignal;
}

/**
 * So many paths at most go on a command line: git compares each name with each of them (rails' 26,000 merges take 15 s
 * with 510 paths, 3 s with the 6 folders they are in), and longer lines do not fit on every system.
 */
const mostPathspecs = 16;
const argumentCharacters = 16_000;

/** So many merges are searched for one by one. */
const mostSearches = 100;

/**
 * Who added the files of HEAD whose beginning no commit but perhaps a merge shows: files that a merge added itself,
 * moved into a folder that the other branch had renamed, or took in under another path (`git subtree`). The log prints no
 * changes of merges, and only these merges are worth a question: nothing is asked where no such file exists.
 */
export async function mergeAdditions(question: AdditionsQuestion): Promise<KnownAdditions> {
  const { history, files, known, head } = question;
  const appeared = pathsWithoutBeginning(
    history,
    foldTouches(history, canonicalOrder(history), () => true),
    files,
  );
  const paths = appeared.map(({ path }) => path);
  const asked = new Set(known.paths);
  const wanted = new Set(paths);
  const found = known.found.filter(({ path }) => wanted.has(path));
  const answered = new Set(found.map(({ path }) => path));
  const open = paths.filter(path => asked.has(path) && !answered.has(path));
  found.push(...(await ask(question, merges(history, known.commits, history.commitCount), open)));

  const fresh = appeared
    .filter(({ path }) => !asked.has(path))
    .map(({ path, commit }) => ({ path, start: commit < 0 ? head : parentOf(history, commit) }));
  const searched = await search(question, fresh);
  const rest = fresh.map(({ path }) => path).filter(path => !searched.some(addition => addition.path === path));
  found.push(...searched, ...(await ask(question, merges(history, 0, history.commitCount), rest)));
  return { paths, commits: history.commitCount, found };
}

/** Looking at every merge is dear. Most files came with a few, and each is found by a few questions and then asked for all. */
async function search(
  question: AdditionsQuestion,
  fresh: readonly { readonly path: string; readonly start: string }[],
): Promise<MergeAddition[]> {
  if (fresh.length === 0 || question.partial) {
    return [];
  }
  const found: MergeAddition[] = [];
  const left = new Map(fresh.map(({ path, start }) => [path, start]));
  const lookup = new PathLookup(question.git, question.cwd, question.signal);
  try {
    const merge = new MergeSearch(question.history, lookup);
    for (let tries = 0; tries < mostSearches && left.size > 0; tries++) {
      const [path, start] = [...left][0] ?? ['', ''];
      const sha = await merge.addingMerge(path, start);
      const additions = sha === null ? [] : await ask(question, [sha], [...left.keys()]);
      found.push(...additions);
      for (const addition of additions) {
        left.delete(addition.path);
      }
      left.delete(path);
    }
  } catch (error) {
    if (!lacksObjects(error)) {
      throw error;
    }
  } finally {
    await lookup.close();
  }
  return found;
}

/** The first parent of a commit; the path that appeared in the commit was there already. */
function parentOf(history: History, commit: number): string {
  const at = history.parentEnds.startOf(commit) * history.shaLength;
  return Buffer.from(history.parentShas.values.subarray(at, at + history.shaLength)).toString('hex');
}

/** The additions by number of the commit, as the fold takes them. */
export function additionsByCommit(history: History, { found }: KnownAdditions): MergeAdditions {
  const bySha = new Map<string, { path: number; from: number }[]>();
  for (const { sha, path, from } of found) {
    const list = bySha.get(sha) ?? [];
    list.push({ path: history.path(path), from: from === null ? -1 : history.path(from) });
    bySha.set(sha, list);
  }
  const additions = new Map<number, readonly { path: number; from: number }[]>();
  for (let commit = 0; commit < history.commitCount && bySha.size > 0; commit++) {
    const list = isMerge(history, commit) ? bySha.get(history.shaOf(commit)) : undefined;
    if (list) {
      additions.set(commit, list);
    }
  }
  return additions;
}

function merges(history: History, first: number, end: number): string[] {
  const shas: string[] = [];
  for (let commit = first; commit < end; commit++) {
    if (isMerge(history, commit)) {
      shas.push(history.shaOf(commit));
    }
  }
  return shas;
}

function isMerge(history: History, commit: number): boolean {
  return (history.flags.at(commit) & commitFlag.merge) !== 0;
}

/** Two questions: which merges have a path that no parent has, and of those few, whether it stood elsewhere in one. */
async function ask(
  question: AdditionsQuestion,
  shas: readonly string[],
  paths: readonly string[],
): Promise<MergeAddition[]> {
  if (shas.length === 0 || paths.length === 0) {
    return [];
  }
  const wanted = new Set(paths);
  const additions = new Map<string, MergeAddition>();
  const keyOf = (sha: string, path: string): string => `${sha} ${path}`;
  try {
    const options = ['--no-renames', '--diff-filter=A'];
    for await (const { sha, path } of combinedDiff(question, shas, options, pathspecs(paths))) {
      if (wanted.has(path)) {
        additions.set(keyOf(sha, path), { sha, path, from: null });
      }
    }
    const adding = [...new Set([...additions.values()].map(({ sha }) => sha))];
    // Moved as it was: a merge with another repository adds thousands of files, too many to compare their contents.
    const renames = ['-M100%', '--combined-all-paths', '--diff-filter=AR'];
    for await (const { sha, path, before } of combinedDiff(question, adding, renames, [])) {
      const key = keyOf(sha, path);
      if (additions.has(key)) {
        additions.set(key, { sha, path, from: before.find(earlier => earlier !== path) ?? null });
      }
    }
  } catch (error) {
    if (!lacksObjects(error)) {
      throw error;
    }
  }
  return [...additions.values()];
}

/** Where objects are missing the log said so already, and less is known of these files. */
function lacksObjects(error: unknown): boolean {
  return error instanceof GitError && (error.reason === 'missingObject' || error.reason === 'partial');
}

/**
 * What git is to look at: the paths, or the folders they are in, as deep as fits. None, which asks for all, where even
 * those are too many, or where a name at the root is not what git stores (see `decodePath`).
 */
function pathspecs(paths: readonly string[]): string[] {
  const segments = paths.map(path => {
    const names = path.split('/');
    const odd = names.findIndex(name => name.includes('\\x'));
    return odd < 0 ? names : names.slice(0, odd);
  });
  if (segments.some(names => names.length === 0)) {
    return [];
  }
  for (let depth = Math.max(...segments.map(names => names.length)); depth > 0; depth--) {
    const specs = [...new Set(segments.map(names => `:(literal)${names.slice(0, depth).join('/')}`))];
    if (specs.length <= mostPathspecs && specs.join(' ').length <= argumentCharacters) {
      return specs;
    }
  }
  return [];
}

interface CombinedEntry {
  readonly sha: string;
  readonly path: string;
  /** With `--combined-all-paths` the path in each parent. */
  readonly before: readonly string[];
}

/**
 * `diff-tree -c --raw -z` of merges: a commit id, then its entries, each a record that starts with a colon for each
 * parent, and its paths. See "diff format for merges" in git-diff-tree(1).
 */
async function* combinedDiff(
  { git, cwd, signal }: AdditionsQuestion,
  shas: readonly string[],
  options: readonly string[],
  paths: readonly string[],
): AsyncGenerator<CombinedEntry> {
  if (shas.length === 0) {
    return;
  }
  const allPaths = options.includes('--combined-all-paths');
  const args = ['diff-tree', '--stdin', '-r', '-c', '--raw', '-z', '--no-abbrev', ...options, '--', ...paths];
  const splitter = new RecordSplitter();
  let sha = '';
  let pathsLeft = 0;
  let before: string[] = [];
  for await (const chunk of streamGit(git, args, { cwd, signal, input: `${shas.join('\n')}\n` })) {
    for (const record of splitter.push(chunk)) {
      if (pathsLeft > 1) {
        pathsLeft--;
        before.push(decodePath(record));
      } else if (pathsLeft === 1) {
        pathsLeft = 0;
        yield { sha, path: decodePath(record), before };
        before = [];
      } else if (record[0] === colon) {
        pathsLeft = allPaths ? record.findIndex(byte => byte !== colon) + 1 : 1;
      } else {
        sha = record.toString('latin1');
      }
    }
  }
}

const colon = 58;
