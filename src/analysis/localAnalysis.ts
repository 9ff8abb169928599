import type { ToolAnswer } from '../core/assist/tool';
import type { FileProblem } from '../core/components/fileProblem';
import { parseSettingsFile } from '../core/components/settingsFile';
import type { LineOwnership } from '../core/lines/lineOwnership';
import type { Snapshot } from '../core/model';
import type { OwnershipAt } from '../core/ownership/ownershipAt';
import type { Progress } from '../core/progress';
import { plainTranslate, type Translate } from '../core/report/translate';
import { snapshotIn } from '../core/runbooks/lint/inLanguage';
import type { CodeownersDraft } from '../core/scaffold/codeowners/draftCodeowners';
import { prepareSnapshot } from '../core/snapshot';
import { type TickEdit, tickEdit } from '../core/spread/readChecklist';
import { GitError } from '../git/errors';
import { resolveRevision } from '../git/questions';
import { describeRepository, type RepositoryDescription } from '../git/repository';
import { listTree } from '../git/tree';
import { SnapshotStore } from '../store/snapshotStore';
import type { Analysed, QuestionCallbacks } from './analysed';
import { Assistants } from './assistants';
import { authoredLines } from './authoredLines';
import { checkRunbook } from './checkRunbook';
import type {
  Analysis,
  AnalysisCallbacks,
  AssistantAnalysis,
  AuthoredLines,
  LineAnalysis,
  PastAnalysis,
  RunbookAnalysis,
} from './client';
import { draftChecklist } from './draftChecklist';
import { draftStub } from './draftStub';
import { findCommits } from './findCommits';
import { findOwnership } from './findOwnership';
import { findProgress } from './findProgress';
import type { KnownHistory } from './historyFile';
import { KnownGits } from './knownGits';
import type { ownLines } from './lines/ownLines';
import { additionsByCommit } from './mergeAdditions';
import { readOthers } from './otherRepositories';
import { type KnownReviews, pageReviews } from './pageReviews';
import type {
  AnalyseRequest,
  AssistRequest,
  CheckedRunbook,
  ChecklistRequest,
  CodeownersRequest,
  CommitsAnswer,
  CommitsRequest,
  LinesRequest,
  OwnershipRequest,
  ProgressRequest,
  ReportRequest,
  RunbookCheck,
  SettingsCheck,
  StubDraft,
  StubRequest,
  TickRequest,
} from './protocol';
import { reportOn } from './reportOn';
import { historyOf, loadHistory, saveHistory, shallowBoundary } from './repositoryHistory';
import { repositoryMark } from './repositoryMark';
import { readSteering, steeringFiles } from './repositorySettings';
import { attributesOf, limitsOf, readTexts, withAdditions } from './snapshotSources';
import { RevisionFiles, WorkTreeFiles } from './sourceFiles';
import { loadSnapshot, saveSnapshot } from './storedSnapshot';
import { suggestOwners } from './suggestOwners';
import { tryLines } from './tryLines';

export interface LocalAnalysisOptions {
  /** null: nothing is read from or written to disk. */
  readonly storeDirectory: string | null;
  readonly log: (line: string) => void;
  /** The language of what is handed over; English without one. What is kept is English. */
  readonly translate?: Translate;
  /** How paths are asked for until they are: a question about one of them sees these settings. */
  readonly requests?: readonly AnalyseRequest[] | undefined;
  /** Another tier 2 than the real one; for tests of what happens when it fails. */
  readonly ownLines?: typeof ownLines;
}

const noSettings = { exclude: [], runbookPaths: [], runbookRules: [], activeDays: null };

/** The analysis in the thread it is called in. At most one history is kept in memory, that of the last repository. */
export class LocalAnalysis implements Analysis, LineAnalysis, PastAnalysis, RunbookAnalysis, AssistantAnalysis {
  private readonly translate: Translate;
  private store: Promise<SnapshotStore> | null = null;
  private readonly gits = new KnownGits();
  /** How each path was last asked for, so that a question about it sees the same settings. */
  private readonly requests: Map<string, AnalyseRequest>;
  private readonly reviews: KnownReviews = new Map();
  private readonly assistants = new Assistants();
  /** How each path was when an assistant last asked; none where it was analysed since. */
  private readonly marks = new Map<string, string>();
  /** `tier`: what was tried, though lines may have failed. */
  private last: (Analysed & { readonly path: string; readonly commonDir: string; readonly tier: 1 | 2 }) | null = null;

