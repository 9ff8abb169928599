import type { AlertState } from '../alertState';
import type { Backup, Component, Evidence, FileOwnership, Finding, Person, Reason, Share, Snapshot } from '../model';
import { fileOwners } from '../ownership/fileOwners';
import { fileBackups } from '../spread/fileBackups';
import type { TruckFactorDefinition } from '../truckFactor';
import { type BackupJson, backupJson } from './backupJson';
import { type CodeJson, finite, finiteOrNull, fraction, limitJson, reasonJson } from './codeJson';
import { moment } from './numbers';
import { findingJson, type RunbookJson, runbookJson } from './runbooksJson';
import { isAccepted } from './singlePoints';
import { allDefinitions } from './states';
import { type PastJson, pastJson } from './trend';
import { type TruckFactorJson, truckFactorJson } from './truckFactorJson';

export interface PersonJson {
  readonly id: number;
  readonly name: string;
  readonly email: string;
  readonly bot: boolean;
  readonly agent: boolean;
  readonly active: boolean;
  /** active, quiet, away or left; null for bots and agents. */
  readonly state: string | null;
  readonly awayUntil: string | null;
  readonly teams: readonly string[];
  readonly left: boolean;
  readonly commits: number;
  readonly lastCommit: string | null;
}

export interface ShareJson {
  /** Id of the person. */
  readonly person: number;
  readonly share: number;
}

/** A share with the lines the person wrote, alone or with others; null where lines are not known. */
export interface LinesJson extends ShareJson {
  readonly lines: number | null;
}

/** An owner of a file: by which evidence, and how much of each. */
export interface FileOwnerJson extends LinesJson {
  readonly by: readonly Evidence[];
  /** DOA divided by the highest of the file. */
  readonly authorship: number;
  /** Share of the time-decayed touches. */
  readonly activity: number;
  readonly touches: number;
  /** Those of the touches that an AI agent helped with. */
  readonly assisted: number;
  readonly reviews: number;
  readonly created: boolean;
  readonly lastTouched: string | null;
}

/** Two people who may be one, and the lines for `.mailmap` that would make them one. */
export interface AliasJson {
  readonly person: number;
  readonly alias: number;
  readonly score: number;
  readonly reasons: readonly CodeJson[];
  readonly mailmap: readonly string[];
}

/** Lines that one person alone wrote who left or went quiet; the first of them counted from 1. */
export interface BlockJson {
  readonly person: number;
  readonly line: number;
  readonly lines: number;
  readonly lastChanged: string | null;
}

export interface ToilJson {
  readonly path: string;
  readonly edits: number;
  /** Those by the one person who made most. */
  readonly byOne: number;
  /** Those of them of which no line stands. */
  readonly replaced: number;
  /** In the last so many days. */
  readonly days: number;
  readonly from: string | null;
  readonly to: string | null;
}

export interface ComponentJson {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly paths: readonly string[];
  /** Teams that CODEOWNERS gives most of its files to. */
  readonly teams: readonly string[];
  readonly source: string | null;
  readonly criticality: string;
  readonly files: number;
  readonly lines: number | null;
  readonly state: string;
  readonly certain: boolean;
  readonly owners: readonly LinesJson[];
  readonly backup: BackupJson | null;
  /** The second and the third choice. */
  readonly alternatives: readonly BackupJson[];
  readonly runbooks: readonly string[];
  readonly risk: { readonly level: string; readonly score: number; readonly reasons: readonly CodeJson[] };
  /** Operations files that one person edits again and again. */
  readonly toil: readonly ToilJson[];
  /** By {@link ScanJson.truckFactors}' definitions; `truckFactor` is the combined one. */
  readonly truckFactors: Readonly<Record<TruckFactorDefinition, number | null>>;
  readonly truckFactor: number | null;
  /** At each moment of {@link ScanJson.history}. */
  readonly truckFactorHistory: readonly (number | null)[];
  readonly soleFiles: number;
  readonly orphanedFiles: number;
  /** Commits of people on its files, and those of them that an AI agent helped with. */
  readonly changes: number;
  readonly assistedChanges: number;
  readonly lastTouched: string | null;
  /** Set while the acceptance holds. */
  readonly accepted: { readonly until: string; readonly why: string } | null;
}

export interface FileJson {
  readonly path: string;
  readonly component: string | null;
  readonly lines: number | null;
  readonly state: string;
  readonly certain: boolean;
  readonly owners: readonly FileOwnerJson[];
  readonly touches: number;
  readonly assisted: number;
  /** An import brought it in. */
  readonly imported: boolean;
  readonly orphanedBlocks: readonly BlockJson[];
  readonly lastTouched: string | null;
  /** Of a file that one person or nobody active owns. */
  readonly backup: BackupJson | null;
}

/** What `scan --format json` prints. Fields may be added; these stay. */
export interface ScanJson {
  readonly version: 1;
  readonly repository: {
    readonly root: string;
    readonly branch: string | null;
    readonly head: string | null;
    readonly commits: number;
    readonly asOf: string | null;
    readonly limits: readonly CodeJson[];
  };
  readonly people: readonly PersonJson[];
  readonly aliasSuggestions: readonly AliasJson[];
  /** The combined one; the others are in {@link ScanJson.truckFactors} as well. */
  readonly truckFactor: TruckFactorJson;
  readonly truckFactors: readonly TruckFactorJson[];
  /** The ends of the last quarters and today, oldest first; empty where the history is cut off. */
  readonly history: readonly PastJson[];
  readonly components: readonly ComponentJson[];
  readonly files: readonly FileJson[];
  readonly runbooks: readonly RunbookJson[];
  readonly alerts: readonly AlertState[];
  readonly findings: readonly Finding[];
}

