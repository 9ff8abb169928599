import { Worker } from 'node:worker_threads';
import type { ToolAnswer } from '../core/assist/tool';
import type { FileProblem } from '../core/components/fileProblem';
import type { Snapshot } from '../core/model';
import type { OwnershipAt } from '../core/ownership/ownershipAt';
import type { Progress } from '../core/progress';
import type { CodeownersDraft } from '../core/scaffold/codeowners/draftCodeowners';
import type { TickEdit } from '../core/spread/readChecklist';
import { GitError } from '../git/errors';
import type { Analysis, AnalysisCallbacks, AssistantAnalysis, PastAnalysis, RunbookAnalysis } from './client';
import {
  type AnalyseRequest,
  type AssistRequest,
  type CheckedRunbook,
  type ChecklistRequest,
  type CodeownersRequest,
  type CommitsAnswer,
  type CommitsRequest,
  type FromWorker,
  type OwnershipRequest,
  type ProgressRequest,
  type Question,
  type Questions,
  type ReportRequest,
  type RunbookCheck,
  type SettingsCheck,
  type SnapshotSlice,
  type StubDraft,
  type StubRequest,
  slicedLists,
  type TickRequest,
  type ToWorker,
} from './protocol';
import type { WorkerOptions } from './worker';

/** V8's heap of the worker; git's processes have their own memory. */
const heapMegabytes = 512;

export interface WorkerAnalysisOptions extends WorkerOptions {
  /** The built worker, `dist/worker.cjs`. */
  readonly workerPath: string;
  readonly log: (line: string) => void;
}

/** What needs an id to be sent. */
type Asked =
  | { readonly kind: 'analyse'; readonly request: AnalyseRequest }
  | { readonly kind: 'question'; readonly question: Question };

interface Pending {
  readonly take: (message: FromWorker) => void;
  readonly fail: (error: GitError) => void;
}

/**
 * The analysis in a worker thread. The thread starts with the first request. When it dies, what it was doing fails with
 * a sentence that says so, and the next request starts another.
 */
export class WorkerAnalysis implements Analysis, PastAnalysis, RunbookAnalysis, AssistantAnalysis {
  private worker: Worker | null = null;
  private readonly pending = new Map<number, Pending>();
  private nextId = 1;
  private disposed = false;

  constructor(private readonly options: WorkerAnalysisOptions) {}

  analyse(request: AnalyseRequest, { signal, onProgress, onSnapshot }: AnalysisCallbacks): Promise<void> {
    let arriving: { readonly snapshot: Snapshot; readonly final: boolean } | null = null;
    return this.ask<void>({ kind: 'analyse', request }, signal, (message, resolve) => {
      switch (message.kind) {
        case 'progress':
          onProgress(message.progress);
          break;
        case 'snapshot':
          arriving = { snapshot: message.snapshot, final: message.final };
          break;
        case 'slice':
          if (arriving) addSlice(arriving.snapshot, message.slice);
          break;
        case 'complete':
          if (arriving) onSnapshot(arriving.snapshot, arriving.final);
          arriving = null;
          break;
        case 'done':
          resolve();
          break;
      }
    });
  }

  stub(request: StubRequest, signal: AbortSignal): Promise<StubDraft> {
    return this.answer('stub', request, signal);
  }

  checklist(request: ChecklistRequest, signal: AbortSignal): Promise<StubDraft> {
    return this.answer('checklist', request, signal);
  }

  codeowners(request: CodeownersRequest, signal: AbortSignal): Promise<CodeownersDraft> {
    return this.answer('codeowners', request, signal);
  }

  progress(request: ProgressRequest, signal: AbortSignal): Promise<Progress> {
    return this.answer('progress', request, signal);
  }

  report(request: ReportRequest, signal: AbortSignal): Promise<string> {
    return this.answer('report', request, signal);
  }

  commits(request: CommitsRequest, signal: AbortSignal): Promise<CommitsAnswer> {
    return this.answer('commits', request, signal);
  }

  assist(request: AssistRequest, { signal, onProgress }: Omit<AnalysisCallbacks, 'onSnapshot'>): Promise<ToolAnswer> {
    return this.answer('assist', request, signal, message => {
      if (message.kind === 'progress') onProgress(message.progress);
    });
  }

  ownership(
    request: OwnershipRequest,
    signal: AbortSignal,
    onProgress: (done: number, total: number) => void,
  ): Promise<OwnershipAt> {
    return this.answer('ownership', request, signal, message => {
      if (message.kind === 'quarters') onProgress(message.done, message.total);
    });
  }

