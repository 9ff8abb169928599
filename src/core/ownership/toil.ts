import { isOperated } from '../components/placeKind';
import { touchKind } from '../history/fold';
import type { ComponentKind } from '../model';
import type { Toil } from '../toil';
import type { OwnershipInput } from './fileOwnership';

const daySeconds = 86_400;
/** 1970-01-01 was a Thursday. */
const daysToMonday = 3;

/** So many days with an edit, in so many weeks and over such a part of the time, are a habit and not one piece of work. */
const fewestDays = 6;
const fewestWeeks = 4;
const shortestSpan = 1 / 3;
/** From this share of the edits on they are one person's. */
const onePerson = 0.8;
/** From this part of the edits on that left no line, they are the same edit again, and not work that went on. */
const mostlyReplaced = 0.5;
/** A commit that changes more files is work on something else, which passed by here. */
const widestEdit = 10;
/** So many files of a component are named. */
const mostListed = 3;

/**
 * Operations files that one person edits by hand again and again: what a program could do instead. Of the commits of the
 * last {@link ToilInput.days} that changed at most 10 files, one person made at least 80 %, on 6 or more days in 4 or more
 * weeks, with a third of the time between the first and the last; and of those edits at least half left no line that stands,
 * since the next one replaced it: the same place again, as a version, a list or a limit is. Commits of bots are automated already and do not count; what created or moved the file is no edit. Days are told
 * apart by their date in UTC; the time of day is not looked at. Most edits first, at most 3.
 */
export function toilOf(
  files: readonly { readonly path: string; readonly file: number }[],
  kind: ComponentKind,
  input: ToilInput,
): Toil[] {
  return files
    .filter(({ path, file }) => file >= 0 && isOperated(path, kind))
    .flatMap(({ path, file }) => toilIn(path, file, input) ?? [])
    .sort((a, b) => b.edits - a.edits || (a.path < b.path ? -1 : 1))
    .slice(0, mostListed);
}

export interface ToilInput extends Pick<OwnershipInput, 'history' | 'touches' | 'credits' | 'asOf'> {
  /** Length of the time that is looked at. */
  readonly days: number;
  /** As `standingCommits` tells. */
  readonly standing: (path: string) => ReadonlySet<number> | null;
}

function toilIn(
  path: string,
  file: number,
  { history, touches, credits, asOf, days, standing }: ToilInput,
): Toil | null {
  const start = touches.starts[file] ?? 0;
  const end = touches.starts[file + 1] ?? 0;
  if (end - start < fewestDays) return null;
  const since = asOf - days * daySeconds;
  const edits: Edit[] = [];
  for (let at = start; at < end; at++) {
    const commit = touches.commits[at] ?? 0;
    const time = history.authorTimes.at(commit);
    const isEdit = touches.kinds[at] === touchKind.changed && (touches.breadth[commit] ?? 0) <= widestEdit;
    const writers = isEdit && time >= since && time <= asOf ? writersOf(commit, credits) : [];
    if (writers.length > 0) edits.push({ commit, time, writers });
  }
  const own = mostEdits(edits);
  if (own.length < onePerson * edits.length || !isHabit(own, days)) return null;
  const still = standing(path);
  const replaced = still === null ? 0 : own.filter(({ commit }) => !still.has(commit)).length;
  if (replaced < mostlyReplaced * own.length) return null;
  const times = edits.map(({ time }) => time);
  const [from, to] = [Math.min(...times), Math.max(...times)];
  return { path, edits: edits.length, byOne: own.length, replaced, days, from, to };
}

interface Edit {
  readonly commit: number;
  readonly time: number;
  readonly writers: readonly number[];
}

/** The edits of the one person who made most of them. */
function mostEdits(edits: readonly Edit[]): readonly Edit[] {
  const editsOf = new Map<number, Edit[]>();
  for (const edit of edits) {
    for (const person of edit.writers) editsOf.set(person, [...(editsOf.get(person) ?? []), edit]);
  }
  return [...editsOf.values()].reduce((most, own) => (own.length > most.length ? own : most), []);
}

function writersOf(commit: number, { starts, people, weights }: OwnershipInput['credits']): readonly number[] {
  const writers: number[] = [];
  for (let at = starts[commit] ?? 0; at < (starts[commit + 1] ?? 0); at++)
    if (weights[at] === 1) writers.push(people[at] ?? 0);
  return writers;
}

function isHabit(edits: readonly Edit[], within: number): boolean {
  const days = new Set(edits.map(({ time }) => Math.floor(time / daySeconds)));
  const weeks = new Set([...days].map(day => Math.floor((day + daysToMonday) / 7)));
  const span = Math.max(...days) - Math.min(...days);
  return days.size >= fewestDays && weeks.size >= fewestWeeks && span >= shortestSpan * within;
}