/**
 * A Snapshot in the form scripts depend on (`design.md`). Moments are ISO 8601 in UTC or null, shares fractions with at
 * most six decimals. When it was scanned is left out, so that the same commit gives the same text.
 */
export function scanJson(snapshot: Snapshot): ScanJson {
  const { repository, people, truckFactor } = snapshot;
  const backups = fileBackups(snapshot);
  const all = allDefinitions.map(definition => truckFactorJson(snapshot, truckFactor[definition]));
  return {
    version: 1,
    repository: {
      root: repository.root,
      branch: repository.branch,
      head: repository.head,
      commits: finite(repository.commits),
      asOf: moment(snapshot.asOf),
      limits: snapshot.limits.map(limitJson),
    },
    people: people.map(personJson),
    aliasSuggestions: snapshot.aliasSuggestions.map(({ person, alias, score, reasons, mailmap }) => ({
      ...{ person, alias, score: fraction(score), mailmap },
      reasons: reasons.map(reason => reasonJson(reason, people)),
    })),
    truckFactor: truckFactorJson(snapshot, truckFactor.combined),
    truckFactors: all,
    history: pastJson(snapshot),
    components: snapshot.components.map(component => componentJson(component, snapshot)),
    files: snapshot.files.map(file => fileJson(file, backups(file)[0], people)),
    runbooks: snapshot.runbooks.map(runbookJson),
    alerts: snapshot.alerts,
    findings: snapshot.findings.map(findingJson),
  };
}

function personJson(person: Person): PersonJson {
  return {
    id: person.id,
    name: person.name,
    email: person.email,
    bot: person.bot,
    agent: person.agent,
    active: person.active,
    state: person.state,
    awayUntil: person.awayUntil,
    teams: person.teams,
    left: person.left,
    commits: finite(person.commits),
    lastCommit: moment(person.lastCommit),
  };
}

function componentJson(component: Component, snapshot: Snapshot): ComponentJson {
  const reasonsJson = (reasons: readonly Reason[]): readonly CodeJson[] =>
    reasons.map(reason => reasonJson(reason, snapshot.people));
  return {
    id: component.id,
    name: component.name,
    kind: component.kind,
    paths: component.paths,
    teams: component.teams,
    source: component.source,
    criticality: component.criticality,
    files: finite(component.files),
    lines: finiteOrNull(component.lines),
    state: component.state,
    certain: component.certain,
    owners: component.owners.map(owner => ({ ...shareJson(owner), lines: linesOf(component, owner.person) })),
    backup: component.backup && backupJson(component.backup, snapshot.people),
    alternatives: component.alternatives.map(other => backupJson(other, snapshot.people)),
    runbooks: component.runbooks,
    risk: {
      level: component.risk.level,
      score: finite(component.risk.score),
      reasons: reasonsJson(component.risk.reasons),
    },
    toil: component.toil.map(({ path, edits, byOne, replaced, days, from, to }) => ({
      path,
      edits: finite(edits),
      byOne: finite(byOne),
      replaced: finite(replaced),
      days: finite(days),
      from: moment(from),
      to: moment(to),
    })),
    truckFactor: finiteOrNull(component.truckFactors.combined),
    truckFactors: {
      combined: finiteOrNull(component.truckFactors.combined),
      doa: finiteOrNull(component.truckFactors.doa),
      activity: finiteOrNull(component.truckFactors.activity),
      lines: finiteOrNull(component.truckFactors.lines),
    },
    truckFactorHistory: component.pastTruckFactors.map(finiteOrNull),
    soleFiles: finite(component.soleFiles),
    orphanedFiles: finite(component.orphanedFiles),
    changes: finite(component.changes),
    assistedChanges: finite(component.assistedChanges),
    lastTouched: moment(component.lastTouched),
    accepted: isAccepted(component, snapshot.scannedAt) ? component.accepted : null,
  };
}

function fileJson(file: FileOwnership, backup: Backup | undefined, people: readonly Person[]): FileJson {
  return {
    path: file.path,
    component: file.component,
    lines: finiteOrNull(file.lines),
    state: file.state,
    certain: file.certain,
    owners: fileOwners(file).map(owner => ({
      person: owner.person,
      share: fraction(owner.share),
      lines: finiteOrNull(owner.lines),
      by: owner.ownerBy,
      authorship: fraction(owner.authorship),
      activity: fraction(owner.activity),
      touches: finite(owner.touches),
      assisted: finite(owner.assisted),
      reviews: finite(owner.reviews),
      created: owner.created,
      lastTouched: moment(owner.lastTouched),
    })),
    touches: finite(file.touches),
    assisted: finite(file.assisted),
    imported: file.imported,
    orphanedBlocks: file.orphanedBlocks.map(({ person, line, lines, lastChanged }) => ({
      person,
      line: finite(line),
      lines: finite(lines),
      lastChanged: moment(lastChanged),
    })),
    lastTouched: moment(file.lastTouched),
    backup: backup === undefined ? null : backupJson(backup, people),
  };
}

function linesOf({ lines, linesBy }: Component, person: number): number | null {
  return lines === null ? null : finite(linesBy.find(each => each.person === person)?.lines ?? 0);
}

function shareJson({ person, share }: Share): ShareJson {
  return { person, share: fraction(share) };
}
