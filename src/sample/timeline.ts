import { operationsStreams } from './operationsStreams';
import type { PersonName } from './people';
import { addedByMerge, moves, type PlannedCommit, reformat, type Stream } from './plan';
import type { Random } from './random';
import { serviceStreams } from './serviceStreams';
import { singleCommits } from './singleCommits';

const day = 86_400;
const hour = 3_600;

/** Something that becomes one commit. */
export interface Happening {
  readonly kind: 'commit' | 'move' | 'reformat' | 'merge';
  readonly who: PersonName;
  time: number;
  readonly subject: string;
  readonly body?: string | undefined;
  readonly coAuthor?: PersonName | undefined;
  readonly reviewer?: PersonName | undefined;
  /** Files whose content changes, by their last names. */
  paths: readonly string[];
  /** Further files that change, though not in what they say. */
  readonly touched: (path: string) => boolean;
  /** The pull request it belongs to, or merges. */
  pullRequest: PullRequest | null;
}

/** Commits on a branch of their own until one commit merges them. */
export interface PullRequest {
  readonly commits: readonly Happening[];
  readonly merge: Happening;
}

const verbs = ['handle', 'fix', 'test', 'simplify', 'log', 'rework', 'tidy up', 'be strict about', 'say more about'];
const seldomEdited = /(README\.md|Dockerfile|package\.json|pyproject\.toml|go\.mod|openapi\.yaml)$/;
const nothing = (): boolean => false;

/** The plan with days turned into moments, streams into commits and pull requests, in the order of time. */
export function timeline(files: readonly string[], end: number, random: Random): readonly Happening[] {
  const singles = singleHappenings(files, end, random);
  const born = new Map<string, number>([[addedByMerge.path, end - addedByMerge.to * day]]);
  for (const { paths, time } of singles) for (const path of paths) born.set(path, born.get(path) ?? time);
  const candidates: PullRequest[] = [];
  const streamed = [...serviceStreams, ...operationsStreams].flatMap(stream => {
    const commits = streamHappenings(stream, born, end, random);
    if (stream.mergedBy !== undefined) candidates.push(...pullRequestsOf(commits, stream.mergedBy, born, random));
    return commits;
  });
  const all = [...singles, ...streamed];
  const merged = withoutConflicts(candidates, all);
  addInMerge(merged, end);
  return [...all, ...merged.map(({ merge }) => merge)].sort((left, right) => left.time - right.time);
}

function singleHappenings(files: readonly string[], end: number, random: Random): readonly Happening[] {
  const planned = [
    ...singleCommits.map(commit => ({ kind: 'commit' as const, ...commit, touched: nothing })),
    ...moves.map(move => ({
      ...{ kind: 'move' as const, who: move.who, day: move.day, subject: move.subject, paths: move.edited },
      touched: (path: string) => path.startsWith(move.to),
    })),
    { kind: 'reformat' as const, ...reformat, paths: [], touched: (path: string) => path.startsWith(reformat.folder) },
  ].sort((left, right) => right.day - left.day);
  const born = new Set<string>();
  let last = 0;
  return planned.map(({ day: before, ...commit }): Happening => {
    // Two that share a weekend must not change places.
    last = Math.max(last + hour, workingTime(end - before * day, random));
    const paths = existing(commit.paths, files, born, commit.kind === 'commit');
    for (const path of paths) born.add(path);
    const { body, coAuthor, reviewer } = commit as Partial<PlannedCommit>;
    return { ...commit, body, coAuthor, reviewer, time: last, paths, pullRequest: null };
  });
}

/** A folder stands for what of it is new with this commit. */
function existing(
  wanted: readonly string[],
  files: readonly string[],
  born: ReadonlySet<string>,
  mayCreate: boolean,
): string[] {
  return wanted.flatMap(path => {
    const found = files.filter(file =>
      path.endsWith('/') ? file.startsWith(path) && file !== addedByMerge.path : file === path,
    );
    if (found.length === 0 || (!mayCreate && !found.every(file => born.has(file)))) {
      throw new Error(`The plan of the sample names ${path}, which is not there.`);
    }
    return found;
  });
}

