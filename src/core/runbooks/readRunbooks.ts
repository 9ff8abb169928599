import type { AlertState } from '../alertState';
import { type Touches, touchKind } from '../history/fold';
import type { History } from '../history/history';
import type { Finding, Runbook } from '../model';
import type { Credits } from '../ownership/credit';
import type { Identities } from '../people/identities';
import type { AnalysisSettings } from '../settings';
import { type AlertTexts, alertStates, repositoryAlerts } from './alerts/repositoryAlerts';
import type { RunbookEdit } from './authors';
import type { Connectable } from './connect';
import { isRunbookPath, linkedPages, linkedRunbooks } from './discover';
import { lintAlerts } from './lint/lintAlerts';
import type { RepositoryView } from './lint/repositoryView';
import { alertRules } from './lint/rules';
import { type CheckedPage, checkPage, type RunbookPage, readRunbook } from './runbook';

export interface RunbookInput {
  /** Texts by path; those that may be runbooks are among them. */
  readonly texts: ReadonlyMap<string, string>;
  /** Every file at HEAD. */
  readonly paths: ReadonlySet<string>;
  /** Projects that the repository is, as `github.com/owner/name`. */
  readonly remotes: readonly string[];
  /** Other repositories that runbooks of alerts may be in, by name. */
  readonly others: ReadonlyMap<string, AlertTexts>;
  /** Id of the component that a file belongs to. */
  readonly componentOf: (path: string) => string | null;
  /** Seconds. */
  readonly now: number;
  readonly components: readonly Connectable[];
  readonly settings: AnalysisSettings;
  readonly history: History;
  readonly touches: Touches;
  readonly identities: Identities;
  readonly credits: Credits;
}

/** A change of that many files at once is a move or a reformat, not writing. */
const mechanicalBreadth = 100;

/** The runbooks and alerts of a repository, and what was found about them. */
export interface RunbookReader {
  /** By path, each with who wrote it and what was found on it. */
  readonly runbooks: readonly Runbook[];
  readonly alerts: readonly AlertState[];
  /** Of the runbooks, then of the alerts. */
  readonly findings: readonly Finding[];
  /** The same for a page as it is while it is being written; null when it is no runbook. See {@link checkPage}. */
  readonly check: (page: Omit<RunbookPage, 'linked'>, clock: () => number) => CheckedPage | null;
}

/** Finds the runbooks and alerts among the texts, reads and lints them. */
export function readRunbooks(input: RunbookInput): RunbookReader {
  const paths = [...input.texts.keys()].sort();
  const linked = new Set(linkedRunbooks(input.texts, new Set(paths)));
  const edits = new Map<string, RunbookEdit[]>();
  const alerts = repositoryAlerts({ ...input, paths: new Set([...input.paths, ...paths]) }, input.others);
  let pages: ReadonlySet<string> | null = null;
  const repository: RepositoryView = {
    now: input.now,
    paths: input.paths,
    alertLinks: alerts.links,
    isLinked: path => {
      pages ??= linkedPages(input.texts, input.paths);
      return pages.has(path);
    },
    editsOf: path => {
      const known = edits.get(path) ?? editsOf(path, input);
      edits.set(path, known);
      return known;
    },
  };
  const runbooks: Runbook[] = [];
  for (const path of paths) {
    const text = input.texts.get(path);
    if (text === undefined || !(linked.has(path) || isRunbookPath(path, input.settings))) {
      continue;
    }
    const page = { path, text, linked: linked.has(path) };
    const runbook = readRunbook(page, input.components, input.settings, repository);
    if (runbook) {
      runbooks.push(runbook);
    }
  }
  const found = lintAlerts(alerts.checked, alerts.surroundings, {
    rules: alertRules,
    severities: input.settings.runbookRules,
    texts: input.texts,
  });
  const componentOfRunbook = new Map(runbooks.map(({ path, component }) => [path, component]));
  return {
    runbooks,
    alerts: alertStates(alerts.checked, path => input.componentOf(path) ?? componentOfRunbook.get(path) ?? null),
    findings: [...runbooks.flatMap(runbook => runbook.findings), ...found.map(({ finding }) => finding)],
    check: (page, clock) => checkPage({ ...page, linked: linked.has(page.path) }, input.settings, repository, clock),
  };
}

/** Edits of a page through its renames, one for each credited writer. */
function editsOf(path: string, { history, touches, credits, identities }: RunbookInput): RunbookEdit[] {
  const index = history.indexOfPath(path);
  const file = index < 0 ? -1 : (touches.fileOfPath[index] ?? -1);
  const edits: RunbookEdit[] = [];
  for (let at = touches.starts[file] ?? 0; file >= 0 && at < (touches.starts[file + 1] ?? 0); at++) {
    const commit = touches.commits[at] ?? 0;
    const created = touches.kinds[at] === touchKind.created;
    const edit = {
      date: history.authorTimes.at(commit),
      created,
      mechanical: !created && (touches.breadth[commit] ?? 0) > mechanicalBreadth,
    };
    const first = credits.starts[commit] ?? 0;
    const last = credits.starts[commit + 1] ?? 0;
    if (first === last) {
      edits.push({ ...edit, person: identities.ofSignature[history.authors.at(commit)] ?? 0, automated: true });
    }
    for (let credit = first; credit < last; credit++) {
      if (credits.weights[credit] === 1) {
        edits.push({ ...edit, person: credits.people[credit] ?? 0, automated: false });
      }
    }
  }
  return edits;
}