  checkRunbook(request: RunbookCheck, signal: AbortSignal): Promise<CheckedRunbook> {
    return this.answer('checkRunbook', request, signal);
  }

  tick(request: TickRequest, signal: AbortSignal): Promise<TickEdit | null> {
    return this.answer('tick', request, signal);
  }

  checkSettings(request: SettingsCheck, signal: AbortSignal): Promise<readonly FileProblem[]> {
    return this.answer('checkSettings', request, signal);
  }

  /** Ends the thread; what it was doing fails as cancelled. */
  dispose(): void {
    this.disposed = true;
    void this.worker?.terminate();
  }

  /** @param meanwhile takes what comes before the answer */
  private answer<Kind extends keyof Questions>(
    kind: Kind,
    request: Questions[Kind]['request'],
    signal: AbortSignal,
    meanwhile: (message: FromWorker) => void = () => {},
  ): Promise<Questions[Kind]['answer']> {
    const question = { kind, request } as Question;
    return this.ask<Questions[Kind]['answer']>({ kind: 'question', question }, signal, (message, resolve) => {
      if (message.kind === 'answer') resolve(message.answer as Questions[Kind]['answer']);
      else meanwhile(message);
    });
  }

  private ask<T>(
    asked: Asked,
    signal: AbortSignal,
    take: (message: FromWorker, resolve: (value: T) => void) => void,
  ): Promise<T> {
    const id = this.nextId++;
    return new Promise<T>((resolve, reject) => {
      if (signal.aborted || this.disposed) {
        reject(cancelled());
        return;
      }
      const worker = this.running();
      const cancel = (): void => worker.postMessage({ kind: 'cancel', id } satisfies ToWorker);
      const settle = (): void => {
        this.pending.delete(id);
        signal.removeEventListener('abort', cancel);
      };
      signal.addEventListener('abort', cancel, { once: true });
      const fail = (error: GitError): void => {
        settle();
        reject(error);
      };
      const done = (value: T): void => {
        settle();
        resolve(value);
      };
      this.pending.set(id, { take: message => take(message, done), fail });
      worker.postMessage({ ...asked, id } satisfies ToWorker);
    });
  }

  private running(): Worker {
    if (this.worker) {
      return this.worker;
    }
    const { workerPath, storeDirectory, words, requests, log } = this.options;
    const worker = new Worker(workerPath, {
      workerData: { storeDirectory, words, requests } satisfies WorkerOptions,
      resourceLimits: { maxOldGenerationSizeMb: heapMegabytes },
      name: 'single-points-analysis',
    });
    this.worker = worker;
    worker.on('message', (message: FromWorker) => this.receive(worker, message));
    worker.on('error', error => log(`The analysis thread failed: ${error.stack ?? error.message}`));
    worker.on('exit', code => this.ended(worker, code));
    worker.unref();
    return worker;
  }

  private receive(worker: Worker, message: FromWorker): void {
    if (message.kind === 'log') {
      this.options.log(message.line);
      return;
    }
    const pending = this.pending.get(message.id);
    if (message.kind === 'failed') {
      if (message.detail !== '') {
        this.options.log(message.detail);
      }
      const { reason, sentence, values, detail } = message;
      pending?.fail(new GitError(reason, sentence, { values, detail }));
    } else {
      pending?.take(message);
      if (message.kind === 'snapshot' || message.kind === 'slice') {
        worker.postMessage({ kind: 'taken', id: message.id } satisfies ToWorker);
      }
    }
  }

  private ended(worker: Worker, code: number): void {
    if (this.worker === worker) {
      this.worker = null;
    }
    const error = this.disposed
      ? cancelled()
      : new GitError('failed', 'The analysis stopped unexpectedly (exit code {code}). Refresh to start it again.', {
          values: { code },
        });
    for (const { fail } of [...this.pending.values()]) {
      fail(error);
    }
  }
}

/** To the lists that came empty with the Snapshot. As they come: joining them at the end would be one long turn. */
function addSlice(snapshot: Snapshot, slice: SnapshotSlice): void {
  for (const list of slicedLists) if (slice[list]) (snapshot[list] as unknown[]).push(...slice[list]);
}

function cancelled(): GitError {
  return new GitError('cancelled', 'The analysis was cancelled.');
}
