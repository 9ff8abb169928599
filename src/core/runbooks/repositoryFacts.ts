import { nameOf } from '../components/repositoryPath';
import type { History } from '../history/history';
import { mechanicalBreadth } from './authors';
import { KnownCommands } from './commands/knownCommands';
import { KnownNames } from './commands/knownNames';
import { connectRunbook, isRunbookFolder } from './connect';
import { FileIndex } from './links/fileIndex';
import { knownAnchors } from './links/knownAnchors';
import type { RepositoryView } from './lint/repositoryView';
import { isMarkdownPath } from './markdownPath';
import type { RunbookInput } from './readRunbooks';
import type { Review } from './reviews/review';

/** What rules may know of the files of a repository, of the reviews of its pages, and of the changes of its components. */
export function repositoryFacts(
  input: RunbookInput,
): Pick<RepositoryView, 'componentOf' | 'files' | 'anchorsOf' | 'commands' | 'names' | 'reviewsOf' | 'changesOf'> {
  const { texts, history, reviews, credits } = input;
  const all = new Set([...input.paths, ...texts.keys()]);
  const anchors = new Map<string, ReadonlySet<string> | null>();
  let changes: ReadonlyMap<string, readonly number[]> | null = null;
  return {
    componentOf: (path, document) => connectRunbook(document, path, input.components),
    files: new FileIndex(all, texts),
    commands: new KnownCommands(all, texts),
    names: new KnownNames(texts),
    anchorsOf: path => {
      const known = anchors.get(path);
      if (known !== undefined) return known;
      const text = isMarkdownPath(path) ? texts.get(path) : undefined;
      const found = text === undefined ? null : knownAnchors(text);
      anchors.set(path, found);
      return found;
    },
    reviewsOf: path =>
      (reviews.get(path) ?? []).flatMap(({ commit, onlyDate }): Review[] => {
        const people = writersOf(commit, credits);
        return people.length === 0 ? [] : [{ date: history.authorTimes.at(commit), people, onlyDate }];
      }),
    changesOf: component => {
      changes ??= changesByComponent(input);
      return changes.get(component) ?? [];
    },
  };
}

/** Who is credited with a commit as its writer. */
function writersOf(commit: number, { starts, people, weights }: RunbookInput['credits']): number[] {
  const writers: number[] = [];
  for (let at = starts[commit] ?? 0; at < (starts[commit + 1] ?? 0); at++) {
    if (weights[at] === 1) writers.push(people[at] ?? 0);
  }
  return writers;
}

function changesByComponent({
  history,
  touches,
  credits,
  places,
}: RunbookInput): ReadonlyMap<string, readonly number[]> {
  const commits = new Map<string, Set<number>>();
  const isTelling = tellingComponents(places);
  for (const { path, file, component } of places) {
    if (component === null || !isTelling(component) || file < 0 || isMarkdownPath(path)) continue;
    const known = commits.get(component) ?? new Set();
    commits.set(component, known);
    for (let at = touches.starts[file] ?? 0; at < (touches.starts[file + 1] ?? 0); at++) {
      const commit = touches.commits[at] ?? 0;
      const isByPeople = (credits.starts[commit] ?? 0) < (credits.starts[commit + 1] ?? 0);
      if (isByPeople && (touches.breadth[commit] ?? 0) <= mechanicalBreadth) known.add(commit);
    }
  }
  return new Map([...commits].map(([component, found]) => [component, datesOf(found, history)]));
}

const datesOf = (commits: ReadonlySet<number>, history: History): number[] =>
  [...commits].map(commit => history.authorTimes.at(commit)).sort((a, b) => a - b);

/**
 * Of the changes of a component with files at the root, or with more than half of all files, no page knows: it is the
 * repository as a whole. One called `ops` or `.github` has no subject.
 */
function tellingComponents(places: RunbookInput['places']): (component: string) => boolean {
  const counts = new Map<string, number>();
  const atRoot = new Set<string>();
  for (const { path, component } of places) {
    if (component === null) continue;
    counts.set(component, (counts.get(component) ?? 0) + 1);
    if (!path.includes('/')) atRoot.add(component);
  }
  return component =>
    !atRoot.has(component) &&
    !component.startsWith('.') &&
    !isRunbookFolder(nameOf(component)) &&
    (counts.get(component) ?? 0) * 2 <= places.length;
}
