import type { WrittenTogether } from '../grounds';
import { type Touches, touchKind } from '../history/fold';
import type { History } from '../history/history';
import { ShaTable } from '../history/order';
import { type FileLines, type LineOwnership, unknownCommit } from '../lines/lineOwnership';
import type { OrphanedBlock, PersonLines } from '../model';
import type { Credits } from './credit';
import { BlockFinder } from './orphanedBlocks';
import { sweepBreadth } from './sweep';

/** What who wrote a line is told from. */
export interface WritersInput {
  readonly history: History;
  readonly touches: Touches;
  readonly credits: Credits;
  /** By person. */
  readonly active: readonly boolean[];
  /** Whether a commit counts: not an ignored one, nor one where a shallow clone was cut. */
  readonly counts: (commit: number) => boolean;
}

/** Who wrote the lines of one file that stand at HEAD. */
export interface SurvivingLines {
  readonly lines: number;
  /** Those that people wrote; the others are a bot's, a sweep's, or of a commit that does not count. */
  readonly byPeople: number;
  /** Those of commits that cannot be told. */
  readonly unknown: number;
  /** Those of people of whom nobody is active. */
  readonly quiet: number;
  /** The others by people, by the active ones who wrote them together; in all files the same people are the same array. */
  readonly together: readonly WrittenTogether[];
  /** Most lines first. */
  readonly people: readonly (PersonLines & { readonly lastChanged: number })[];
  /** See {@link BlockFinder}. */
  readonly orphanedBlocks: readonly OrphanedBlock[];
}

/** Who a line of one commit is by. */
interface Writers {
  /** Index of the commit in the history. */
  readonly commit: number;
  readonly people: readonly number[];
  readonly time: number;
  readonly sweep: boolean;
  /** Those of them who are active; the same people are the same array. */
  readonly active: readonly number[];
}

/**
 * From the commit of each line to the people who wrote it, as `creditCommits` has them: the author and every co-author,
 * each in full. A line that two wrote together is known by both, so that sharing it out would make owners of neither;
 * shares may therefore add up to more than 1. What a bot did is nobody's, what an agent did its humans', and who only
 * reviewed wrote nothing. A sweep over the tree wrote nothing either where it did not create the file.
 *
 * @returns for a path, and the file it is in `Touches` (−1 for none), its lines; null for a path without any
 */
export function survivingLines(
  ownership: LineOwnership,
  input: WritersInput,
): (path: string, file: number) => SurvivingLines | null {
  const files = new Map(ownership.files.map(file => [file.path, file]));
  const writers = writersOf(ownership, input);
  return (path, file) => {
    const lines = files.get(path);
    return lines === undefined ? null : tally(lines, writers, createdBy(file, input.touches));
  };
}

/** By index of the commit in the ownership: null for nobody, undefined for a commit that is not in the history. */
function writersOf(
  { commits, shaLength }: LineOwnership,
  { history, touches, credits, active, counts }: WritersInput,
): (Writers | null | undefined)[] {
  const table = new ShaTable(history.shas.values, history.shaLength, history.commitCount);
  const sets = new Map<string, readonly number[]>();
  const same = (set: readonly number[]): readonly number[] => {
    const key = set.join();
    const known = sets.get(key) ?? set;
    sets.set(key, known);
    return known;
  };
  return Array.from({ length: commits.length / shaLength }, (_, index) => {
    const commit = table.find(commits, index * shaLength);
    if (commit < 0) {
      return undefined;
    }
    const people: number[] = [];
    for (let at = credits.starts[commit] ?? 0; at < (credits.starts[commit + 1] ?? 0); at++) {
      if (credits.weights[at] === 1) {
        people.push(credits.people[at] ?? 0);
      }
    }
    if (people.length === 0 || !counts(commit)) {
      return null;
    }
    return {
      commit,
      people,
      time: history.authorTimes.at(commit),
      sweep: (touches.breadth[commit] ?? 0) > sweepBreadth,
      active: same(people.filter(person => active[person] === true).sort((a, b) => a - b)),
    };
  });
}

/** Whether a commit created a file, under whatever name. */
function createdBy(file: number, touches: Touches): (commit: number) => boolean {
  const start = touches.starts[file] ?? 0;
  const end = touches.starts[file + 1] ?? 0;
  return commit => {
    for (let at = start; file >= 0 && at < end; at++) {
      if (touches.commits[at] === commit && touches.kinds[at] === touchKind.created) {
        return true;
      }
    }
    return false;
  };
}

function tally(
  { lines, runs }: FileLines,
  writers: readonly (Writers | null | undefined)[],
  created: (commit: number) => boolean,
): SurvivingLines {
  const people = new Map<number, { lines: number; lastChanged: number }>();
  const together = new Map<readonly number[], number>();
  const blocks = new BlockFinder();
  let byPeople = 0;
  let unknown = 0;
  let quiet = 0;
  for (let at = 0; at + 1 < runs.length; at += 2) {
    const length = runs[at] ?? 0;
    const commit = runs[at + 1] ?? unknownCommit;
    const found = commit === unknownCommit ? undefined : writers[commit];
    if (found === undefined) {
      unknown += length;
    }
    if (found == null || (found.sweep && !created(found.commit))) {
      blocks.nobody(length);
      continue;
    }
    byPeople += length;
    for (const person of found.people) {
      const known = people.get(person) ?? { lines: 0, lastChanged: 0 };
      known.lines += length;
      known.lastChanged = Math.max(known.lastChanged, found.time);
      people.set(person, known);
    }
    if (found.active.length > 0) {
      together.set(found.active, (together.get(found.active) ?? 0) + length);
      blocks.others(length);
      continue;
    }
    quiet += length;
    const [only] = found.people;
    if (only === undefined || found.people.length > 1) {
      blocks.others(length);
    } else {
      blocks.quiet(length, only, found.time);
    }
  }
  return {
    lines,
    byPeople,
    unknown,
    quiet,
    together: [...together].map(([active, count]) => ({ people: active, lines: count })),
    people: [...people]
      .map(([person, known]) => ({ person, ...known }))
      .sort((a, b) => b.lines - a.lines || a.person - b.person),
    orphanedBlocks: blocks.largest(),
  };
}
