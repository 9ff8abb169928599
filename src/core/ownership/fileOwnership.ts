import type { WrittenTogether } from '../grounds';
import type { Touches } from '../history/fold';
import type { History } from '../history/history';
import type { Evidence, FileKnowledge, OrphanedBlock, PersonLines, State } from '../model';
import type { AnalysisSettings } from '../settings';
import type { Credits } from './credit';
import { authorshipThreshold, degreeOfAuthorship } from './doa';
import { addWriters, type FileTallies, type FileTally, tallyTouches } from './fileTally';
import type { SurvivingLines } from './survivingLines';

/** One passing commit makes no owner of a file that saw many. */
const leastTouches = 1.5;
const leastTouchShare = 0.25;

/** At most this many people are listed for a file, owners first. */
const listedPeople = 5;

/** Everything file ownership is computed from. */
export interface OwnershipInput {
  readonly history: History;
  readonly touches: Touches;
  readonly credits: Credits;
  /** See `importsOf`. */
  readonly imports: Uint8Array;
  /** By person. */
  readonly active: readonly boolean[];
  /** The moment people are judged at, in seconds. */
  readonly asOf: number;
  readonly settings: Pick<AnalysisSettings, 'activityThreshold' | 'linesThreshold' | 'halfLifeDays'>;
}

/** What is known of the lines of one file. */
export interface LineEvidence {
  /** null: not known. */
  readonly lines: number | null;
  /** Active owners by lines; null where the lines do not tell. */
  readonly writers: readonly number[] | null;
  /** Who wrote the lines, most first. */
  readonly wrote: readonly PersonLines[];
  /** Lines that people wrote, and those of them that nobody active did. */
  readonly linesByPeople: number;
  readonly quietLines: number;
  /** The others by people, by the active ones who wrote them together. */
  readonly together: readonly WrittenTogether[];
  readonly unknownLines: number;
  readonly orphanedBlocks: readonly OrphanedBlock[];
}

/** What the history says of one file. */
export interface FileEvidence extends LineEvidence {
  readonly state: State;
  readonly certain: boolean;
  readonly knowledge: readonly FileKnowledge[];
  /** Everyone who is an author by DOA, active or not. */
  readonly authored: readonly number[];
  /** Active owners by authorship, by activity, and by any evidence. */
  readonly authors: readonly number[];
  readonly recent: readonly number[];
  readonly owners: readonly number[];
  /** Time-decayed touches of everyone who ever touched it. */
  readonly activity: readonly { readonly person: number; readonly recency: number }[];
  readonly touches: number;
  readonly assisted: number;
  /** When an import brought it in, where nobody worked on it since, in seconds; else null. */
  readonly untouchedSince: number | null;
  readonly imported: boolean;
  readonly people: number;
  readonly lastTouched: number;
}

/**
 * Who knows a file, by three kinds of evidence: authorship (DOA), time-decayed activity and, once they are known, the
 * lines that stand. An owner is active and passes any of them; the state is certain where at least two kinds alone give
 * the same.
 *
 * Lines are taken with care. They say who knows what stands there, so they may add an owner whom touches do not show
 * (who rewrote a file in one commit), and they support or weaken a state; but they take no owner away, since who works
 * on a file knows it however few lines remain.
 *
 * @param file as in {@link Touches}; −1, a file no commit was seen to touch, is `unknown`.
 * @param surviving its lines; null before they are known
 */
