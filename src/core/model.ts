/**
 * The nouns of Single Points. Everything here is plain, immutable and structured-cloneable.
 * Times are seconds since 1970 (UTC) as git stores them; shares are fractions from 0 to 1.
 */

import type { AlertState } from './alertState';
import type { AliasSuggestion } from './aliasSuggestion';
import type { Grounds } from './grounds';
import type { LimitCode } from './limitCode';
import type { PastMoment } from './pastMoment';
import type { ReasonCode } from './reasonCode';
import type { Policy } from './settings';
import type { Toil } from './toil';
import type { TruckFactor, TruckFactorDefinition } from './truckFactor';

/** Index into {@link Snapshot.people}. */
export type PersonId = number;

/**
 * `active`: see {@link Person.active}; `quiet`: touched nothing for that long; `away`: listed as away on the day of the
 * scan; `left`: listed as left.
 */
export type PersonState = 'active' | 'quiet' | 'away' | 'left';

/** One human, however many addresses. Bots and agents are kept apart: they never own. */
export interface Person {
  readonly id: PersonId;
  readonly name: string;
  readonly email: string;
  /** Further addresses that were merged into this person. */
  readonly aliases: readonly string[];
  readonly bot: boolean;
  /** An AI author: its human co-author or committer is credited instead. */
  readonly agent: boolean;
  /** Touched something in the last {@link Snapshot.activeDays} days, or is listed as present; never for who left or is away. */
  readonly active: boolean;
  /** null for bots and agents. */
  readonly state: PersonState | null;
  /** The last day away, `YYYY-MM-DD`, of who is away until a known day. */
  readonly awayUntil: string | null;
  /** Teams as the settings name them, sorted. */
  readonly teams: readonly string[];
  /** Listed as left in `.single-points.yml`. */
  readonly left: boolean;
  readonly commits: number;
  /** 0 when only mentioned in trailers. */
  readonly lastCommit: number;
}

/** `unknown`: the history that would tell is not there. */
export type State = 'sole' | 'orphaned' | 'shared' | 'unknown';

/** What tells that a person knows a file: DOA, time-decayed touches, the lines that stand. */
export type Evidence = 'authorship' | 'activity' | 'lines';

/** What one person knows of one file, by three kinds of evidence: authorship, activity and surviving lines. */
export interface FileKnowledge {
  readonly person: PersonId;
  /** Share of knowledge over all people of the file: the mean of the shares by authorship, activity and, in tier 2, lines. */
  readonly share: number;
  /** DOA of this person divided by the highest DOA of the file. */
  readonly authorship: number;
  /** Share of the file's time-decayed touches. */
  readonly activity: number;
  /** Lines that stand at HEAD and that the person wrote, alone or with others; null until line ownership has run. */
  readonly lines: number | null;
  readonly touches: number;
  /** Those of the touches that an AI agent helped with. */
  readonly assisted: number;
  /** Commits of others that the person reviewed. */
  readonly reviews: number;
  /** Created the file; for one that an import brought in, only where the person also changed it later. */
  readonly created: boolean;
  readonly lastTouched: number;
  /** By which evidence this person, being active, passes as an owner; empty for who is none. */
  readonly ownerBy: readonly Evidence[];
}

/** Lines one behind the other that one person alone wrote, who left or went quiet. */
export interface OrphanedBlock {
  readonly person: PersonId;
  /** The first of them, from 1. */
  readonly line: number;
  readonly lines: number;
  readonly lastChanged: number;
}

export interface FileOwnership {
  readonly path: string;
  /** Id of the component, or null when it belongs to none. */
  readonly component: string | null;
  readonly state: State;
  /** True where at least two of authorship, activity and lines agree on the state; false: likely. */
  readonly certain: boolean;
  /** Whether the lines that stand tell who knows the file: they are known, and people wrote at least half of them. */
  readonly linesTell: boolean;
  /** Highest share first, at most five; owners always included. */
  readonly knowledge: readonly FileKnowledge[];
  readonly touches: number;
  /** Those of the touches that an AI agent helped with. */
  readonly assisted: number;
  /** An import brought it in: what was known before that is not known here, so that its state is never certain. */
  readonly imported: boolean;
  readonly people: number;
  readonly lastTouched: number;
  /** As blame counts them; null until line ownership has run, and for what is no text. */
  readonly lines: number | null;
  /** The largest ones, at most three, top to bottom. */
  readonly orphanedBlocks: readonly OrphanedBlock[];
  /** An accepted risk of this file alone. */
  readonly accepted: AcceptedRisk | null;
}

export interface Share {
  readonly person: PersonId;
  readonly share: number;
}

export interface PersonLines {
  readonly person: PersonId;
  readonly lines: number;
}

/** A sentence in waiting: a code and its values; `core/report/reasons.ts` has the words. */
export interface Reason {
  readonly code: ReasonCode;
  readonly values: Readonly<Record<string, string | number>>;
}

export interface Backup {
  readonly person: PersonId;
  readonly reasons: readonly Reason[];
}

export type RiskLevel = 'high' | 'medium' | 'low' | 'none';

export interface Risk {
  readonly level: RiskLevel;
  /** 0 to 100; orders components, means nothing alone. */
  readonly score: number;
  readonly reasons: readonly Reason[];
}

