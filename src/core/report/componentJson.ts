import type { Component, Reason, Share, Snapshot } from '../model';
import type { TruckFactorDefinition } from '../truckFactor';
import { type BackupJson, backupJson } from './backupJson';
import { type CodeJson, finite, finiteOrNull, fraction, reasonJson } from './codeJson';
import { moment } from './numbers';
import { isAccepted } from './singlePoints';

export interface ShareJson {
  /** Id of the person. */
  readonly person: number;
  readonly share: number;
}

/** A share with the lines the person wrote, alone or with others; null where lines are not known. */
export interface LinesJson extends ShareJson {
  readonly lines: number | null;
}

/** What one person knows of a component, by each kind of evidence alone: shares from 0 to 1. */
export interface ComponentSharesJson {
  /** Id of the person. */
  readonly person: number;
  /** `authored` divided by `ofFiles`. */
  readonly authorship: number;
  /** Of the time-decayed touches. */
  readonly activity: number;
  /** Of the lines that people wrote; null where they are not known. */
  readonly lines: number | null;
  /** Files of which the person is an author by DOA, of those whose history tells. */
  readonly authored: number;
  readonly ofFiles: number;
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
  /** Teams that CODEOWNERS or OWNERS files give most of its files to. */
  readonly teams: readonly string[];
  readonly source: string | null;
  /** As its catalog entry names them. */
  readonly system: string | null;
  readonly domain: string | null;
  readonly criticality: string;
  readonly files: number;
  readonly lines: number | null;
  readonly state: string;
  readonly certain: boolean;
  readonly owners: readonly LinesJson[];
  /** Of owners and of who knows most, active or not. */
  readonly shares: readonly ComponentSharesJson[];
  readonly backup: BackupJson | null;
  /** The second and the third choice. */
  readonly alternatives: readonly BackupJson[];
  readonly runbooks: readonly string[];
  readonly risk: { readonly level: string; readonly score: number; readonly reasons: readonly CodeJson[] };
  /** Operations files that one person edits again and again. */
  readonly toil: readonly ToilJson[];
  /** By the scan's definitions; `truckFactor` is the combined one. */
  readonly truckFactors: Readonly<Record<TruckFactorDefinition, number | null>>;
  readonly truckFactor: number | null;
  /** At each moment of the scan's history. */
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

/** A component; moments are ISO 8601, shares fractions, as in all of the JSON. */
export function componentJson(component: Component, snapshot: Snapshot): ComponentJson {
  const reasonsJson = (reasons: readonly Reason[]): readonly CodeJson[] =>
    reasons.map(reason => reasonJson(reason, snapshot.people));
  return {
    id: component.id,
    name: component.name,
    kind: component.kind,
    paths: component.paths,
    teams: component.teams,
    source: component.source,
    system: component.system,
    domain: component.domain,
    criticality: component.criticality,
    files: finite(component.files),
    lines: finiteOrNull(component.lines),
    state: component.state,
    certain: component.certain,
    owners: component.owners.map(owner => ({ ...shareJson(owner), lines: linesOf(component, owner.person) })),
    shares: component.shares.map(({ person, authored, ofFiles, authorship, activity, lines }) => ({
      ...{ person, authorship: fraction(authorship), activity: fraction(activity) },
      ...{ lines: lines === null ? null : fraction(lines), authored: finite(authored), ofFiles: finite(ofFiles) },
    })),
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

/** A share with at most six decimals. */
export function shareJson({ person, share }: Share): ShareJson {
  return { person, share: fraction(share) };
}

function linesOf({ lines, linesBy }: Component, person: number): number | null {
  return lines === null ? null : finite(linesBy.find(each => each.person === person)?.lines ?? 0);
}