export function fileEvidence(file: number, input: OwnershipInput, surviving: SurvivingLines | null): FileEvidence {
  const start = file < 0 ? 0 : (input.touches.starts[file] ?? 0);
  const end = file < 0 ? 0 : (input.touches.starts[file + 1] ?? 0);
  const { tallies, deliveries, assisted, lastTouched, imported } = tallyTouches(start, end, input);
  const untouchedSince = tallies.every(tally => tally.deliveries === 0) ? imported : null;
  if (tallies.length === 0 || untouchedSince !== null) {
    const state = end > start && untouchedSince === null ? 'orphaned' : 'unknown';
    const { lines, unknown: unknownLines } = surviving ?? { lines: null, unknown: 0 };
    return {
      ...{ ...nothingKnown, lines, unknownLines, touches: end - start, assisted, lastTouched },
      ...{ state, untouchedSince, imported: imported !== null },
    };
  }
  addWriters(tallies, surviving);
  const authorship = authorshipOf(tallies, deliveries);
  const { activity, knows } = activityOf(tallies, input.settings.activityThreshold);
  const lines = lineShares(tallies, surviving);
  const neededLines = lines && neededShare(input.settings.linesThreshold, Math.max(...lines));

  const ownersBy: Record<Evidence, number[]> = { authorship: [], activity: [], lines: [] };
  const { authorship: authors, activity: recent, lines: writers } = ownersBy;
  const owners: number[] = [];
  const knowledge = tallies.map((tally, index): FileKnowledge => {
    const active = input.active[tally.person] === true;
    const byAuthorship = active && (authorship.isAuthor[index] ?? false);
    const byActivity = active && (knows[index] ?? false);
    const byLines = active && neededLines !== null && (lines?.[index] ?? 0) >= neededLines;
    const ownerBy = kindsOf(byAuthorship, byActivity, byLines);
    for (const evidence of ownerBy) {
      ownersBy[evidence].push(tally.person);
    }
    if (ownerBy.length > 0) {
      owners.push(tally.person);
    }
    const shares = [authorship.shares[index] ?? 0, activity[index] ?? 0, ...(lines ? [lines[index] ?? 0] : [])];
    return {
      person: tally.person,
      share: sum(shares, share => share) / shares.length,
      authorship: authorship.normalised[index] ?? 0,
      activity: activity[index] ?? 0,
      lines: surviving && tally.lines,
      touches: tally.touches,
      assisted: tally.assisted,
      reviews: tally.reviews,
      created: tally.created,
      lastTouched: tally.lastTouched,
      ownerBy,
    };
  });
  knowledge.sort((a, b) => b.share - a.share || b.touches - a.touches || a.person - b.person);
  const state = stateOf(owners.length);
  const kinds = [authors, recent, ...(lines ? [writers] : [])];
  return {
    state,
    // What was known of an imported file before its import is known to nobody here.
    certain:
      imported === null &&
      agree(
        kinds.map(people => stateOf(people.length)),
        state,
      ),
    knowledge: topKnowledge(knowledge),
    authored: passing(tallies, authorship.isAuthor),
    authors,
    recent,
    owners,
    activity: tallies.filter(({ recency }) => recency > 0),
    touches: end - start,
    assisted,
    untouchedSince,
    imported: imported !== null,
    people: tallies.length,
    lastTouched,
    lines: surviving?.lines ?? null,
    writers: lines && writers,
    wrote: surviving?.people ?? [],
    linesByPeople: surviving?.byPeople ?? 0,
    quietLines: surviving?.quiet ?? 0,
    together: surviving?.together ?? nothingKnown.together,
    unknownLines: surviving?.unknown ?? 0,
    orphanedBlocks: surviving?.orphanedBlocks ?? nothingKnown.orphanedBlocks,
  };
}

/** Who knows a file by authorship and by activity, active or not. */
export function knowersOf(
  { tallies, deliveries }: FileTallies,
  settings: Pick<AnalysisSettings, 'activityThreshold'>,
): { readonly authors: readonly number[]; readonly recent: readonly number[] } {
  return {
    authors: passing(tallies, authorshipOf(tallies, deliveries).isAuthor),
    recent: passing(tallies, activityOf(tallies, settings.activityThreshold).knows),
  };
}

function passing(tallies: readonly FileTally[], passes: readonly boolean[]): number[] {
  return tallies.filter((_, index) => passes[index]).map(({ person }) => person);
}

/** Shares of the time-decayed touches, and who has enough of them. */
function activityOf(tallies: readonly FileTally[], threshold: number): { activity: number[]; knows: boolean[] } {
  const totalEffort = sum(tallies, tally => tally.effort);
  const totalRecency = sum(tallies, tally => tally.recency);
  const activity = tallies.map(tally => (totalRecency > 0 ? tally.recency / totalRecency : 0));
  const needed = neededShare(threshold, Math.max(...activity));
  const knows = tallies.map(({ effort }, index) => {
    const enough = effort >= leastTouches || effort >= leastTouchShare * totalEffort;
    return enough && (activity[index] ?? 0) >= needed;
  });
  return { activity, knows };
}

