import type { History } from './history/history';
import type { Limit, Person } from './model';
import type { FileEvidence } from './ownership/fileOwnership';

/** Fewer commits than this tell little about who knows what. */
const youngBelow = 20;

/** Said from these shares of the files on. */
const muchAbandoned = 0.25;
const muchImported = 0.05;

const daySeconds = 86_400;

/**
 * What the history itself does not tell.
 *
 * @param age seconds from the newest commit to the scan
 */
export function historyLimits(
  history: History,
  people: readonly Person[],
  asOf: number,
  age: number,
  activeDays: number,
): Limit[] {
  const limits: Limit[] = [];
  if (history.commitCount === 0) {
    return limits;
  }
  if (history.commitCount < youngBelow) {
    limits.push({ code: 'young', values: { commits: history.commitCount } });
  }
  if (people.filter(person => !person.bot && !person.agent && person.commits > 0).length === 1) {
    limits.push({ code: 'singleAuthor', values: {} });
  }
  if (age > activeDays * daySeconds) {
    limits.push({ code: 'stale', values: { date: asOf } });
  }
  return limits;
}

/** Whether the history of a Snapshot is cut off. */
export function isCutOff({ limits }: { readonly limits: readonly Limit[] }): boolean {
  return limits.some(({ code }) => code === 'shallow');
}

/** How much of the files and lines cannot be judged. */
export function evidenceLimits(files: readonly FileEvidence[]): Limit[] {
  const imported = files.flatMap(({ untouchedSince }) => (untouchedSince === null ? [] : [untouchedSince]));
  const importedShare = shareOf(imported.length, files.length);
  const lines = files.reduce((sum, file) => sum + (file.lines ?? 0), 0);
  const unknown = shareOf(
    files.reduce((sum, file) => sum + file.unknownLines, 0),
    lines,
  );
  return [
    ...abandonedLimit(files),
    ...(importedShare >= muchImported
      ? [{ code: 'imported', values: { share: importedShare, date: mostFrequent(imported) } } as const]
      : []),
    ...(unknown > 0 ? [{ code: 'unknownLines', values: { share: unknown } } as const] : []),
  ];
}

/** Whether much of the files of which it is known has no active owner. */
export function abandonedLimit(files: readonly Pick<FileEvidence, 'state'>[]): Limit[] {
  let known = 0;
  let orphaned = 0;
  for (const { state } of files) {
    if (state !== 'unknown') known++;
    if (state === 'orphaned') orphaned++;
  }
  const share = shareOf(orphaned, known);
  return share >= muchAbandoned ? [{ code: 'abandoned', values: { share } }] : [];
}

/** The number that is there most often, the lowest among equals. */
function mostFrequent(numbers: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const number of numbers) {
    counts.set(number, (counts.get(number) ?? 0) + 1);
  }
  return [...counts].sort(([a, countOfA], [b, countOfB]) => countOfB - countOfA || a - b)[0]?.[0] ?? 0;
}

function shareOf(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}
