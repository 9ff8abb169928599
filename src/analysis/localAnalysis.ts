import { componentSources } from '../core/components/components';
import type { PathAttributes } from '../core/components/excluded';
import type { Limit } from '../core/model';
import { isRunbookPath, linkedRunbooks, runbookGlobs } from '../core/runbooks/discover';
import { linkSources } from '../core/runbooks/linkSources';
import type { AnalysisSettings } from '../core/settings';
import { buildSnapshot } from '../core/snapshot';
import { checkAttributes } from '../git/attributes';
import { GitError } from '../git/errors';
import type { Git } from '../git/git';
import { locateGit } from '../git/locate';
import { resolveRevision } from '../git/questions';
import { describeRepository, type RepositoryDescription } from '../git/repository';
import { listTree, type TreeEntry } from '../git/tree';
import { SnapshotStore } from '../store/snapshotStore';
import type { Analysed } from './analysed';
import type { Analysis, AnalysisCallbacks } from './client';
import { draftStub } from './draftStub';
import type { KnownHistory } from './historyFile';
import { additionsByCommit, mergeAdditions } from './mergeAdditions';
import type { AnalyseRequest, StubDraft, StubRequest } from './protocol';
import { historyOf, loadHistory, saveHistory, shallowBoundary } from './repositoryHistory';
import { readSteering, steeringFiles } from './repositorySettings';
import { RevisionFiles, type SourceFiles, WorkTreeFiles } from './sourceFiles';
import { loadSnapshot, saveSnapshot } from './storedSnapshot';

export interface LocalAnalysisOptions {
  /** null: nothing is read from or written to disk. */
  readonly storeDirectory: string | null;
  readonly log: (line: string) => void;
}

const noSettings = { exclude: [], runbookPaths: [], activeDays: null };

/** The analysis in the thread it is called in. At most one history is kept in memory, that of the last repository. */
export class LocalAnalysis implements Analysis {
  private store: Promise<SnapshotStore> | null = null;
  private gits = new Map<string, Promise<Git>>();
  /** How each path was last asked for, so that a question about it sees the same settings. */
  private readonly requests = new Map<string, AnalyseRequest>();
  private last: (Analysed & { readonly path: string; readonly commonDir: string }) | null = null;

  constructor(private readonly options: LocalAnalysisOptions) {}

  async analyse(request: AnalyseRequest, callbacks: AnalysisCallbacks): Promise<void> {
    const { signal, onProgress, onSnapshot } = callbacks;
    this.requests.set(request.path, request);
    const git = await this.git(request.gitPath);
    const description = await describeRepository(git, request.path, signal);
    const current = request.revision === undefined;
    const head = current ? description.head : await resolveRevision(git, description.root, request.revision, signal);
    if (head === null) {
      throw new GitError('noCommits', 'This repository has no commits yet. Make the first one, then analyse it.');
    }
    const store = await this.openStore();
    if (store && current) {
      onProgress({ phase: 'store', done: 0, total: null });
      const stored = await loadSnapshot(store, description);
      if (stored) {
        onSnapshot(stored, false);
      }
    }

    onProgress({ phase: 'history', done: 0, total: null });
    const shallow = await shallowBoundary(description);
    const before = await this.knownHistory(store, description);
    const tree = await listTree(git, description.root, head, { signal });
    const read = await historyOf(
      {
        git,
        description,
        head,
        known: before,
        signal,
        onCommits: done => onProgress({ phase: 'history', done, total: null }),
      },
      shallow,
    );
    const known = read === before ? read : await withAdditions(read, tree, git, description, signal);

    onProgress({ phase: 'files', done: 0, total: tree.length });
    const files =
      description.bare || !current
        ? new RevisionFiles(git, description.root, tree)
        : new WorkTreeFiles(description.root);
    const steering = await readSteering(
      git,
      description.root,
      await files.read(steeringFiles, signal),
      request.settings,
      signal,
    );
    const { paths, texts } = await readTexts(files, tree, steering.settings, signal);
    const attributes = await attributesOf(git, description, request.revision === undefined ? null : head, tree, signal);

    onProgress({ phase: 'ownership', done: 0, total: tree.length });
    const snapshot = buildSnapshot({
      repository: { root: description.root, branch: current ? description.branch : null, head },
      scannedAt: Math.floor(Date.now() / 1000),
      settings: steering.settings,
      limits: [...limitsOf(description, known), ...steering.limits],
      history: known.history,
      additions: additionsByCommit(known.history, known.additions),
      mailmap: steering.mailmap,
      ignored: steering.ignored,
      boundary: new Set(shallow.split('\n').filter(line => line !== '')),
      tree,
      attributes,
      texts,
    });
    this.last = {
      path: request.path,
      commonDir: description.commonDir,
      git,
      root: description.root,
      snapshot,
      paths,
      files,
      known,
    };
    onSnapshot(snapshot, true);

    if (store && current) {
      onProgress({ phase: 'saving', done: 0, total: null });
      const problems = [
        known === before ? null : await saveHistory(store, description, known),
        await saveSnapshot(store, description, snapshot),
      ];
      for (const problem of problems) {
        if (problem !== null) {
          this.options.log(`The analysis was not stored: ${problem}`);
        }
      }
    }
  }

