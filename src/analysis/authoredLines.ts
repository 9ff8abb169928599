import { realpath } from 'node:fs/promises';
import path from 'node:path';
import { History } from '../core/history/history';
import { everyone } from '../core/people/everyone';
import { lineAuthors } from '../core/people/lineAuthors';
import { Mailmap } from '../core/people/mailmap';
import { GitError } from '../git/errors';
import type { Git } from '../git/git';
import type { RepositoryDescription } from '../git/repository';
import { listTree } from '../git/tree';
import type { SnapshotStore } from '../store/snapshotStore';
import { blameIgnored } from './blameIgnored';
import type { AnalysisCallbacks, AuthoredLines } from './client';
import { ownLines } from './lines/ownLines';
import type { LinesRequest } from './protocol';
import { readHistory } from './readHistory';
import { loadHistory } from './repositoryHistory';
import { readSteering, steeringFiles } from './repositorySettings';
import { RevisionFiles, WorkTreeFiles } from './sourceFiles';

export interface AuthoredLinesQuestion {
  readonly git: Git;
  readonly description: RepositoryDescription;
  readonly store: SnapshotStore | null;
  readonly request: LinesRequest;
  readonly signal: AbortSignal;
  readonly onProgress: AnalysisCallbacks['onProgress'];
  readonly log: (line: string) => void;
}

const noUser = { exclude: [], runbookPaths: [], runbookRules: [], activeDays: null };

/** The commit and the author of every line at HEAD, as `git blame -w` names them in this repository. */
export async function authoredLines(question: AuthoredLinesQuestion): Promise<AuthoredLines> {
  const { git, description, store, request, signal, onProgress, log } = question;
  const { root, head } = description;
  if (head === null) {
    throw new GitError('noCommits', 'This repository has no commits yet. Make the first one, then analyse it.');
  }
  onProgress({ phase: 'history', done: 0, total: null });
  const files = description.bare
    ? new RevisionFiles(git, root, await listTree(git, root, head, { signal }))
    : new WorkTreeFiles(root);
  const texts = await files.read(steeringFiles, signal);
  const { settings, mailmap } = await readSteering(git, root, texts, noUser, signal);
  const ignored = await blameIgnored({ git, root, steps: request.ignore, texts, signal, log });
  const history = await signedHistory(question, head);
  const { identities, people } = everyone(history, new Mailmap(mailmap), settings, Math.floor(Date.now() / 1000));
  const told = (done: number, total: number): void => onProgress({ phase: 'lines', done, total });
  told(0, 1);
  const { ownership, store: keep } = await ownLines({
    git,
    description,
    head,
    ignored,
    store,
    signal,
    onProgress: told,
    log,
  });
  const authors = lineAuthors(ownership, history, identities);
  return { ownership, people, authors, folder: await folderInside(description, request.path), store: keep };
}

/** Who made the commits: the stored history, or a log without changes, which costs a fraction of the whole one. */
async function signedHistory(
  { git, description, store, signal, onProgress }: AuthoredLinesQuestion,
  head: string,
): Promise<History> {
  const known = store && (await loadHistory(store, description));
  if (known?.origin.head === head) {
    return known.history;
  }
  const shaLength = description.objectFormat === 'sha256' ? 32 : 20;
  const history = new History(shaLength);
  const onCommits = (): void => onProgress({ phase: 'history', done: history.commitCount, total: null });
  const cwd = description.root;
  await readHistory(history, { git, cwd, shaLength, range: [head], renames: 'none', signal, onCommits });
  history.sortSignatures();
  return history;
}

/** Empty for the whole repository; a git directory stands for all of it. */
async function folderInside({ root, gitDir, bare }: RepositoryDescription, asked: string): Promise<string> {
  const [top, folder, git] = await Promise.all([root, asked, gitDir].map(place => realpath(place)));
  const inside = path.relative(top ?? '', folder ?? '');
  const outside = (from: string): boolean => /^\.\.(?:[/\\]|$)/.test(from) || path.isAbsolute(from);
  if (bare || inside === '' || outside(inside) || !outside(path.relative(git ?? '', folder ?? ''))) {
    return '';
  }
  return `${inside.split(path.sep).join('/')}/`;
}
