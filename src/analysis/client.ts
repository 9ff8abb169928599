import type { ToolAnswer } from '../core/assist/tool';
import type { FileProblem } from '../core/components/fileProblem';
import type { LineOwnership } from '../core/lines/lineOwnership';
import type { Person, Snapshot } from '../core/model';
import type { OwnershipAt } from '../core/ownership/ownershipAt';
import type { Progress as SpreadProgress } from '../core/progress';
import type { CodeownersDraft } from '../core/scaffold/codeowners/draftCodeowners';
import type { TickEdit } from '../core/spread/readChecklist';
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
  Progress,
  ProgressRequest,
  ReportRequest,
  RunbookCheck,
  SettingsCheck,
  StubDraft,
  StubRequest,
  TickRequest,
} from './protocol';

export interface AnalysisCallbacks {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: Progress) => void;
  /**
   * Called with the stored Snapshot on a warm start, with that of tier 1, and with the final one at the end. Nothing
   * goes on before what it returns is done, so that tier 2 never holds up the showing of tier 1.
   */
  readonly onSnapshot: (snapshot: Snapshot, final: boolean) => unknown;
  /** Called when all but the lines is done: tier 2 begins when what it returns is. */
  readonly beforeLines?: (signal: AbortSignal) => Promise<void>;
}

/** The analysis as its users see it: in a worker thread for the editor, in the same thread for the command line. */
export interface Analysis {
  /** Resolves when the final Snapshot has been handed over. Rejects with a GitError. */
  analyse(request: AnalyseRequest, callbacks: AnalysisCallbacks): Promise<void>;
  /** Drafts a runbook for a component or an alert of the last analysed Snapshot of that path. */
  stub(request: StubRequest, signal: AbortSignal): Promise<StubDraft>;
  /** Drafts a checklist that ends a single point, or brings one up to date. */
  checklist(request: ChecklistRequest, signal: AbortSignal): Promise<StubDraft>;
  /** How far the checklists of that path are. */
  progress(request: ProgressRequest, signal: AbortSignal): Promise<SpreadProgress>;
  /** The report on that path, with lines and past where they can be found out: the text of a file. */
  report(request: ReportRequest, signal: AbortSignal): Promise<string>;
  /** Compares CODEOWNERS with the last analysed Snapshot of that path. */
  codeowners(request: CodeownersRequest, signal: AbortSignal): Promise<CodeownersDraft>;
  /** The commits behind the numbers of the last analysed Snapshot of that path. */
  commits(request: CommitsRequest, signal: AbortSignal): Promise<CommitsAnswer>;
}

/** What assistants ask. */
export interface AssistantAnalysis {
  /**
   * Answers an assistant with the lines of that path, too; analyses it where that was not done, or where its commit or
   * files changed since.
   */
  assist(request: AssistRequest, callbacks: Omit<AnalysisCallbacks, 'onSnapshot'>): Promise<ToolAnswer>;
}

/** What the map of the editor asks besides. */
export interface PastAnalysis {
  /** Who owned the files of the last analysed Snapshot of that path at a moment of its past. */
  ownership(
    request: OwnershipRequest,
    signal: AbortSignal,
    onProgress: (done: number, total: number) => void,
  ): Promise<OwnershipAt>;
}

/** What the editor asks besides, while a page is written. */
export interface RunbookAnalysis {
  /** What the rules find on a page as it is now; of its repository, what the last analysis knew. Never waits for one. */
  checkRunbook(request: RunbookCheck, signal: AbortSignal): Promise<CheckedRunbook>;
  /** What ticks a step of a checklist; null for a step that is not on the page. */
  tick(request: TickRequest, signal: AbortSignal): Promise<TickEdit | null>;
  /** What is wrong in a settings file as it is now, by line. */
  checkSettings(request: SettingsCheck, signal: AbortSignal): Promise<readonly FileProblem[]>;
}

/** Every line at HEAD, and who wrote it. */
export interface AuthoredLines {
  readonly ownership: LineOwnership;
  readonly people: readonly Person[];
  /** Author of each commit of the ownership, by index: a person, or −1 where that is not known. */
  readonly authors: Int32Array;
  /** What was asked for: empty for the whole repository, else a folder with `/` at its end. */
  readonly folder: string;
  /** Stores what was found out for the next time; after the answer was given. Never rejects. */
  readonly store: () => Promise<void>;
}

/** What the command line asks besides. Its answers are large, so it is there only in the same thread. */
export interface LineAnalysis {
  /** The lines of all text files at HEAD. Rejects with a GitError. */
  lines(request: LinesRequest, callbacks: Omit<AnalysisCallbacks, 'onSnapshot'>): Promise<AuthoredLines>;
}
