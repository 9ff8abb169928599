import type { AlertState } from '../alertState';
import type { FoundComponent } from '../components/componentList';
import type { StatedOwners } from '../components/statedRule';
import { type Touches, touchKind } from '../history/fold';
import type { History } from '../history/history';
import type { Finding, Person, Runbook } from '../model';
import type { Credits } from '../ownership/credit';
import type { Identities } from '../people/identities';
import { foldersOf, isIn } from '../scaffold/subject';
import type { AnalysisSettings } from '../settings';
import { type AlertTexts, alertStates, repositoryAlerts } from './alerts/repositoryAlerts';
import { mechanicalBreadth, type RunbookEdit } from './authors';
import type { Connectable } from './connect';
import { isRunbookPath, linkedPages, linkedRunbooks } from './discover';
import { lintAlerts } from './lint/lintAlerts';
import type { Linted } from './lint/linted';
import { type PeopleLookup, peopleLookup } from './lint/peopleLookup';
import type { RepositoryView } from './lint/repositoryView';
import { alertRules } from './lint/rules';
import { agentsIn } from './person/agentFiles';
import { repositoryFacts } from './repositoryFacts';
import type { FoundReview } from './reviews/review';
import { type CheckedPage, checkPage, type RunbookPage, readRunbook } from './runbook';
import { siteOwner, techDocs } from './siteOwner';

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
  readonly components: readonly (Connectable & Pick<FoundComponent, 'owner'>)[];
  readonly settings: AnalysisSettings;
  readonly history: History;
  readonly touches: Touches;
  readonly identities: Identities;
  readonly people: readonly Person[];
  readonly statedOwners: StatedOwners | null;
  readonly credits: Credits;
  /** Reviews of pages with a review date, by path, newest first. */
  readonly reviews: ReadonlyMap<string, readonly FoundReview[]>;
  /** Files that count, each with its number in `touches` and the id of its component. */
  readonly places: readonly { readonly path: string; readonly file: number; readonly component: string | null }[];
}

/** Questions about files as they are in an editor. */
export interface RunbookChecks {
  /** What a page is, and what the rules find on it, while it is being written; null when it is no runbook. See {@link checkPage}. */
  readonly check: (page: Omit<RunbookPage, 'linked'>, clock: () => number) => CheckedPage | null;
  /** What was found about the alerts of a file with that text; null for a text that was not read. */
  readonly alertsIn: (file: Omit<RunbookPage, 'linked'>) => readonly Linted[] | null;
}

/** The runbooks and alerts of a repository, and what was found about them. */
export interface RunbookReader extends RunbookChecks {
  /** By path, each with who wrote it and what was found on it. */
  readonly runbooks: readonly Runbook[];
  readonly alerts: readonly AlertState[];
  /** Of the runbooks, then of the alerts. */
  readonly findings: readonly Finding[];
}

/** Finds the runbooks and alerts among the texts, reads and lints them. */
export function readRunbooks(input: RunbookInput): RunbookReader {
  const paths = [...input.texts.keys()].sort();
  const linked = new Set(linkedRunbooks(input.texts, new Set(paths)));
  const edits = new Map<string, RunbookEdit[]>();
  const alerts = repositoryAlerts({ ...input, paths: new Set([...input.paths, ...paths]) }, input.others);
  let pages: ReadonlySet<string> | null = null;
  const repository: RepositoryView = {
    ...repositoryFacts(input),
    now: input.now,
    paths: input.paths,
    alertLinks: alerts.links,
    isLinked: path => {
      pages ??= linkedPages(input.texts, input.paths);
      return pages.has(path);
    },
    people: peopleOf(input),
    ownersOf: pageOwners(input),
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
    const runbook = readRunbook(page, input.settings, repository);
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
    alertsIn: ({ path, text }) =>
      input.texts.get(path) === text ? found.filter(({ finding }) => finding.path === path) : null,
  };
}

/** An agent answers whoever asks, as a team does. */
function peopleOf({ people, settings, statedOwners, paths }: RunbookInput): PeopleLookup {
  const teams = [...settings.teams.map(({ name }) => name), ...(statedOwners?.teams ?? [])];
  return peopleLookup(people, [...teams, ...agentsIn(paths)]);
}

/** By what is stated for the page, else by the catalog entry of the folder around it, else by the settings of its site. */
function pageOwners({ statedOwners, components, texts }: RunbookInput): RepositoryView['ownersOf'] {
  const owned = components.filter(({ owner }) => owner !== null).sort((a, b) => deepest(b) - deepest(a));
  const sites = new Map([...texts].filter(([path]) => techDocs.test(path)));
  return path => {
    const stated = statedOwners?.ownersOf(path)?.owners ?? [];
    if (stated.length > 0) return stated;
    const inCatalog = owned.find(({ paths }) => foldersOf(paths).some(folder => isIn(folder, path)))?.owner?.split(' ');
    const ofSite = inCatalog === undefined ? siteOwner(path, sites) : null;
    return inCatalog ?? (ofSite === null ? [] : [ofSite]);
  };
}

const deepest = ({ paths }: Connectable): number => Math.max(...foldersOf(paths).map(({ length }) => length));

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