  async stub(request: StubRequest, signal: AbortSignal): Promise<StubDraft> {
    if (this.last?.path !== request.path) {
      const asked = this.requests.get(request.path) ?? { path: request.path, gitPath: null, settings: noSettings };
      await this.analyse(asked, { signal, onProgress: () => {}, onSnapshot: () => {} });
    }
    if (!this.last) {
      throw new GitError('failed', 'The repository could not be analysed. Refresh to try again.');
    }
    return draftStub(this.last, request, signal);
  }

  /** The history of the last analysis when it is the same repository, else the stored one. */
  private async knownHistory(
    store: SnapshotStore | null,
    description: RepositoryDescription,
  ): Promise<KnownHistory | null> {
    if (this.last?.commonDir === description.commonDir) {
      return this.last.known;
    }
    return store ? loadHistory(store, description) : null;
  }

  private openStore(): Promise<SnapshotStore> | null {
    const { storeDirectory } = this.options;
    this.store ??= storeDirectory === null ? null : SnapshotStore.open(storeDirectory);
    return this.store;
  }

  /** Found once for each configured path; a failure is not remembered, so that installing git is enough. */
  private git(gitPath: string | null): Promise<Git> {
    const key = gitPath ?? '';
    const known = this.gits.get(key);
    if (known) {
      return known;
    }
    const found = locateGit({
      candidates: gitPath === null ? [] : [gitPath],
      platform: process.platform,
      env: process.env,
    });
    this.gits.set(key, found);
    found.catch(() => this.gits.delete(key));
    return found;
  }
}

async function withAdditions(
  known: KnownHistory,
  tree: readonly TreeEntry[],
  git: Git,
  description: RepositoryDescription,
  signal: AbortSignal,
): Promise<KnownHistory> {
  const additions = await mergeAdditions({
    git,
    cwd: description.root,
    history: known.history,
    head: known.origin.head,
    partial: description.partial,
    files: tree.map(({ path }) => path),
    known: known.additions,
    signal,
  });
  return { ...known, additions };
}

/**
 * The texts that components and runbooks are read from; and all paths, with runbooks that are not committed yet. Links
 * lead to further runbooks, which are read in a second round.
 */
async function readTexts(
  files: SourceFiles,
  tree: readonly TreeEntry[],
  settings: AnalysisSettings,
  signal: AbortSignal,
): Promise<{ paths: readonly string[]; texts: ReadonlyMap<string, string> }> {
  const tracked = tree.map(({ path }) => path);
  const found = (await files.find(runbookGlobs(settings))).filter(path => isRunbookPath(path, settings));
  const paths = [...new Set([...tracked, ...found])].sort();
  const runbooks = paths.filter(path => isRunbookPath(path, settings));
  const texts = await files.read(
    [...new Set([...componentSources(tracked), ...runbooks, ...linkSources(tracked)])],
    signal,
  );
  const linked = linkedRunbooks(texts, new Set(paths)).filter(path => !texts.has(path));
  return { paths, texts: new Map([...texts, ...(await files.read(linked, signal))]) };
}

function limitsOf(description: RepositoryDescription, { history, origin }: KnownHistory): Limit[] {
  const limits: Limit[] = [];
  if (description.shallow) {
    limits.push({ code: 'shallow', values: { commits: history.commitCount } });
  }
  if (description.partial) {
    limits.push({ code: 'partial', values: {} });
  }
  if (origin.missing.length > 0) {
    limits.push({ code: 'missingObjects', values: { objects: origin.missing.length } });
  }
  return limits;
}

/** `git check-attr` is asked only where some `.gitattributes` could say something. */
async function attributesOf(
  git: Git,
  description: RepositoryDescription,
  revision: string | null,
  tree: readonly TreeEntry[],
  signal: AbortSignal,
): Promise<PathAttributes> {
  if (!tree.some(({ path }) => path === '.gitattributes' || path.endsWith('/.gitattributes'))) {
    return new Map();
  }
  const { files } = await checkAttributes(git, {
    root: description.root,
    bare: description.bare,
    revision,
    paths: tree.map(({ path }) => path),
    signal,
  });
  const attributes = new Map<string, ReadonlySet<string>>();
  for (const [path, { vendored, generated, binary }] of files) {
    const written = Object.entries({ 'linguist-vendored': vendored, 'linguist-generated': generated, binary });
    attributes.set(path, new Set(written.flatMap(([name, set]) => (set === null ? [] : [set ? name : `-${name}`]))));
  }
  return attributes;
}
