import type { ToolQuestion } from '../core/assist/answerTool';
import type { ToolAnswer } from '../core/assist/tool';
import type { CommitsBehind } from '../core/commitsBehind';
import type { FileProblem } from '../core/components/fileProblem';
import type { Person, RunbookType, Severity, Snapshot } from '../core/model';
import type { OwnershipAt } from '../core/ownership/ownershipAt';
import type { Progress as SpreadProgress } from '../core/progress';
import type { ReportOptions } from '../core/report/sections/reportMaterial';
import type { Linted } from '../core/runbooks/lint/linted';
import type { CodeownersDraft } from '../core/scaffold/codeowners/draftCodeowners';
import type { Section } from '../core/scaffold/section';
import type { StubType } from '../core/scaffold/stubMaterial';
import type { PlanChoice } from '../core/spread/planChoice';
import type { TickEdit } from '../core/spread/readChecklist';
import type { FailureReason } from '../git/errors';

/**
 * What an analysis is doing. Counts are commits in `history`, parts of the whole in `lines`, files elsewhere; no total is
 * known for `history`. When `lines` (tier 2) begins, everything of tier 1 has been handed over and stored.
 */
export type Phase = 'store' | 'history' | 'files' | 'ownership' | 'lines' | 'saving';

export interface Progress {
  readonly phase: Phase;
  readonly done: number;
  readonly total: number | null;
}

/** Settings of one user, laid over `.single-points.yml`. */
export interface UserSettings {
  readonly exclude: readonly string[];
  readonly runbookPaths: readonly string[];
  /** Severity by rule, as `['RB003', 'off']`. */
  readonly runbookRules: readonly (readonly [string, Severity | 'off'])[];
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
  /** What the caller shows of that path already: the stored Snapshot is then left out, and what says less of that head. */
  readonly shown?: { readonly head: string | null; readonly tier: 1 | 2 };
  /** The only tier that is wanted. Without it each is handed over as soon as it is there. */
  readonly tier?: 1 | 2;
  /** Other repositories, as {@link path}, that runbooks of alerts may be in. Only files at their HEAD are read. */
  readonly others?: readonly string[];
  /** Looks back in tier 1, too; tier 2 does anyway. */
  readonly past?: boolean;
}

/** What steers the revisions that are stepped over, in the order given; see gitblame(1). */
export type IgnoreStep =
  /** Looked for below each folder, the first that has it counts. */
  | { readonly kind: 'file'; readonly file: string; readonly folder: string }
  /** The list that the repository itself keeps, `.git-blame-ignore-revs`. */
  | { readonly kind: 'listOfRepository' }
  /** Forgets the files before, and those of git's configuration. */
  | { readonly kind: 'clear' }
  | { readonly kind: 'revision'; readonly revision: string };

export interface LinesRequest {
  /** As in {@link AnalyseRequest}; of a folder inside a work tree only what is below it is answered. */
  readonly path: string;
  readonly gitPath: string | null;
  readonly ignore: readonly IgnoreStep[];
}

export interface ComponentStubRequest {
  readonly path: string;
  readonly component: string;
  /** null: what is usual for such a component. */
  readonly type: StubType | null;
  /** Where it will be written, relative to the root; null: where one was drafted before, else where it belongs. */
  readonly page: string | null;
}

export interface AlertStubRequest {
  readonly path: string;
  /** Its name. */
  readonly alert: string;
  /** Which file defines it, where several have one of that name; null: the first. */
  readonly file: string | null;
}

export type StubRequest = ComponentStubRequest | AlertStubRequest;

/** Asks for a checklist that ends a single point. */
export interface ChecklistRequest {
  readonly path: string;
  /** A component by its id, somebody who leaves by address, or a shift that ends. */
  readonly of: { readonly component: string } | { readonly leaving: string } | { readonly handOver: true };
  /** Where it will be written, relative to the root; null: where there is one, else where it belongs. */
  readonly page: string | null;
}

/** Asks for the report on a repository, as the text of a file. */
export interface ReportRequest extends ReportOptions {
  readonly path: string;
  readonly format: 'html' | 'markdown';
}

/** Asks how far the checklists of a repository are. */
export interface ProgressRequest {
  readonly path: string;
  /** Pages as they are in an editor, relative path and text, instead of what is on disk. */
  readonly unsaved: readonly (readonly [path: string, text: string])[];
}

/** A draft of a page. Nothing is written: the caller shows it first. */
export interface StubDraft {
  /** Where it is, having been drafted before, or would belong; relative to the root. */
  readonly path: string;
  readonly markdown: string;
  /** What it is made of, for a page that is there already. */
  readonly sections: readonly Section[];
}

/** Asks what CODEOWNERS could say. */
export interface CodeownersRequest {
  readonly path: string;
  /** What was decided about the plan, which names backups. */
  readonly choice: PlanChoice;
  /** Addresses stand for people whose login is not known. */
  readonly withAddresses: boolean;
}

/** Asks for the commits behind the numbers of a file (by path) or of a component (by id). */
export interface CommitsRequest {
  readonly path: string;
  readonly of: { readonly file: string } | { readonly component: string };
  /** An address of the person whose commits they are; null: everyone's. */
  readonly person: string | null;
  /** So many are listed, and as many of those that are left out. */
  readonly most: number;
}

