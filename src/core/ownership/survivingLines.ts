import type { WrittenTogether } from '../grounds';
import { type FileLines, type LineOwnership, unknownCommit } from '../lines/lineOwnership';
import type { OrphanedBlock, PersonLines } from '../model';
import { type LineWriters, lineWriters, type WritersInput, writersIn } from './lineWriters';
import { BlockFinder } from './orphanedBlocks';

/** What surviving lines are told from. */
export interface SurvivorsInput extends WritersInput {
  /** By person. */
  readonly active: readonly boolean[];
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
  input: SurvivorsInput,
): (path: string, file: number) => SurvivingLines | null {
  const files = new Map(ownership.files.map(file => [file.path, file]));
  const activeOf = activeSets(input.active);
  const writers = lineWriters(ownership, input);
  return (path, file) => {
    const lines = files.get(path);
    return lines === undefined ? null : tally(lines, writers, writersIn(file, input), activeOf);
  };
}

/** Those of some people who are active; the same ones are the same array. */
function activeSets(active: readonly boolean[]): (people: readonly number[]) => readonly number[] {
  const sets = new Map<string, readonly number[]>();
  /** A commit's people are the same array for each of its runs. */
  const found = new WeakMap<readonly number[], readonly number[]>();
  return people => {
    const known = found.get(people);
    if (known) {
      return known;
    }
    const own = people.filter(person => active[person] === true).sort((a, b) => a - b);
    const key = own.join();
    const set = sets.get(key) ?? own;
    sets.set(key, set);
    found.set(people, set);
    return set;
  };
}

function tally(
  { lines, runs }: FileLines,
  writers: readonly (LineWriters | null | undefined)[],
  writersHere: (found: LineWriters) => readonly number[],
  activeOf: (people: readonly number[]) => readonly number[],
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
    if (!found || !wrote || wrote.length === 0) {
      blocks.nobody(length);
      continue;
    }
    byPeople += length;
    for (const person of wrote) {
      const known = people.get(person) ?? { lines: 0, lastChanged: 0 };
      known.lines += length;
      known.lastChanged = Math.max(known.lastChanged, found.time);
      people.set(person, known);
    }
    const active = activeOf(wrote);
    if (active.length > 0) {
      together.set(active, (together.get(active) ?? 0) + length);
      blocks.others(length);
      continue;
    }
    quiet += length;
    const [only] = wrote;
    if (only === undefined || wrote.length > 1) {
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
