import type { History } from './history/history';
import type { Limit, Person } from './model';
import type { FileEvidence } from './ownership/fileOwnership';

/** Fewer commits than this tell little about who knows what. */
const youngBelow = 20;

/** Said from this share of the files on. */
const muchAbandoned = 0.25;

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

/** How much of the files and lines cannot be judged. */
export function evidenceLimits(files: readonly FileEvidence[]): Limit[] {
  const known = files.filter(({ state }) => state !== 'unknown');
  const lines = files.reduce((sum, file) => sum + (file.lines ?? 0), 0);
  const unknown = shareOf(
    files.reduce((sum, file) => sum + file.unknownLines, 0),
    lines,
  );
  return [
    ...abandonedLimit(known),
    ...(unknown > 0 ? [{ code: 'unknownLines', values: { share: unknown } } as const] : []),
  ];
}

/** Whether much of the files has no active owner. `known`: those of which it is known. */
export function abandonedLimit(known: readonly Pick<FileEvidence, 'recent'>[]): Limit[] {
  const share = shareOf(known.filter(({ recent }) => recent.length === 0).length, known.length);
  return share >= muchAbandoned ? [{ code: 'abandoned', values: { share } }] : [];
}

function shareOf(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}
