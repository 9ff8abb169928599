import type { AlertRunbookState, AlertState } from '../../alertState';
import { alertStubPath, runbookFolder } from '../../scaffold/stubPath';
import type { AlertSurroundings } from '../lint/alertRule';
import { alertPages, type CheckedAlert, checkAlert } from './checkedAlert';
import { ownPlaces } from './ownPlaces';
import { readAlerts } from './readAlerts';
import { suggester } from './suggestion';
import { targetFiles } from './target';

/** Which alerts lead to which pages. */
export interface AlertLinks {
  /** Whether any alert leads to a page of this repository. */
  readonly any: boolean;
  /** Alerts that lead to the page. */
  to(path: string): readonly CheckedAlert[];
  /** Alerts whose runbook is not known before something is filled in. */
  readonly unknown: readonly CheckedAlert[];
}

/** The alerts of a repository, checked, and what rules ask about them. */
export interface RepositoryAlerts {
  readonly checked: readonly CheckedAlert[];
  readonly links: AlertLinks;
  readonly surroundings: AlertSurroundings;
}

/** What is read of a repository for its alerts, and for the runbooks that alerts of others lead to. */
export interface AlertTexts {
  /** By path: rule files, pages, and what tells the address of a site. */
  readonly texts: ReadonlyMap<string, string>;
  /** Every file. */
  readonly paths: ReadonlySet<string>;
  /** Projects that it is, as `github.com/owner/name`, as far as git knows. */
  readonly remotes: readonly string[];
}

/** Reads and checks the alerts of a repository. `others`: repositories that their runbooks may be in, by name. */
export function repositoryAlerts(
  { texts, paths, remotes }: AlertTexts,
  others: ReadonlyMap<string, AlertTexts> = new Map(),
): RepositoryAlerts {
  const alerts = readAlerts(texts);
  const files = targetFiles(paths, ownPlaces(remotes, alerts.length === 0 ? new Map() : texts, paths));
  const pages = alertPages(texts);
  const elsewhere = [...others].map(([name, other]) => ({
    name,
    files: targetFiles(other.paths, ownPlaces(other.remotes, other.texts, other.paths)),
    pages: alertPages(other.texts),
  }));
  const checked = alerts.map(alert => checkAlert(alert, files, pages, elsewhere));
  const byPath = new Map<string, CheckedAlert[]>();
  for (const each of checked) {
    if (each.target?.kind === 'file') byPath.set(each.target.path, [...(byPath.get(each.target.path) ?? []), each]);
  }
  const folder = runbookFolder([...paths].filter(path => /\.mdx?$/i.test(path)));
  const taken = new Set([...paths].map(path => path.toLowerCase()));
  return {
    checked,
    links: {
      any: byPath.size > 0,
      to: path => byPath.get(path) ?? [],
      unknown: checked.filter(({ target }) => target?.kind === 'unknown'),
    },
    surroundings: {
      suggest: suggester(checked, texts, files, pages),
      draftPath: name => alertStubPath(name, folder, taken),
    },
  };
}

/** What a Snapshot says of alerts; receivers are none. `componentOf`: of a file, and of a runbook. */
export function alertStates(
  checked: readonly CheckedAlert[],
  componentOf: (path: string) => string | null,
): readonly AlertState[] {
  return checked
    .filter(({ alert }) => alert.kind === 'rule')
    .map(each => {
      const { alert, target } = each;
      const runbook = target?.kind === 'file' || target?.kind === 'folder' ? target.path : null;
      return {
        name: alert.name,
        path: alert.path,
        line: alert.place.line,
        severity: alert.severity,
        component: componentOf(alert.path) ?? (runbook === null ? null : componentOf(runbook)),
        state: stateOf(each),
        runbook,
      };
    });
}

function stateOf({ target: found, anchor, stub }: CheckedAlert): AlertRunbookState {
  const target = found?.kind === 'other' ? found.target : found;
  switch (target?.kind) {
    case undefined:
      return 'none';
    case 'file':
      return anchor === false ? 'noAnchor' : stub ? 'stub' : 'working';
    case 'folder':
      return 'working';
    case 'external':
      return 'elsewhere';
    default:
      return target?.kind ?? 'none';
  }
}
