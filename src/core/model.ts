/**
 * The nouns of Single Points. Everything here is plain, immutable and structured-cloneable.
 * Times are seconds since 1970 (UTC) as git stores them; shares are fractions from 0 to 1.
 */

import type { Grounds } from './grounds';
import type { PastMoment } from './pastMoment';
import type { Policy } from './settings';

/** Index into {@link Snapshot.people}. */
export type PersonId = number;

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
  /** Touched something in the last {@link Snapshot.activeDays} days, or is listed as present; never for who left. */
  readonly active: boolean;
  /** Listed as left in `.single-points.yml`. */
  readonly left: boolean;
  readonly commits: number;
  /** 0 when only mentioned in trailers. */
  readonly lastCommit: number;
}

/** `unknown`: the history that would tell is not there. */
export type State = 'sole' | 'orphaned' | 'shared' | 'unknown';

/** What tells who knows a file: degree of authorship, time-decayed touches, lines that stand. */
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
  readonly created: boolean;
  readonly lastTouched: number;
  /** Passes the threshold and is active. */
  readonly owner: boolean;
  /** Which kinds of evidence make an owner; empty for who is none. */
  readonly by: readonly Evidence[];
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

export type ReasonCode =
  /** {person, share} one person alone knows `share` of the files. */
  | 'soleKnowledge'
  /** {person} one person alone works on it enough to know it, though owning few of its files. */
  | 'soleActivity'
  /** {share} of the files have no active owner. */
  | 'orphanedFiles'
  /** {share} of the files are known by one person each. */
  | 'soleFiles'
  /** {person, date} the person who knew most was last seen then. */
  | 'ownerQuiet'
  /** {person} the person who knew most left. */
  | 'ownerLeft'
  /** {person} the person who knew most is away. */
  | 'ownerAway'
  /** {touches, days} it changes often. */
  | 'changesOften'
  /** {} no runbook. */
  | 'noRunbook'
  /** {person, path} its runbook was written by one person. */
  | 'soleRunbook'
  /** {} operations files. */
  | 'operations'
  /** {criticality} from the settings or the catalog. */
  | 'critical'
  /** {people} that many people share it. */
  | 'sharedKnowledge'
  /** {person, touches, date} what a backup did here already. */
  | 'touchedHere'
  /** {person} a backup reviewed changes here. */
  | 'reviewedHere'
  /** {person, components} a backup's present load. */
  | 'ownsElsewhere'
  /** {person, path} a backup touched neighbouring files. */
  | 'touchedNearby'
  /** {person, touches, total, date}. */
  | 'touchedBy'
  /** {person, touches, total, lines, ofLines, date} the same with the lines that stand. */
  | 'touchedAndWrote'
  /** {person, lines, total} so many of the lines that stand are by that person. */
  | 'linesBy'
  /** {share, lines} nobody active wrote these of its lines: their authors left or went quiet. */
  | 'linesOfPeopleWhoLeft'
  /** {person, line, lines, date} a block of a file that nobody active wrote. */
  | 'orphanedBlock';

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
  /** By activity, over the files that have an owner; null when none has. */
  readonly truckFactor: number | null;
  /** The same at each moment of {@link Snapshot.past}; null also while it had no file. */
  readonly pastTruckFactors: readonly (number | null)[];
  readonly soleFiles: number;
  readonly orphanedFiles: number;
  readonly lastTouched: number;
  readonly backup: Backup | null;
  /** The second and the third choice. */
  readonly alternatives: readonly Backup[];
  /** Paths of its runbooks. */
  readonly runbooks: readonly string[];
  readonly risk: Risk;
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

export interface Finding {
  readonly rule: string;
  readonly severity: 'error' | 'warning' | 'information' | 'hint';
  readonly path: string;
  /** From 1. */
  readonly line: number;
  readonly message: string;
  readonly data: Readonly<Record<string, string | number>>;
}

/** `lines`: active people with enough of the lines that stand; null before tier 2. */
export type TruckFactorDefinition = 'doa' | 'activity' | 'lines';

export interface TruckFactor {
  readonly definition: TruckFactorDefinition;
  /** null when nothing can be said (no files, no history). */
  readonly value: number | null;
  /** Those whose loss the value describes, in the order of removal; share: fraction of the files they know. */
  readonly people: readonly Share[];
  /** Files that were counted. */
  readonly files: number;
  /** Fraction of the files left without an owner once those people are gone. */
  readonly abandonedShare: number;
  /** True when no smaller set can exist; false: found greedily. */
  readonly exact: boolean;
}

export type LimitCode =
  /** {commits} history is cut off. */
  | 'shallow'
  /** {} blobs are fetched on demand: content renames are not followed. */
  | 'partial'
  /** {objects} objects are missing: renames there are found by identity only. */
  | 'missingObjects'
  /** {share} of the files have no active owner, and do not count in the truck factor by activity. */
  | 'abandoned'
  /** {commits} too few commits to tell. */
  | 'young'
  /** {} one person made every commit. */
  | 'singleAuthor'
  /** {} line ownership could not be found out: lines are not known. */
  | 'noLines'
  /** {share} of the lines are of commits that cannot be told. */
  | 'unknownLines'
  /** {date} the last commit is old; people are judged as of that day. */
  | 'stale'
  /** {path, problem} a settings file could not be read. */
  | 'settings';

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
  readonly truckFactor: Readonly<Record<TruckFactorDefinition, TruckFactor>>;
  /** Riskiest first. */
  readonly components: readonly Component[];
  /** By path. Excluded files are not here. */
  readonly files: readonly FileOwnership[];
  /** Files left out, by why. */
  readonly excluded: Readonly<Record<ExcludedReason, number>>;
  readonly runbooks: readonly Runbook[];
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