export interface CommitsAnswer extends CommitsBehind {
  /** Everybody named in it, by id. */
  readonly people: readonly Person[];
  /** First lines of the messages, by commit id; without those that are not here. */
  readonly subjects: ReadonlyMap<string, string>;
}

/** A question of an assistant. */
export interface AssistRequest extends ToolQuestion {
  readonly path: string;
  /** Pseudonyms for people; a repository whose policy keeps names off pages has them anyway. */
  readonly pseudonyms: boolean;
}

/** Asks who owned what at a moment of `Snapshot.past`. */
export interface OwnershipRequest {
  readonly path: string;
  /** Of that moment. */
  readonly date: number;
  /** All that there are, by their ids, in the order of the answer: how they are sorted differs from tier to tier. */
  readonly components: readonly string[];
  /** Of the files that are, see `PathsDigest`. */
  readonly digest: number;
}

/** A Markdown page, or a file with alerts, as it is in the editor. */
export interface RunbookCheck {
  /** The repository it is in, as in {@link AnalyseRequest}; null: only what needs no git is looked at. */
  readonly path: string | null;
  /** Relative to the root of the repository; without one, to the folder that is open. */
  readonly file: string;
  readonly text: string;
  readonly settings: UserSettings;
}

/** Asks for the change that ticks a step of a checklist, or takes the tick away. */
export interface TickRequest {
  /** Of the page, byte order mark included. */
  readonly text: string;
  readonly step: string;
  readonly ticked: boolean;
}

/** Asks what is wrong in the text of a settings file. */
export interface SettingsCheck {
  readonly text: string;
}

/** What was found on a page, or about the alerts of a file as the last analysis read it. */
export interface CheckedRunbook {
  /** Null: no runbook. */
  readonly type: RunbookType | null;
  readonly linted: readonly Linted[];
}

/** What the host asks besides an analysis, by kind, and the one answer to it. */
export interface Questions {
  readonly stub: { readonly request: StubRequest; readonly answer: StubDraft };
  readonly checklist: { readonly request: ChecklistRequest; readonly answer: StubDraft };
  readonly progress: { readonly request: ProgressRequest; readonly answer: SpreadProgress };
  readonly report: { readonly request: ReportRequest; readonly answer: string };
  readonly codeowners: { readonly request: CodeownersRequest; readonly answer: CodeownersDraft };
  readonly commits: { readonly request: CommitsRequest; readonly answer: CommitsAnswer };
  readonly assist: { readonly request: AssistRequest; readonly answer: ToolAnswer };
  readonly ownership: { readonly request: OwnershipRequest; readonly answer: OwnershipAt };
  readonly checkRunbook: { readonly request: RunbookCheck; readonly answer: CheckedRunbook };
  readonly tick: { readonly request: TickRequest; readonly answer: TickEdit | null };
  readonly checkSettings: { readonly request: SettingsCheck; readonly answer: readonly FileProblem[] };
}

/** A question of one kind; without a kind, of any. */
export type Question<Kind extends keyof Questions = keyof Questions> = {
  [Each in Kind]: { readonly kind: Each; readonly request: Questions[Each]['request'] };
}[Kind];

/** Host to worker. `id` names the request in every answer. */
export type ToWorker =
  | { readonly kind: 'analyse'; readonly id: number; readonly request: AnalyseRequest }
  | { readonly kind: 'question'; readonly id: number; readonly question: Question }
  | { readonly kind: 'cancel'; readonly id: number }
  /** The last slice was taken; the next may come. */
  | { readonly kind: 'taken'; readonly id: number };

/** The lists of a Snapshot that may be long, and travel in parts. */
export const slicedLists = [
  'people',
  'aliasSuggestions',
  'components',
  'files',
  'runbooks',
  'alerts',
  'findings',
] as const;

/** Part of those lists; what is not there adds nothing. */
export type SnapshotSlice = Partial<Pick<Snapshot, (typeof slicedLists)[number]>>;

/**
 * Worker to host. A Snapshot travels in slices, so that no message takes the host's thread for long:
 * one `snapshot` with empty lists, then `slice` after `slice`, and `complete` when all are there. A stored Snapshot comes
 * first (`final` false), then that of tier 1, then that of tier 2 (`final` true). What would show less of the same commit
 * than the one before is left out.
 */
export type FromWorker =
  | { readonly kind: 'progress'; readonly id: number; readonly progress: Progress }
  | { readonly kind: 'snapshot'; readonly id: number; readonly snapshot: Snapshot; readonly final: boolean }
  | { readonly kind: 'slice'; readonly id: number; readonly slice: SnapshotSlice }
  | { readonly kind: 'complete'; readonly id: number }
  /** The request was served, and its result stored. */
  | { readonly kind: 'done'; readonly id: number }
  /** How many of the quarters before the moment have been gone through, for `ownership`. */
  | { readonly kind: 'quarters'; readonly id: number; readonly done: number; readonly total: number }
  /** To the question of that id. */
  | { readonly kind: 'answer'; readonly id: number; readonly answer: Questions[keyof Questions]['answer'] }
  | {
      readonly kind: 'failed';
      readonly id: number;
      readonly reason: FailureReason;
      readonly sentence: string;
      readonly values: Readonly<Record<string, string | number>>;
      /** For the log only. */
      readonly detail: string;
    }
  | { readonly kind: 'log'; readonly id: number; readonly line: string };
