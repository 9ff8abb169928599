import type { AlertState } from '../alertState';
import type { Finding, Runbook, Snapshot } from '../model';
import { type AlertCoverage, alertCoverage } from '../runbooks/alerts/coverage';
import { type CodeJson, finite, fraction, limitJson, numbersMadeFinite } from './codeJson';
import { moment } from './numbers';
import { allFindings } from './singlePoints';

export interface RunbookJson {
  readonly path: string;
  readonly type: string;
  readonly title: string;
  readonly component: string | null;
  /** `person` is an id. */
  readonly authors: readonly { readonly person: number; readonly share: number }[];
  readonly owner: string | null;
  readonly lastTouched: string | null;
  readonly findings: readonly Finding[];
}

/** What `runbooks --format json` prints. Fields may be added; these stay. */
export interface RunbooksJson {
  readonly version: 1;
  readonly repository: { readonly root: string; readonly head: string | null; readonly limits: readonly CodeJson[] };
  /** Those who wrote a runbook. */
  readonly people: readonly { readonly id: number; readonly name: string }[];
  readonly runbooks: readonly RunbookJson[];
  readonly alerts: readonly AlertState[];
  /** By component, those with most alerts first. */
  readonly coverage: readonly AlertCoverage[];
  /** By path and line. */
  readonly findings: readonly Finding[];
}

/** The runbooks of a Snapshot and what was found in them, in the form scripts depend on. */
export function runbooksJson(snapshot: Snapshot): RunbooksJson {
  const { repository, people, runbooks } = snapshot;
  const authors = new Set(runbooks.flatMap(runbook => runbook.authors.map(({ person }) => person)));
  return {
    version: 1,
    repository: { root: repository.root, head: repository.head, limits: snapshot.limits.map(limitJson) },
    people: people.filter(({ id }) => authors.has(id)).map(({ id, name }) => ({ id, name })),
    runbooks: runbooks.map(runbookJson),
    alerts: snapshot.alerts,
    coverage: alertCoverage(snapshot.alerts, runbooks),
    findings: allFindings(snapshot).map(findingJson),
  };
}

/** A runbook with its findings. */
export function runbookJson(runbook: Runbook): RunbookJson {
  return {
    path: runbook.path,
    type: runbook.type,
    title: runbook.title,
    component: runbook.component,
    authors: runbook.authors.map(({ person, share }) => ({ person, share: fraction(share) })),
    owner: runbook.owner,
    lastTouched: moment(runbook.lastTouched),
    findings: runbook.findings.map(findingJson),
  };
}

/** A finding whose numbers JSON has words for. */
export function findingJson(finding: Finding): Finding {
  return {
    ...finding,
    line: finite(finding.line),
    column: finite(finding.column),
    endLine: finite(finding.endLine),
    endColumn: finite(finding.endColumn),
    data: numbersMadeFinite(finding.data),
  };
}
