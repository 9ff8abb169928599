import type { Backup, Component, FileOwnership, Finding, Person, Reason, Share, Snapshot } from '../model';
import { fileBackups } from '../spread/fileBackups';
import { type CodeJson, finite, fraction, limitJson, numbersMadeFinite, reasonJson } from './codeJson';
import { moment } from './numbers';
import { isAccepted } from './singlePoints';
import { type PastJson, pastJson } from './trend';
import { type TruckFactorJson, truckFactorJson } from './truckFactorJson';

export interface PersonJson {
  readonly id: number;
  readonly name: string;
  readonly email: string;
  readonly bot: boolean;
  readonly agent: boolean;
  readonly active: boolean;
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

/** Lines that one person alone wrote who left or went quiet; the first of them counted from 1. */
export interface BlockJson {
  readonly person: number;
  readonly line: number;
  readonly lines: number;
  readonly lastChanged: string | null;
}

export interface BackupJson {
  /** Id of the person. */
  readonly person: number;
  readonly reasons: readonly CodeJson[];
}

export interface ComponentJson {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly paths: readonly string[];
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
  readonly truckFactor: number | null;
  /** At each moment of {@link ScanJson.history}. */
  readonly truckFactorHistory: readonly (number | null)[];
  readonly soleFiles: number;
  readonly orphanedFiles: number;
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
  readonly owners: readonly LinesJson[];
  readonly orphanedBlocks: readonly BlockJson[];
  readonly lastTouched: string | null;
  /** Of a file that one person or nobody active owns. */
  readonly backup: BackupJson | null;
}

export interface RunbookJson {
  readonly path: string;
  readonly type: string;
  readonly title: string;
  readonly component: string | null;
  readonly authors: readonly ShareJson[];
  readonly owner: string | null;
  readonly lastTouched: string | null;
  readonly findings: readonly Finding[];
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
  /** By authorship; the others are in {@link ScanJson.truckFactors}. */
  readonly truckFactor: TruckFactorJson;
  readonly truckFactors: readonly TruckFactorJson[];
  /** The ends of the last quarters and today, oldest first; empty where the history is cut off. */
  readonly history: readonly PastJson[];
  readonly components: readonly ComponentJson[];
  readonly files: readonly FileJson[];
  readonly runbooks: readonly RunbookJson[];
  readonly findings: readonly Finding[];
}

/**
 * A Snapshot in the form scripts depend on (`design.md`). Moments are ISO 8601 in UTC or null, shares fractions with at
 * most six decimals. When it was scanned is left out, so that the same commit gives the same text.
 */
export function scanJson(snapshot: Snapshot): ScanJson {
  const { repository, people, truckFactor } = snapshot;
  const backups = fileBackups(snapshot);
  const doa = truckFactorJson(snapshot, truckFactor.doa);
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
    truckFactor: doa,
    truckFactors: [doa, truckFactorJson(snapshot, truckFactor.activity), truckFactorJson(snapshot, truckFactor.lines)],
    history: pastJson(snapshot),
    components: snapshot.components.map(component => componentJson(component, snapshot)),
    files: snapshot.files.map(file => fileJson(file, backups(file)[0], people)),
    runbooks: snapshot.runbooks.map(runbook => ({
      path: runbook.path,
      type: runbook.type,
      title: runbook.title,
      component: runbook.component,
      authors: runbook.authors.map(shareJson),
      owner: runbook.owner,
      lastTouched: moment(runbook.lastTouched),
      findings: runbook.findings.map(findingJson),
    })),
    findings: snapshot.findings.map(findingJson),
  };
}

function finiteOrNull(value: number | null): number | null {
  return value === null || !Number.isFinite(value) ? null : value;
}

function personJson(person: Person): PersonJson {
  return {
    id: person.id,
    name: person.name,
    email: person.email,
    bot: person.bot,
    agent: person.agent,
    active: person.active,
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
    truckFactor: finiteOrNull(component.truckFactor),
    truckFactorHistory: component.pastTruckFactors.map(finiteOrNull),
    soleFiles: finite(component.soleFiles),
    orphanedFiles: finite(component.orphanedFiles),
    lastTouched: moment(component.lastTouched),
    accepted: isAccepted(component, snapshot.scannedAt) ? component.accepted : null,
  };
}

function backupJson({ person, reasons }: Backup, people: readonly Person[]): BackupJson {
  return { person, reasons: reasons.map(reason => reasonJson(reason, people)) };
}

function fileJson(file: FileOwnership, backup: Backup | undefined, people: readonly Person[]): FileJson {
  return {
    path: file.path,
    component: file.component,
    lines: finiteOrNull(file.lines),
    state: file.state,
    certain: file.certain,
    owners: file.knowledge
      .filter(({ owner }) => owner)
      .map(({ person, share, lines }) => ({ person, share: fraction(share), lines: finiteOrNull(lines) })),
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

function findingJson(finding: Finding): Finding {
  return { ...finding, line: finite(finding.line), data: numbersMadeFinite(finding.data) };
}