export type ComponentKind = 'service' | 'package' | 'module' | 'operations' | 'documentation' | 'folder';

export type Criticality = 'high' | 'normal' | 'low';

/** Files that are run or changed together. */
export interface Component {
  /** Stable while its name and place stay: `payments`, `packages/core`. */
  readonly id: string;
  readonly name: string;
  readonly kind: ComponentKind;
  /** Globs, relative to the root of the repository. */
  readonly paths: readonly string[];
  /** Teams that CODEOWNERS gives most of its files to, as written, without the `@`. */
  readonly teams: readonly string[];
  /** Where it is declared, `path` or `path:line`; null for a folder that was split by size. */
  readonly source: string | null;
  readonly criticality: Criticality;
  readonly files: number;
  /** Of all its files together; null until line ownership has run. */
  readonly lines: number | null;
  /** Who wrote the lines that stand, most first, at most eight and the owners; empty until line ownership has run. */
  readonly linesBy: readonly PersonLines[];
  readonly state: State;
  readonly certain: boolean;
  /** Active owners, highest share first; share: fraction of the component's files the person owns. */
  readonly owners: readonly Share[];
  /** Everyone who knows some of it, active or not, at most eight. */
  readonly knowledge: readonly Share[];
  /** By each definition, over its files that have an owner; null when none has, or before lines are known. */
  readonly truckFactors: Readonly<Record<TruckFactorDefinition, number | null>>;
  /** By activity at each moment of {@link Snapshot.past}; null also while it had no file. */
  readonly pastTruckFactors: readonly (number | null)[];
  readonly soleFiles: number;
  readonly orphanedFiles: number;
  /** Commits of people that touched any of its files. */
  readonly changes: number;
  /** Those of them that an AI agent helped with. */
  readonly assistedChanges: number;
  readonly lastTouched: number;
  readonly backup: Backup | null;
  /** The second and the third choice. */
  readonly alternatives: readonly Backup[];
  /** Paths of its runbooks. */
  readonly runbooks: readonly string[];
  readonly risk: Risk;
  /** Its operations files that one person edits again and again, most edits first, at most three; none in tier 1. */
  readonly toil: readonly Toil[];
  /** An accepted risk, until the day given; the component then counts in no badge. */
  readonly accepted: AcceptedRisk | null;
  readonly grounds: Grounds;
}

export interface AcceptedRisk {
  /** `YYYY-MM-DD`, inclusive. */
  readonly until: string;
  readonly why: string;
}

export type RunbookType = 'alert' | 'procedure' | 'service' | 'playbook' | 'hub' | 'record';

export interface Runbook {
  readonly path: string;
  readonly type: RunbookType;
  readonly title: string;
  readonly component: string | null;
  /** Who wrote it, through renames, human edits only; share of the edits. */
  readonly authors: readonly Share[];
  /** As its front matter names it. */
  readonly owner: string | null;
  readonly lastTouched: number;
  readonly findings: readonly Finding[];
}

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** What a rule found in a file. Lines and columns count from 1, columns in UTF-16 units; the end is not included. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly message: string;
  readonly data: Readonly<Record<string, string | number>>;
}

/** What stands between the numbers and the truth. */
export interface Limit {
  readonly code: LimitCode;
  readonly values: Readonly<Record<string, string | number>>;
}

export interface Repository {
  /** Absolute path of the work tree, or of the git directory of a bare repository. */
  readonly root: string;
  /** Branch, or null when HEAD is detached. */
  readonly branch: string | null;
  /** null in an empty repository. */
  readonly head: string | null;
  readonly commits: number;
}

/** Everything the views show. */
export interface Snapshot {
  readonly version: 1;
  readonly repository: Repository;
  readonly scannedAt: number;
  /** The moment people are judged at: the newest commit of HEAD's history. */
  readonly asOf: number;
  readonly activeDays: number;
  readonly policy: Policy;
  /** 1: what the log says; 2: and who wrote the lines that stand. */
  readonly tier: 1 | 2;
  readonly limits: readonly Limit[];
  readonly people: readonly Person[];
  /** Likeliest first. */
  readonly aliasSuggestions: readonly AliasSuggestion[];
  readonly truckFactor: Readonly<Record<TruckFactorDefinition, TruckFactor>>;
  /** Riskiest first. */
  readonly components: readonly Component[];
  /** By path. Excluded files are not here. */
  readonly files: readonly FileOwnership[];
  /** Files left out, by why. */
  readonly excluded: Readonly<Record<ExcludedReason, number>>;
  readonly runbooks: readonly Runbook[];
  /** Alert rules, by path and as they stand in their files. */
  readonly alerts: readonly AlertState[];
  /** Of runbooks, and of the files that define alerts. */
  readonly findings: readonly Finding[];
  /** The ends of the last quarters and today, oldest first; empty in tier 1, and where the history is cut off. */
  readonly past: readonly PastMoment[];
}

export type ExcludedReason =
  | 'binary'
  | 'vendored'
  | 'generated'
  | 'lock'
  | 'minified'
  | 'submodule'
  | 'symlink'
  | 'settings';
