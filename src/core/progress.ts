import type { ChecklistKind } from './checklist';

/**
 * How far a step is. `claimed`: ticked; `evidenced`: and the commit or page it names exists; `proven`: git shows it,
 * ticked or not.
 */
export type StepState = 'open' | 'claimed' | 'evidenced' | 'proven';

/** What became of the evidence a step names. `elsewhere`: a link that leads out of this repository, which is not looked at. */
export type EvidenceState = 'none' | 'found' | 'missing' | 'elsewhere';

/** What a page says and the repository does not bear out. */
export type Drift =
  /** Nobody, or more than one, of this history has that name. */
  | 'backupUnknown'
  /** The backup left, is away or went quiet. */
  | 'backupGone'
  /** One is named of a component that nobody knows, which needs two. */
  | 'oneBackup'
  /** The backup is the one owner it has already. */
  | 'backupIsOwner'
  /** A commit or a page that is named does not exist. */
  | 'evidenceMissing'
  /** Git knows no change by the backup. */
  | 'noChange'
  /** Git knows no change by the backup of what the runbook says. */
  | 'noEdit'
  /** There is no runbook to work through. */
  | 'noRunbook'
  /** All steps are ticked, and one person alone, or nobody, knows it still. */
  | 'stillSinglePoint'
  /** The page was not read: it is too long, or no plain text. */
  | 'unread'
  /** A marker on the page lacks its partner or is there twice: a step may be missing. */
  | 'damagedMarkers'
  /** The page is of a component that is not there any more. */
  | 'noComponent';

export interface StepProgress {
  readonly id: string;
  readonly title: string;
  /** Of its box, from 1. */
  readonly line: number;
  readonly ticked: boolean;
  readonly state: StepState;
  /** A role. */
  readonly who: string;
  /** `YYYY-MM-DD`. */
  readonly due: string | null;
  /** Neither ticked nor proven on the day after. */
  readonly overdue: boolean;
  readonly evidence: EvidenceState;
  readonly drift: readonly Drift[];
}

/** What git knows of the backup's work on a component, of two that of the one who did less, in the {@link provenDays} before the newest commit. */
export interface Proof {
  /** Commits of the backup that changed files of the component in substance. */
  readonly changes: readonly string[];
  /** Those that changed what its runbooks say. */
  readonly runbookEdits: readonly string[];
  /** A step in which the backup works alone is ticked, with evidence that exists. */
  readonly drill: boolean;
  /** Two changes, or one change, one edit of a runbook and a drill. */
  readonly holds: boolean;
}

/**
 * Why nothing can be proven. `noBackup`: the page names nobody. `unknownBackup`: whom it names is nobody of this history, or
 * more than one. `noVersions`: a partial clone lacks the versions of files.
 */
export type Unproven = 'noBackup' | 'unknownBackup' | 'noVersions';

export interface ChecklistProgress {
  readonly path: string;
  readonly kind: ChecklistKind;
  /** Id of the component that exists; null for other kinds, and where it is gone. */
  readonly component: string | null;
  /** As the page calls it: the component's name or id, or what is above the page. */
  readonly label: string;
  readonly steps: readonly StepProgress[];
  /** Null where nothing can be proven. */
  readonly proof: Proof | null;
  /** Why nothing can be; null where it can. */
  readonly unproven: Unproven | null;
  /** Of the page as a whole; its steps have their own. */
  readonly drift: readonly Drift[];
}

/** Components known by one person or by nobody, then and now, by authorship and activity as each day is judged. */
export interface BeforeAfter {
  /** Seconds: the last end of a quarter before the first checklist was committed. */
  readonly since: number;
  readonly before: number;
  readonly now: number;
}

/** How far the checklists of a repository are. It names nobody. */
export interface Progress {
  /** By path. */
  readonly checklists: readonly ChecklistProgress[];
  /** Null without a committed checklist, or where the past is not known. */
  readonly beforeAfter: BeforeAfter | null;
}

/** What is longer ago proves nothing of today. */
export const provenDays = 180;
