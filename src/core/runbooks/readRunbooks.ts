import type { Codeowners } from '../components/codeowners';
import { type Touches, touchKind } from '../history/fold';
import type { History } from '../history/history';
import type { Person, Runbook } from '../model';
import type { Credits } from '../ownership/credit';
import type { Identities } from '../people/identities';
import type { AnalysisSettings } from '../settings';
import type { RunbookEdit } from './authors';
import type { Connectable } from './connect';
import { isRunbookPath, linkedRunbooks } from './discover';
import type { RepositoryView } from './lint/repositoryView';
import { knownPeople } from './person/knownPeople';
import { type CheckedPage, checkPage, type RunbookPage, readRunbook } from './runbook';

export interface RunbookInput {
  /** Texts by path; those that may be runbooks are among them. */
  readonly texts: ReadonlyMap<string, string>;
  /** Every file at HEAD. */
  readonly paths: ReadonlySet<string>;
  /** Seconds. */
  readonly now: number;
  readonly components: readonly Connectable[];
  readonly settings: AnalysisSettings;
  readonly history: History;
  readonly touches: Touches;
  readonly identities: Identities;
  /** By index of their identity. */
  readonly people: readonly Person[];
  readonly codeowners: Codeowners | null;
  readonly credits: Credits;
}

/** A change of that many files at once is a move or a reformat, not writing. */
const mechanicalBreadth = 100;

/** The runbooks of a repository, by path, each with who wrote it and what was found on it. */
export interface RunbookReader {
  readonly runbooks: readonly Runbook[];
  /** The same for a page as it is while it is being written; null when it is no runbook. See {@link checkPage}. */
  readonly check: (page: Omit<RunbookPage, 'linked'>, clock: () => number) => CheckedPage | null;
}

/** Finds the runbooks among the texts, reads and lints them. */
export function readRunbooks(input: RunbookInput): RunbookReader {
  const paths = [...input.texts.keys()].sort();
  const linked = new Set(linkedRunbooks(input.texts, new Set(paths)));
  const edits = new Map<string, RunbookEdit[]>();
  const repository: RepositoryView = {
    now: input.now,
    paths: input.paths,
    editsOf: path => {
      const known = edits.get(path) ?? editsOf(path, input);
      edits.set(path, known);
      return known;
    },
    known: knownPeople(input.people, input.codeowners, input.settings),
    activeName: id => {
      const person = input.people[id];
      return person?.active === true ? person.name : null;
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
  return {
    runbooks,
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
