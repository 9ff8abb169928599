import { isOperated } from '../components/placeKind';
import { touchKind } from '../history/fold';
import type { ComponentKind, Toil } from '../model';
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
/** A commit that changes more files is work on something else, which passed by here. */
const widestEdit = 10;
/** So many files of a component are named. */
const mostListed = 3;

/**
 * Operations files that one person edits by hand again and again: what a program could do instead. Of the commits of the
 * last {@link ToilInput.days} that changed at most 10 files, one person made at least 80 %, on 6 or more days in 4 or more
 * weeks, with a third of the time between the first and the last. What the edits were is not known here, so these are
 * candidates. Commits of bots are automated already and do not count; what created or moved the file is no edit. Days are told
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
}

function toilIn(path: string, file: number, { history, touches, credits, asOf, days }: ToilInput): Toil | null {
  const start = touches.starts[file] ?? 0;
  const end = touches.starts[file + 1] ?? 0;
  if (end - start < fewestDays) return null;
  const since = asOf - days * daySeconds;
  const times: number[] = [];
  const timesOf = new Map<number, number[]>();
  for (let at = start; at < end; at++) {
    const commit = touches.commits[at] ?? 0;
    const time = history.authorTimes.at(commit);
    const isEdit = touches.kinds[at] === touchKind.changed && (touches.breadth[commit] ?? 0) <= widestEdit;
    const writers = isEdit && time >= since && time <= asOf ? writersOf(commit, credits) : [];
    if (writers.length > 0) times.push(time);
    for (const person of writers) timesOf.set(person, [...(timesOf.get(person) ?? []), time]);
  }
  const own = [...timesOf.values()].find(each => each.length >= onePerson * times.length && isHabit(each, days));
  return own === undefined
    ? null
    : { path, edits: times.length, byOne: own.length, days, from: Math.min(...times), to: Math.max(...times) };
}

function writersOf(commit: number, { starts, people, weights }: OwnershipInput['credits']): readonly number[] {
  const writers: number[] = [];
  for (let at = starts[commit] ?? 0; at < (starts[commit + 1] ?? 0); at++)
    if (weights[at] === 1) writers.push(people[at] ?? 0);
  return writers;
}

function isHabit(times: readonly number[], within: number): boolean {
  const days = new Set(times.map(time => Math.floor(time / daySeconds)));
  const weeks = new Set([...days].map(day => Math.floor((day + daysToMonday) / 7)));
  const span = Math.max(...days) - Math.min(...days);
  return days.size >= fewestDays && weeks.size >= fewestWeeks && span >= shortestSpan * within;
}
