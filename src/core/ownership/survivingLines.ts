import type { WrittenTogether } from '../grounds';
import { commitsOfLines } from '../history/commitsOfLines';
import { type Touches, touchKind } from '../history/fold';
import type { History } from '../history/history';
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
  /** See `importsOf`. */
  readonly imports: Uint8Array;
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
  readonly imported: boolean;
  /** Those of them who are active; the same people are the same array. */
  readonly active: readonly number[];
}

/**
 * From the commit of each line to the people who wrote it, as `creditCommits` has them: the author and every co-author,
 * each in full. A line that two wrote together is known by both, so that sharing it out would make owners of neither;
 * shares may therefore add up to more than 1. What a bot did is nobody's, what an agent did its humans', and who only
 * reviewed wrote nothing. A sweep over the tree wrote nothing either where it did not create the file, nor did who
 * imported a file without changing it later.
 *
 * @returns for a path, and the file it is in `Touches` (−1 for none), its lines; null for a path without any
 */
export function survivingLines(
  ownership: LineOwnership,
  input: WritersInput,
): (path: string, file: number) => SurvivingLines | null {
  const files = new Map(ownership.files.map(file => [file.path, file]));
  const activeOf = activeSets(input.active);
  const writers = writersOf(ownership, input, activeOf);
  return (path, file) => {
    const lines = files.get(path);
    return lines === undefined ? null : tally(lines, writers, writersIn(file, input, activeOf));
  };
}

/** Those of some people who are active; the same ones are the same array. */
function activeSets(active: readonly boolean[]): (people: readonly number[]) => readonly number[] {
  const sets = new Map<string, readonly number[]>();
  return people => {
    const set = people.filter(person => active[person] === true).sort((a, b) => a - b);
    const key = set.join();
    const known = sets.get(key) ?? set;
    sets.set(key, known);
    return known;
  };
}

/** By index of the commit in the ownership: null for nobody, undefined for a commit that is not in the history. */
function writersOf(
  ownership: LineOwnership,
  { history, touches, credits, imports, counts }: WritersInput,
  activeOf: (people: readonly number[]) => readonly number[],
): (Writers | null | undefined)[] {
  return Array.from(commitsOfLines(ownership, history), commit => {
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
      imported: imports[commit] === 1,
      active: activeOf(people),
    };
  });
}

/** Who wrote the lines of a commit in one file: not everyone of a sweep or an import did. */
function writersIn(
  file: number,
  { touches, credits }: WritersInput,
  activeOf: (people: readonly number[]) => readonly number[],
): (found: Writers) => Pick<Writers, 'people' | 'active'> {
  const start = file < 0 ? 0 : (touches.starts[file] ?? 0);
  const end = file < 0 ? 0 : (touches.starts[file + 1] ?? 0);
  const created = (commit: number): boolean => {
    for (let at = start; at < end; at++) {
      if (touches.commits[at] === commit && touches.kinds[at] === touchKind.created) {
        return true;
      }
    }
    return false;
  };
  const changed = (person: number): boolean => {
    for (let at = start; at < end; at++) {
      const commit = touches.commits[at] ?? 0;
      if (touches.kinds[at] === touchKind.created || (touches.breadth[commit] ?? 0) > sweepBreadth) {
        continue;
      }
      for (let credit = credits.starts[commit] ?? 0; credit < (credits.starts[commit + 1] ?? 0); credit++) {
        if (credits.people[credit] === person && credits.weights[credit] === 1) {
          return true;
        }
      }
    }
    return false;
  };
  return found => {
    if (!found.sweep || (!found.imported && created(found.commit))) {
      return found;
    }
    const people = created(found.commit) ? found.people.filter(changed) : [];
    return { people, active: activeOf(people) };
  };
}

function tally(
  { lines, runs }: FileLines,
  writers: readonly (Writers | null | undefined)[],
  writersHere: (found: Writers) => Pick<Writers, 'people' | 'active'>,
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
    const wrote = found && writersHere(found);
    if (!found || !wrote || wrote.people.length === 0) {
      blocks.nobody(length);
      continue;
    }
    byPeople += length;
    for (const person of wrote.people) {
      const known = people.get(person) ?? { lines: 0, lastChanged: 0 };
      known.lines += length;
      known.lastChanged = Math.max(known.lastChanged, found.time);
      people.set(person, known);
    }
    if (wrote.active.length > 0) {
      together.set(wrote.active, (together.get(wrote.active) ?? 0) + length);
      blocks.others(length);
      continue;
    }
    quiet += length;
    const [only] = wrote.people;
    if (only === undefined || wrote.people.length > 1) {
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