  constructor(private readonly options: LocalAnalysisOptions) {
    this.translate = options.translate ?? plainTranslate;
    this.requests = new Map(options.requests?.map(request => [request.path, request]));
  }

  async analyse(request: AnalyseRequest, callbacks: AnalysisCallbacks): Promise<void> {
    const { signal, onProgress } = callbacks;
    const onSnapshot: AnalysisCallbacks['onSnapshot'] = (snapshot, final) =>
      callbacks.onSnapshot(snapshotIn(snapshot, this.translate), final);
    this.requests.set(request.path, request);
    this.marks.delete(request.path);
    const git = await this.gits.get(request.gitPath);
    const description = await describeRepository(git, request.path, signal);
    const { root, commonDir } = description;
    const current = request.revision === undefined;
    const head = current ? description.head : await resolveRevision(git, root, request.revision, signal);
    if (head === null) {
      throw new GitError('noCommits', 'This repository has no commits yet. Make the first one, then analyse it.');
    }
    const disk = await this.openStore();
    // What was asked for by name is not kept.
    const store = current ? disk : null;
    let shown = request.shown ?? null;
    if (store && shown === null) {
      onProgress({ phase: 'store', done: 0, total: null });
      const stored = await loadSnapshot(store, description);
      if (stored) {
        shown = { head: stored.repository.head, tier: stored.tier };
        await onSnapshot(stored, false);
      }
    }

    onProgress({ phase: 'history', done: 0, total: null });
    const shallow = await shallowBoundary(description);
    const before = await this.knownHistory(disk, description);
    const tree = await listTree(git, root, head, { signal });
    const onCommits = (done: number): void => onProgress({ phase: 'history', done, total: null });
    const read = await historyOf({ git, description, head, known: before, signal, onCommits }, shallow);
    const known = read === before ? read : await withAdditions(read, tree, git, description, signal);

    onProgress({ phase: 'files', done: 0, total: tree.length });
    const files = description.bare || !current ? new RevisionFiles(git, root, tree) : new WorkTreeFiles(root);
    const steeringTexts = await files.read(steeringFiles, signal);
    const steering = await readSteering(git, root, steeringTexts, request.settings, signal);
    const { paths, texts } = await readTexts(files, tree, steering.settings, signal);
    const attributes = await attributesOf(git, description, current ? null : head, tree, signal);

    const reviews = await pageReviews({
      ...{ git, cwd: root, history: known.history, partial: description.partial, texts, known: this.reviews, signal },
    });

    onProgress({ phase: 'ownership', done: 0, total: tree.length });
    const { make, ...prepared } = prepareSnapshot({
      repository: { root, branch: current ? description.branch : null, head },
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
      remotes: description.remotes,
      others: await readOthers(git, request.others ?? [], signal),
      texts,
      reviews,
    });
    const save = async (write: () => Promise<string | null>): Promise<void> => {
      onProgress({ phase: 'saving', done: 0, total: null });
      const why = await write();
      if (why !== null) {
        this.options.log(`The analysis was not stored: ${why}`);
      }
    };
    const lineRequest = { git, description, head, ignored: steering.ignored, store };
    const handOver = async (snapshot: Snapshot, final: boolean, lines: LineOwnership | null): Promise<void> => {
      const answered = { git, root, snapshot, paths, files, known, ...prepared, lines, lineRequest };
      this.last = { path: request.path, commonDir, tier: final && request.tier !== 1 ? 2 : 1, ...answered };
      await onSnapshot(snapshot, final);
    };

    // A tier 2 of this commit says more than its tier 1: it stays until it is replaced by its like.
    const richer = shown?.tier === 2 && shown.head === head;
    const isWanted = request.tier === 1 || (request.tier === undefined && !richer);
    const early = isWanted ? make(null, { past: request.past === true }) : null;
    if (early) {
      await handOver(early, request.tier === 1, null);
    }
    if (store && known !== before) {
      await save(() => saveHistory(store, description, known));
    }
    if (store && early && !richer) {
      await save(() => saveSnapshot(store, description, early));
    }
    if (request.tier === 1) {
      return;
    }
    const owned = await tryLines(lineRequest, callbacks, this.options);
    const lines = owned?.ownership ?? null;
    const snapshot = make(lines, { past: true, limits: lines === null ? [{ code: 'noLines', values: {} }] : [] });
    await handOver(snapshot, true, lines);
    await owned?.store();
    if (store) {
      await save(() => saveSnapshot(store, description, snapshot));
    }
  }

