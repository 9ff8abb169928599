import type { Snapshot } from '../core/model';
import type { AnalyseRequest, Progress, StubDraft, StubRequest } from './protocol';

export interface AnalysisCallbacks {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: Progress) => void;
  /** Called with the stored Snapshot on a warm start, and with the fresh one at the end. */
  readonly onSnapshot: (snapshot: Snapshot, final: boolean) => void;
}

/** The analysis as its users see it: in a worker thread for the editor, in the same thread for the command line. */
export interface Analysis {
  /** Resolves when the final Snapshot has been handed over. Rejects with a GitError. */
  analyse(request: AnalyseRequest, callbacks: AnalysisCallbacks): Promise<void>;
  /** Drafts a runbook for a component of the last analysed Snapshot of that path. */
  stub(request: StubRequest, signal: AbortSignal): Promise<StubDraft>;
}
