import type { RunbookType, Snapshot } from '../core/model';
import type { FailureReason } from '../git/errors';

/** What an analysis is doing. Counts are commits in `history`, files elsewhere; no total is known for `history`. */
export type Phase = 'store' | 'history' | 'files' | 'ownership' | 'saving';

export interface Progress {
  readonly phase: Phase;
  readonly done: number;
  readonly total: number | null;
}

/** Settings of one user, laid over `.single-points.yml`. */
export interface UserSettings {
  readonly exclude: readonly string[];
  readonly runbookPaths: readonly string[];
  /** null: as the file or the default says. */
  readonly activeDays: number | null;
}

export interface AnalyseRequest {
  /** A work tree, a folder inside one, or a bare git directory. */
  readonly path: string;
  readonly gitPath: string | null;
  readonly settings: UserSettings;
  /** Analyse this revision instead of HEAD; such a result is not stored. */
  readonly revision?: string;
}

export interface StubRequest {
  readonly path: string;
  readonly component: string;
  readonly type: Extract<RunbookType, 'service' | 'procedure'>;
}

/** A runbook draft. Nothing is written: the caller shows it first. */
export interface StubDraft {
  /** Where it would belong, relative to the root. */
  readonly path: string;
  readonly markdown: string;
}

/** Host to worker. `id` names the request in every answer. */
export type ToWorker =
  | { readonly kind: 'analyse'; readonly id: number; readonly request: AnalyseRequest }
  | { readonly kind: 'stub'; readonly id: number; readonly request: StubRequest }
  | { readonly kind: 'cancel'; readonly id: number }
  /** The last slice was taken; the next may come. */
  | { readonly kind: 'taken'; readonly id: number };

/** The lists of a Snapshot that may be long, and travel in parts. */
export const slicedLists = ['people', 'components', 'files', 'runbooks', 'findings'] as const;

/** Part of those lists; what is not there adds nothing. */
export type SnapshotSlice = Partial<Pick<Snapshot, (typeof slicedLists)[number]>>;

/**
 * Worker to host. A Snapshot travels in slices, so that no message takes the host's thread for long:
 * one `snapshot` with empty lists, then `slice` after `slice`, and `complete` when all are there. A warm start sends a
 * stored Snapshot first (`final` false) and the fresh one after it.
 */
export type FromWorker =
  | { readonly kind: 'progress'; readonly id: number; readonly progress: Progress }
  | { readonly kind: 'snapshot'; readonly id: number; readonly snapshot: Snapshot; readonly final: boolean }
  | { readonly kind: 'slice'; readonly id: number; readonly slice: SnapshotSlice }
  | { readonly kind: 'complete'; readonly id: number }
  /** The request was served, and its result stored. */
  | { readonly kind: 'done'; readonly id: number }
  | { readonly kind: 'stub'; readonly id: number; readonly draft: StubDraft }
  | {
      readonly kind: 'failed';
      readonly id: number;
      readonly reason: FailureReason;
      readonly message: string;
      /** For the log only. */
      readonly detail: string;
    }
  | { readonly kind: 'log'; readonly id: number; readonly line: string };
