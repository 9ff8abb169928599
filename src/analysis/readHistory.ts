import { History } from '../core/history/history';
import { ShaTable } from '../core/history/order';
import { GitError } from '../git/errors';
import type { Git } from '../git/git';
import { HistoryLogParser, historyLogArguments, type RenameSearch } from '../git/historyLog';
import { readGit, streamGit } from '../git/streamGit';

/** After a commit that could not be read the rest is asked for in slices of this many, each in a process of its own. */
const sliceSize = 2_000;

/** So many damaged commits in a row are read one by one; then ever more at once, without their changes. */
const patience = 16;

/** A log that prints nothing for this long hangs on something: a lock, a lost network disk. */
const idleMilliseconds = 120_000;

export interface HistoryQuestion {
  readonly git: Git;
  readonly cwd: string;
  readonly shaLength: 20 | 32;
  /** Revisions as `git log` takes them, such as a head and `^` an older one. */
  readonly range: readonly string[];
  readonly renames: RenameSearch;
  readonly signal: AbortSignal;
  readonly onCommits: (count: number) => void;
}

export interface HistoryAnswer {
  /** Commits for which git lacked an object, by object id: their renames, or their changes, are missing. */
  readonly missing: readonly string[];
}

/**
 * Reads the log of a range into a history. Where git stops because an object is missing (partial clones, damaged
 * packs), that commit is asked again for less and the log goes on behind it: the answer is marked, never cut off.
 */
export async function readHistory(history: History, question: HistoryQuestion): Promise<HistoryAnswer> {
  const before = history.commitCount;
  const parser = new HistoryLogParser(history, question.shaLength);
  try {
    await run(parser, [...historyLogArguments(question.renames), ...question.range, '--'], null, question);
    return { missing: [] };
  } catch (error) {
    if (!isMissingObject(error)) {
      throw error;
    }
  }
  return { missing: await readRemaining(history, await unreadCommits(history, before, question), question) };
}

/** What is left of a range: from the parents that were not read on, which is shorter than to list it all again. */
async function unreadCommits(
  history: History,
  before: number,
  { git, cwd, signal, range }: HistoryQuestion,
): Promise<string[]> {
  const { parentShas, shaLength, commitCount } = history;
  const table = new ShaTable(history.shas.values, shaLength, commitCount);
  const ends = new Set<string>();
  for (let at = history.parentEnds.startOf(before); at < history.parentEnds.last(); at++) {
    if (table.find(parentShas.values, at * shaLength) < 0) {
      ends.add(Buffer.from(parentShas.values.subarray(at * shaLength, (at + 1) * shaLength)).toString('hex'));
    }
  }
  const from = commitCount === before ? range : [...ends, ...range.filter(revision => revision.startsWith('^'))];
  const list = await readGit(git, ['rev-list', '--stdin'], { cwd, signal, input: `${from.join('\n')}\n` });
  return list
    .toString('latin1')
    .split('\n')
    .filter(sha => sha !== '' && table.find(Buffer.from(sha, 'hex'), 0) < 0);
}

/**
 * Reads listed commits slice by slice, stepping over those that git cannot read whole. Where they follow each other
 * without end (a clone without trees) the steps grow, since each costs a process.
 */
async function readRemaining(history: History, shas: readonly string[], question: HistoryQuestion): Promise<string[]> {
  const missing: string[] = [];
  let next = 0;
  let inARow = 0;
  while (next < shas.length) {
    const slice = shas.slice(next, next + sliceSize);
    const before = history.commitCount;
    try {
      await readListed(history, slice, historyLogArguments(question.renames), question);
      next += slice.length;
      continue;
    } catch (error) {
      if (!isMissingObject(error)) {
        throw error;
      }
    }
    const whole = history.commitCount - before;
    next += whole;
    inARow = whole === 0 ? inARow : 0;
    const step = inARow < patience ? 1 : Math.min(inARow, sliceSize);
    const damaged = shas.slice(next, next + step);
    await readDamaged(history, damaged, question);
    missing.push(...damaged);
    inARow += damaged.length;
    next += damaged.length;
  }
  return missing;
}

/** Commits with whatever of them can be read: renames by identity, else no changes, else nothing. */
async function readDamaged(history: History, shas: readonly string[], question: HistoryQuestion): Promise<void> {
  for (const renames of shas.length === 1 ? (['identity', 'none'] as const) : (['none'] as const)) {
    try {
      await readListed(history, shas, historyLogArguments(renames), question);
      return;
    } catch (error) {
      if (!isMissingObject(error)) {
        throw error;
      }
    }
  }
}

/** Whether git can read a commit whole that it once could not: what was missing may have been fetched. */
export async function canBeRead(sha: string, question: HistoryQuestion): Promise<boolean> {
  try {
    await readListed(new History(question.shaLength), [sha], historyLogArguments(question.renames), question);
    return true;
  } catch (error) {
    if (!isMissingObject(error)) {
      throw error;
    }
    return false;
  }
}

function readListed(
  history: History,
  shas: readonly string[],
  args: string[],
  question: HistoryQuestion,
): Promise<void> {
  const parser = new HistoryLogParser(history, question.shaLength);
  return run(parser, [...args, '--no-walk=unsorted', '--stdin'], `${shas.join('\n')}\n`, question);
}

async function run(
  parser: HistoryLogParser,
  args: string[],
  input: string | null,
  { git, cwd, signal, onCommits }: HistoryQuestion,
): Promise<void> {
  let reported = 0;
  const options = { cwd, signal, idleMilliseconds, ...(input === null ? {} : { input }) };
  for await (const chunk of streamGit(git, args, options)) {
    parser.push(chunk);
    if (parser.commits > reported) {
      onCommits(parser.commits - reported);
      reported = parser.commits;
    }
  }
}

function isMissingObject(error: unknown): boolean {
  return error instanceof GitError && (error.reason === 'missingObject' || error.reason === 'partial');
}
