import path from 'node:path';
import { History } from '../core/history/history';
import { GitError } from '../git/errors';
import type { Git } from '../git/git';
import type { RepositoryDescription } from '../git/repository';
import { readGit } from '../git/streamGit';
import { type SnapshotStore, storeKey } from '../store/snapshotStore';
import { fileText } from './fileText';
import { decodeHistory, encodeHistory, historyVersion, type KnownHistory } from './historyFile';
import { type KnownAdditions, noneAsked } from './mergeAdditions';
import { canBeRead, type HistoryQuestion, readHistory } from './readHistory';

export interface HistoryRequest {
  readonly git: Git;
  readonly description: RepositoryDescription;
  /** Object id of the commit whose history is wanted. */
  readonly head: string;
  /** What is known already; null reads everything. */
  readonly known: KnownHistory | null;
  readonly signal: AbortSignal;
  /** Called with the commits read so far. */
  readonly onCommits: (count: number) => void;
}

/** The list of commits where a shallow clone ends, as git keeps it; empty for a full clone. */
export async function shallowBoundary(description: RepositoryDescription): Promise<string> {
  if (!description.shallow) {
    return '';
  }
  return fileText(path.join(description.commonDir, 'shallow'));
}

/**
 * The history of a head. From a known one only what is new is read, and what is gone (another branch, an amended
 * commit, a rebase) is taken out; when the known one cannot be continued everything is read.
 */
export async function historyOf(request: HistoryRequest, shallow: string): Promise<KnownHistory> {
  const { known, head, description } = request;
  const renames = description.partial ? 'identity' : 'content';
  const shaLength = description.objectFormat === 'sha256' ? 32 : 20;
  let total = 0;
  const question = {
    git: request.git,
    cwd: description.root,
    shaLength,
    renames,
    signal: request.signal,
    onCommits: (count: number) => {
      total += count;
      request.onCommits(total);
    },
  } as const;
  // What was missing may be there by now: then a history with holes is read again.
  const continues =
    known !== null &&
    known.origin.renames === renames &&
    known.origin.shallow === shallow &&
    !(await isMended(known, { ...question, range: [], onCommits: () => {} }));
  if (continues && known.origin.head === head) {
    return known;
  }
  const finish = (history: History, missing: readonly string[], additions: KnownAdditions): KnownHistory => {
    history.sortSignatures();
    return { history, origin: { head, renames, shallow, missing }, additions };
  };
  if (continues) {
    try {
      const { history, origin, additions } = await withoutLost(known, request);
      const { missing } = await readHistory(history, { ...question, range: [head, `^${known.origin.head}`] });
      return finish(history, [...origin.missing, ...missing], additions);
    } catch (error) {
      // The old head may be gone for good after a force-push: then everything is read anew.
      if (error instanceof GitError && (error.reason === 'cancelled' || error.reason === 'timedOut')) {
        throw error;
      }
      total = 0;
    }
  }
  const history = new History(shaLength);
  const { missing } = await readHistory(history, { ...question, range: [head] });
  return finish(history, missing, noneAsked);
}

/** Whether a commit that could not be read whole can be by now. */
async function isMended({ origin }: KnownHistory, question: HistoryQuestion): Promise<boolean> {
  const [damaged] = origin.missing;
  return damaged !== undefined && canBeRead(damaged, question);
}

/** A copy of the known history without the commits that the new head does not reach. */
async function withoutLost(
  { history, origin, additions }: KnownHistory,
  request: HistoryRequest,
): Promise<KnownHistory> {
  const lost = await readGit(request.git, ['rev-list', origin.head, `^${request.head}`, '--'], {
    cwd: request.description.root,
    signal: request.signal,
  });
  const gone = new Set(lost.toString('latin1').split('\n').slice(0, -1));
  const kept = history.filter(commit => gone.size === 0 || !gone.has(history.shaOf(commit)));
  const found = additions.found.filter(({ sha }) => !gone.has(sha));
  return {
    history: kept,
    origin: { ...origin, missing: origin.missing.filter(sha => !gone.has(sha)) },
    additions: { paths: additions.paths, commits: kept.commitCount, found },
  };
}

/** The stored history of a repository, shared by its worktrees; null when there is none that can be used. */
export async function loadHistory(
  store: SnapshotStore,
  description: RepositoryDescription,
): Promise<KnownHistory | null> {
  const key = historyKey(description);
  const stored = await store.read(key);
  if (!stored || stored.header.version !== historyVersion) {
    return null;
  }
  try {
    return decodeHistory(stored.payload);
  } catch {
    await store.remove(key);
    return null;
  }
}

/** Stores a history; says why when it could not. */
export async function saveHistory(
  store: SnapshotStore,
  description: RepositoryDescription,
  known: KnownHistory,
): Promise<string | null> {
  const result = await store.write(historyKey(description), historyVersion, encodeHistory(known));
  return result.stored ? null : result.message;
}

function historyKey(description: RepositoryDescription): string {
  return storeKey(`history:${description.commonDir}`);
}
