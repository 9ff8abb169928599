import { Worker } from 'node:worker_threads';
import type { ToolAnswer } from '../core/assist/tool';
import type { FileProblem } from '../core/components/fileProblem';
import type { Snapshot } from '../core/model';
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
  type OwnershipAnswer,
  type OwnershipRequest,
  type ProgressRequest,
  type Question,
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
    let arriving: { readonly snapshot: Snapshot; readonly final: boolean; readonly slices: SnapshotSlice[] } | null =
      null;
    return this.ask<void>({ kind: 'analyse', request }, signal, (message, resolve) => {
      switch (message.kind) {
        case 'progress':
          onProgress(message.progress);
          break;
        case 'snapshot':
          arriving = { snapshot: message.snapshot, final: message.final, slices: [] };
          break;
        case 'slice':
          arriving?.slices.push(message.slice);
          break;
        case 'complete':
          if (arriving) {
            onSnapshot(joined(arriving.snapshot, arriving.slices), arriving.final);
          }
          arriving = null;
          break;
        case 'done':
          resolve();
          break;
      }
    });
  }

  stub(request: StubRequest, signal: AbortSignal): Promise<StubDraft> {
    return this.ask<StubDraft>({ kind: 'stub', request }, signal, (message, resolve) => {
      if (message.kind === 'stub') {
        resolve(message.draft);
      }
    });
  }

  checklist(request: ChecklistRequest, signal: AbortSignal): Promise<StubDraft> {
    return this.ask<StubDraft>({ kind: 'checklist', request }, signal, (message, resolve) => {
      if (message.kind === 'checklist') {
        resolve(message.draft);
      }
    });
  }

  codeowners(request: CodeownersRequest, signal: AbortSignal): Promise<CodeownersDraft> {
    return this.ask<CodeownersDraft>({ kind: 'codeowners', request }, signal, (message, resolve) => {
      if (message.kind === 'codeowners') {
        resolve(message.draft);
      }
    });
  }

  progress(request: ProgressRequest, signal: AbortSignal): Promise<Progress> {
    return this.ask<Progress>({ kind: 'spread', request }, signal, (message, resolve) => {
      if (message.kind === 'spread') {
        resolve(message.answer);
      }
    });
  }

  report(request: ReportRequest, signal: AbortSignal): Promise<string> {
    return this.ask<string>({ kind: 'report', request }, signal, (message, resolve) => {
      if (message.kind === 'report') {
        resolve(message.text);
      }
    });
  }

  commits(request: CommitsRequest, signal: AbortSignal): Promise<CommitsAnswer> {
    return this.ask<CommitsAnswer>({ kind: 'commits', request }, signal, (message, resolve) => {
      if (message.kind === 'commits') {
        resolve(message.answer);
      }
    });
  }

  assist(request: AssistRequest, { signal, onProgress }: Omit<AnalysisCallbacks, 'onSnapshot'>): Promise<ToolAnswer> {
    return this.ask<ToolAnswer>({ kind: 'assist', request }, signal, (message, resolve) => {
      if (message.kind === 'progress') {
        onProgress(message.progress);
      } else if (message.kind === 'assist') {
        resolve(message.answer);
      }
    });
  }

  ownership(
    request: OwnershipRequest,
    signal: AbortSignal,
    onProgress: (done: number, total: number) => void,
  ): Promise<OwnershipAnswer> {
    return this.ask<OwnershipAnswer>({ kind: 'ownership', request }, signal, (message, resolve) => {
      if (message.kind === 'quarters') {
        onProgress(message.done, message.total);
      } else if (message.kind === 'ownership') {
        resolve(message.answer);
      }
    });
  }

  checkRunbook(request: RunbookCheck, signal: AbortSignal): Promise<CheckedRunbook> {
    return this.ask<CheckedRunbook>({ kind: 'runbook', request }, signal, (message, resolve) => {
      if (message.kind === 'runbook') {
        resolve(message.answer);
      }
    });
  }

  tick(request: TickRequest, signal: AbortSignal): Promise<TickEdit | null> {
    return this.ask<TickEdit | null>({ kind: 'tick', request }, signal, (message, resolve) => {
      if (message.kind === 'tick') {
        resolve(message.answer);
      }
    });
  }

  checkSettings(request: SettingsCheck, signal: AbortSignal): Promise<readonly FileProblem[]> {
    return this.ask<readonly FileProblem[]>({ kind: 'settings', request }, signal, (message, resolve) => {
      if (message.kind === 'settings') {
        resolve(message.problems);
      }
    });
  }

  /** Ends the thread; what it was doing fails as cancelled. */
  dispose(): void {
    this.disposed = true;
    void this.worker?.terminate();
  }

  private ask<T>(
    question: Question,
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
      worker.postMessage({ ...question, id } as ToWorker);
    });
  }

  private running(): Worker {
    if (this.worker) {
      return this.worker;
    }
    const { workerPath, storeDirectory, words, log } = this.options;
    const worker = new Worker(workerPath, {
      workerData: { storeDirectory, words } satisfies WorkerOptions,
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

function joined(snapshot: Snapshot, slices: readonly SnapshotSlice[]): Snapshot {
  const lists = slicedLists.map(list => [list, slices.flatMap(slice => [...(slice[list] ?? [])])]);
  return { ...snapshot, ...(Object.fromEntries(lists) as Pick<Snapshot, (typeof slicedLists)[number]>) };
}

function cancelled(): GitError {
  return new GitError('cancelled', 'The analysis was cancelled.');
}