/** Of what people know of a file, highest share first, what is listed. */
export function topKnowledge(knowledge: readonly FileKnowledge[]): FileKnowledge[] {
  return knowledge.filter((entry, index) => index < listedPeople || entry.ownerBy.length > 0);
}

/** Every combination of kinds of evidence, so that the files of a repository share them. */
const combinations: readonly (readonly Evidence[])[] = [
  [],
  ['authorship'],
  ['activity'],
  ['authorship', 'activity'],
  ['lines'],
  ['authorship', 'lines'],
  ['activity', 'lines'],
  ['authorship', 'activity', 'lines'],
];

function kindsOf(byAuthorship: boolean, byActivity: boolean, byLines: boolean): readonly Evidence[] {
  return combinations[(byAuthorship ? 1 : 0) + (byActivity ? 2 : 0) + (byLines ? 4 : 0)] ?? [];
}

/** Whether at least two kinds of evidence give the state. */
export function agree(states: readonly State[], state: State): boolean {
  return states.filter(each => each === state).length >= 2;
}

/** Evidence of a file whose history began earlier than what is there: shares of the rest would mislead. */
export function notWhole({ lastTouched, lines, unknownLines }: FileEvidence): FileEvidence {
  return {
    ...nothingKnown,
    state: 'unknown',
    touches: 0,
    assisted: 0,
    untouchedSince: null,
    imported: false,
    lastTouched,
    lines,
    unknownLines,
  };
}

const nothingKnown = {
  certain: false,
  knowledge: [],
  authored: [],
  authors: [],
  recent: [],
  owners: [],
  activity: [],
  people: 0,
  writers: null,
  wrote: [],
  linesByPeople: 0,
  quietLines: 0,
  together: [],
  orphanedBlocks: [],
} as const;

/**
 * The share of activity that makes an owner. Where many share the work nobody reaches the threshold, though everyone
 * knows it: then half of the highest share is enough.
 */
export function neededShare(threshold: number, highest: number): number {
  return Math.min(threshold, highest / 2);
}

/** The state that a number of owners makes. */
export function stateOf(owners: number): State {
  return owners === 0 ? 'orphaned' : owners === 1 ? 'sole' : 'shared';
}

/** Shares of the lines that people wrote; null where people wrote less than half of what stands, which tells too little. */
function lineShares(tallies: readonly FileTally[], surviving: SurvivingLines | null): number[] | null {
  if (surviving === null || surviving.byPeople === 0 || surviving.byPeople * 2 < surviving.lines) {
    return null;
  }
  return tallies.map(tally => tally.lines / surviving.byPeople);
}

/** Authorship by DOA; the shares of the authors add up to 1. */
function authorshipOf(
  tallies: readonly FileTally[],
  deliveries: number,
): { normalised: number[]; isAuthor: boolean[]; shares: number[] } {
  // Who only reviewed has written nothing.
  const degrees = tallies.map(tally =>
    tally.touches > 0 ? degreeOfAuthorship(tally.created, tally.deliveries, deliveries - tally.deliveries) : 0,
  );
  const highest = Math.max(...degrees);
  const normalised = degrees.map(degree => (highest > 0 ? Math.max(0, degree) / highest : 0));
  const isAuthor = degrees.map(
    (degree, index) =>
      degree >= authorshipThreshold.absolute && (normalised[index] ?? 0) > authorshipThreshold.normalised,
  );
  const total = sum(degrees, (degree, index) => (isAuthor[index] ? degree : 0));
  const shares = degrees.map((degree, index) => (isAuthor[index] ? degree / total : 0));
  return { normalised, isAuthor, shares };
}

function sum<T>(items: readonly T[], value: (item: T, index: number) => number): number {
  let total = 0;
  items.forEach((item, index) => {
    total += value(item, index);
  });
  return total;
}
