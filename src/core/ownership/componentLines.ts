import type { WrittenTogether } from '../grounds';
import type { PersonLines } from '../model';
import { type FileEvidence, neededShare } from './fileOwnership';

/** What the lines of its files say of a component. */
export interface ComponentLines {
  /** Of all its files; null before they are known. */
  readonly lines: number | null;
  /** Who wrote them, most first. */
  readonly linesBy: readonly PersonLines[];
  /** Lines that people wrote, and those of them that nobody active did. */
  readonly linesByPeople: number;
  readonly quietLines: number;
  /** The others of them, by the active people who wrote them together, in the order of these people. */
  readonly writtenBy: readonly WrittenTogether[];
  /** Active people with enough of the lines, on enough of the files; null where the lines do not tell. */
  readonly writers: readonly number[] | null;
}

/**
 * @param files all of the component
 * @param known those of which it is known who owns them
 * @param threshold share of the lines that is enough
 * @param fewest files with lines of a person that are enough
 */
export function componentLines(
  files: readonly FileEvidence[],
  known: readonly FileEvidence[],
  active: readonly boolean[],
  threshold: number,
  fewest: number,
): ComponentLines {
  const counted = files.flatMap(({ lines }) => (lines === null ? [] : [lines]));
  const people = new Map<number, { lines: number; files: number }>();
  for (const { person, lines } of known.flatMap(({ wrote }) => wrote)) {
    const sum = people.get(person) ?? { lines: 0, files: 0 };
    sum.lines += lines;
    sum.files++;
    people.set(person, sum);
  }
  const linesBy = [...people]
    .map(([person, { lines }]): PersonLines => ({ person, lines }))
    .sort((a, b) => b.lines - a.lines || a.person - b.person);
  const linesByPeople = known.reduce((sum, file) => sum + file.linesByPeople, 0);
  const needed = neededShare(threshold, (linesBy[0]?.lines ?? 0) / linesByPeople) * linesByPeople;
  const told = known.filter(({ writers }) => writers !== null);
  return {
    lines: counted.length === 0 ? null : counted.reduce((sum, lines) => sum + lines, 0),
    linesBy,
    linesByPeople,
    quietLines: known.reduce((sum, file) => sum + file.quietLines, 0),
    writtenBy: addedUp(known.flatMap(({ together }) => together)),
    writers:
      told.length === 0 || told.length * 2 < known.length
        ? null
        : linesBy
            .filter(({ person, lines }) => lines >= needed && (people.get(person)?.files ?? 0) >= fewest)
            .map(({ person }) => person)
            .filter(person => active[person] === true),
  };
}

/** One entry for the same people, in the order of these people. */
export function addedUp(parts: readonly WrittenTogether[]): WrittenTogether[] {
  const sums = new Map<string, { readonly people: readonly number[]; lines: number }>();
  for (const { people, lines } of parts) {
    const key = people.join();
    const sum = sums.get(key) ?? { people, lines: 0 };
    sum.lines += lines;
    sums.set(key, sum);
  }
  return [...sums.values()].sort((a, b) => inOrder(a.people, b.people));
}

function inOrder(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((person, index) => person !== b[index]);
  return at < 0 ? a.length - b.length : (a[at] ?? 0) - (b[at] ?? Number.NEGATIVE_INFINITY);
}