  async lines(
    request: LinesRequest,
    { signal, onProgress }: Omit<AnalysisCallbacks, 'onSnapshot'>,
  ): Promise<AuthoredLines> {
    const git = await this.gits.get(request.gitPath);
    const description = await describeRepository(git, request.path, signal);
    const store = await this.openStore();
    return authoredLines({ git, description, store, request, signal, onProgress, log: this.options.log });
  }

  async stub(request: StubRequest, signal: AbortSignal): Promise<StubDraft> {
    return draftStub(await this.analysed(request.path, 1, { signal }), request, signal);
  }

  async checklist(request: ChecklistRequest, signal: AbortSignal): Promise<StubDraft> {
    return draftChecklist(await this.analysed(request.path, 1, { signal }), request, signal);
  }

  async progress(request: ProgressRequest, signal: AbortSignal): Promise<Progress> {
    return findProgress(await this.analysed(request.path, 1, { signal }), request, signal);
  }

  async codeowners(request: CodeownersRequest, signal: AbortSignal): Promise<CodeownersDraft> {
    return suggestOwners(await this.analysed(request.path, 1, { signal }), request, signal);
  }

  /** @param beforeLines as in {@link AnalysisCallbacks}: a report needs tier 2 */
  async report(
    request: ReportRequest,
    signal: AbortSignal,
    beforeLines?: AnalysisCallbacks['beforeLines'],
  ): Promise<string> {
    return reportOn(await this.analysed(request.path, 2, { signal, beforeLines }), request, this.translate, signal);
  }

  async commits(request: CommitsRequest, signal: AbortSignal): Promise<CommitsAnswer> {
    return findCommits(await this.analysed(request.path, 1, { signal }), request, signal);
  }

  async ownership(
    request: OwnershipRequest,
    signal: AbortSignal,
    onProgress: (done: number, total: number) => void,
  ): Promise<OwnershipAt> {
    return findOwnership(await this.analysed(request.path, 1, { signal }), request, signal, onProgress);
  }

  async assist(request: AssistRequest, callbacks: Omit<AnalysisCallbacks, 'onSnapshot'>): Promise<ToolAnswer> {
    const { path } = request;
    const { signal } = callbacks;
    const git = await this.gits.get(this.requests.get(path)?.gitPath ?? null);
    const description = await describeRepository(git, path, signal);
    const mark = await repositoryMark(git, description, signal);
    const known = this.marks.get(path) ?? mark;
    const isFresh = known === mark && this.last?.snapshot.repository.head === description.head;
    const { snapshot } = await this.analysed(path, 2, { ...callbacks, again: !isFresh });
    this.marks.set(path, mark);
    return this.assistants.answer(snapshot, request);
  }

  async checkRunbook(request: RunbookCheck): Promise<CheckedRunbook> {
    const known = this.last?.path === request.path ? this.last : null;
    return checkRunbook(request, known, this.translate);
  }

  async tick({ text, step, ticked }: TickRequest): Promise<TickEdit | null> {
    return tickEdit(text, step, ticked);
  }

  async checkSettings({ text }: SettingsCheck): Promise<readonly FileProblem[]> {
    return parseSettingsFile(text).problems;
  }

  /** What a question about a path is answered from: that tier of it, unless tier 2 fails. `again`: known or not. */
  private async analysed(
    path: string,
    tier: 1 | 2,
    { signal, onProgress = () => {}, beforeLines, again = false }: QuestionCallbacks,
  ): Promise<Analysed> {
    if (this.last && !again && this.hasAnalysed(path, tier)) return this.last;
    const asked = this.requests.get(path) ?? { path, gitPath: null, settings: noSettings };
    // By the time it is stored, another repository may be the last.
    const found: Analysed[] = [];
    const onSnapshot = (): void => {
      if (this.last) found.push(this.last);
    };
    const waiting = beforeLines === undefined ? {} : { beforeLines };
    await this.analyse({ ...asked, tier }, { signal, onProgress, onSnapshot, ...waiting });
    const answer = found.at(-1);
    if (answer === undefined) {
      throw new GitError('failed', 'The repository could not be analysed. Refresh to try again.');
    }
    return answer;
  }

  /** Whether a question about that path can be answered without an analysis. */
  hasAnalysed(path: string, tier: 1 | 2 = 1): boolean {
    return this.last?.path === path && this.last.tier >= tier;
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
}