function streamHappenings(
  stream: Stream,
  born: ReadonlyMap<string, number>,
  end: number,
  random: Random,
): readonly Happening[] {
  const matching = [...born.keys()].filter(
    file =>
      stream.paths.some(path => (path.endsWith('/') ? file.startsWith(path) : file === path)) &&
      !stream.without?.some(path => file.startsWith(path)),
  );
  const subjects = subjectsOf(stream, random);
  const step = ((stream.from - stream.to) * day) / stream.commits;
  const happenings: Happening[] = [];
  for (let index = 0; index < stream.commits; index += 1) {
    const time = workingTime(end - stream.from * day + (index + random.next()) * step, random);
    const there = matching.filter(file => (born.get(file) ?? 0) < time);
    const usual = there.filter(file => !seldomEdited.test(file) || random.next() < 0.2);
    const paths = random.shuffled(usual.length > 0 ? usual : there).slice(0, 1 + random.below(stream.atMost));
    if (paths.length === 0) continue;
    happenings.push({
      kind: 'commit',
      who: stream.who,
      time,
      subject: subjects[index % subjects.length] ?? stream.scope,
      coAuthor: index % 3 === 1 || stream.who === 'agent' ? stream.coAuthor : undefined,
      paths: paths.sort(),
      touched: nothing,
      pullRequest: null,
    });
  }
  return happenings.sort((left, right) => left.time - right.time);
}

function subjectsOf({ scope, topics }: Stream, random: Random): readonly string[] {
  if (scope === '') return topics;
  return random.shuffled(topics.flatMap(topic => verbs.map(verb => `${scope}: ${verb} ${topic}`)));
}

/** Two or three neighbours at a time, about half of all, moved close together. */
function pullRequestsOf(
  commits: readonly Happening[],
  who: PersonName,
  born: ReadonlyMap<string, number>,
  random: Random,
): readonly PullRequest[] {
  const found: PullRequest[] = [];
  for (let index = 0; index < commits.length; ) {
    const group = commits.slice(index, index + 2 + random.below(2));
    index += group.length;
    const first = group[0];
    if (first === undefined || random.next() < 0.4) continue;
    // Moved closer, a commit must still come after the creation of what it edits.
    if (group.some(commit => commit.paths.some(path => (born.get(path) ?? 0) >= first.time))) continue;
    group.forEach((commit, order) => {
      // Never past the next commit of the same stream, so never past the end.
      commit.time = Math.min(commit.time, first.time + order * 5 * hour + random.below(hour));
    });
    const time = Math.max(...group.map(commit => commit.time)) + 2 * hour + random.below(hour);
    const merge: Happening = {
      kind: 'merge',
      who,
      time,
      subject: first.subject,
      paths: [],
      touched: nothing,
      pullRequest: null,
    };
    found.push({ commits: group, merge });
  }
  return found;
}

/**
 * Keeps the pull requests whose files nobody else touches meanwhile: contents are made up along one line of time, and a
 * branch must not hold what another one has not merged yet.
 */
function withoutConflicts(candidates: readonly PullRequest[], all: readonly Happening[]): readonly PullRequest[] {
  for (const candidate of candidates) for (const commit of candidate.commits) commit.pullRequest = candidate;
  return candidates.filter(candidate => {
    const paths = new Set(candidate.commits.flatMap(commit => commit.paths));
    const start = Math.min(...candidate.commits.map(commit => commit.time));
    const conflicts = all.some(
      other =>
        other.pullRequest !== candidate &&
        other.time <= candidate.merge.time &&
        (other.pullRequest?.merge.time ?? other.time) >= start &&
        (other.paths.some(path => paths.has(path)) || [...paths].some(other.touched)),
    );
    if (conflicts) for (const commit of candidate.commits) commit.pullRequest = null;
    else candidate.merge.pullRequest = candidate;
    return !conflicts;
  });
}

function addInMerge(pullRequests: readonly PullRequest[], end: number): void {
  const from = end - addedByMerge.from * day;
  const folder = 'services/tracking/';
  const merge = pullRequests
    .filter(({ commits }) => commits.every(commit => commit.paths.every(path => path.startsWith(folder))))
    .map(pullRequest => pullRequest.merge)
    .filter(({ time }) => time > from)
    .sort((left, right) => left.time - right.time)[0];
  if (merge === undefined || merge.time > end - addedByMerge.to * day)
    throw new Error('No merge of tracking can add a file.');
  merge.paths = [addedByMerge.path];
}

/** On that day or the Friday before, between 8 and 17 o'clock in Stockholm's winter. */
function workingTime(moment: number, random: Random): number {
  const midnight = Math.floor(moment / day) * day;
  const weekday = new Date(midnight * 1000).getUTCDay();
  const back = weekday === 0 ? 2 : weekday === 6 ? 1 : 0;
  return midnight - back * day + 7 * hour + random.below(9 * hour);
}
