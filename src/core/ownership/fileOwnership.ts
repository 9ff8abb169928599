import { type Touches, touchKind } from '../history/fold';
import type { History } from '../history/history';
import type { FileKnowledge, State } from '../model';
import type { AnalysisSettings } from '../settings';
import type { Credits } from './credit';
import { authorshipThreshold, degreeOfAuthorship } from './doa';

const daySeconds = 86_400;

/** A commit that changes more files than this sweeps over the tree: it renames, reformats, relicenses. */
const sweepBreadth = 100;

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
  /** By person. */
  readonly active: readonly boolean[];
  /** The moment people are judged at, in seconds. */
  readonly asOf: number;
  readonly settings: Pick<AnalysisSettings, 'activityThreshold' | 'halfLifeDays'>;
}

/** What the history says of one file. */
export interface FileEvidence {
  readonly state: State;
  readonly certain: boolean;
  readonly knowledge: readonly FileKnowledge[];
  /** Active owners by authorship, by activity, and by either. */
  readonly authors: readonly number[];
  readonly recent: readonly number[];
  readonly owners: readonly number[];
  /** Time-decayed touches of everyone who ever touched it. */
  readonly activity: readonly { readonly person: number; readonly recency: number }[];
  readonly touches: number;
  readonly people: number;
  readonly lastTouched: number;
}

interface Tally {
  readonly person: number;
  created: boolean;
  /** Commits that wrote here, sweeps left out unless they created the file. */
  deliveries: number;
  touches: number;
  /** Touches, a sweep counting less, a review half. */
  effort: number;
  /** The same, halved for every half-life that passed. */
  recency: number;
  lastTouched: number;
}

/**
 * Who knows a file, by two kinds of evidence: authorship (DOA) and time-decayed activity. An owner is active and passes
 * either; the state is certain where both give the same.
 *
 * @param file as in {@link Touches}; −1, a file no commit was seen to touch, is `unknown`.
 */
export function fileEvidence(file: number, input: OwnershipInput): FileEvidence {
  const start = file < 0 ? 0 : (input.touches.starts[file] ?? 0);
  const end = file < 0 ? 0 : (input.touches.starts[file + 1] ?? 0);
  const { tallies, deliveries, lastTouched } = tally(start, end, input);
  if (tallies.length === 0) {
    return { ...nothingKnown, touches: end - start, lastTouched, state: end > start ? 'orphaned' : 'unknown' };
  }
  const authorship = authorshipOf(tallies, deliveries);
  const totalEffort = sum(tallies, tally => tally.effort);
  const totalRecency = sum(tallies, tally => tally.recency);
  const activity = tallies.map(tally => (totalRecency > 0 ? tally.recency / totalRecency : 0));
  const needed = neededShare(input.settings.activityThreshold, Math.max(...activity));

  const authors: number[] = [];
  const recent: number[] = [];
  const owners: number[] = [];
  const knowledge = tallies.map((tally, index): FileKnowledge => {
    const active = input.active[tally.person] === true;
    const knowsEnough = tally.effort >= leastTouches || tally.effort >= leastTouchShare * totalEffort;
    const byAuthorship = active && (authorship.isAuthor[index] ?? false);
    const byActivity = active && knowsEnough && (activity[index] ?? 0) >= needed;
    if (byAuthorship) {
      authors.push(tally.person);
    }
    if (byActivity) {
      recent.push(tally.person);
    }
    if (byAuthorship || byActivity) {
      owners.push(tally.person);
    }
    return {
      person: tally.person,
      share: ((authorship.shares[index] ?? 0) + (activity[index] ?? 0)) / 2,
      authorship: authorship.normalised[index] ?? 0,
      activity: activity[index] ?? 0,
      touches: tally.touches,
      created: tally.created,
      lastTouched: tally.lastTouched,
      owner: byAuthorship || byActivity,
    };
  });
  knowledge.sort((a, b) => b.share - a.share || b.touches - a.touches || a.person - b.person);
  const state = stateOf(owners.length);
  return {
    state,
    certain: stateOf(authors.length) === state && stateOf(recent.length) === state,
    knowledge: knowledge.filter((entry, index) => index < listedPeople || entry.owner),
    authors,
    recent,
    owners,
    activity: tallies,
    touches: end - start,
    people: tallies.length,
    lastTouched,
  };
}

/** Evidence of a file whose history began earlier than what is there: shares of the rest would mislead. */
export function notWhole({ lastTouched }: FileEvidence): FileEvidence {
  return { ...nothingKnown, state: 'unknown', touches: 0, lastTouched };
}

const nothingKnown = {
  certain: false,
  knowledge: [],
  authors: [],
  recent: [],
  owners: [],
  activity: [],
  people: 0,
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

function tally(
  start: number,
  end: number,
  { history, touches, credits, asOf, settings }: OwnershipInput,
): { tallies: Tally[]; deliveries: number; lastTouched: number } {
  const tallies: Tally[] = [];
  const byPerson = new Map<number, Tally>();
  let deliveries = 0;
  let lastTouched = 0;
  for (let at = start; at < end; at++) {
    const commit = touches.commits[at] ?? 0;
    const breadth = touches.breadth[commit] ?? 0;
    const created = touches.kinds[at] === touchKind.created;
    const sweep = breadth > sweepBreadth;
    const time = history.authorTimes.at(commit);
    const size = sweep ? sweepBreadth / 4 / breadth : 1;
    const age = Math.max(0, asOf - time) / daySeconds;
    const decay = 2 ** (-age / settings.halfLifeDays);
    const delivered = !created && !sweep;
    lastTouched = Math.max(lastTouched, time);
    if (delivered) {
      deliveries++;
    }
    const last = credits.starts[commit + 1] ?? 0;
    for (let credit = credits.starts[commit] ?? 0; credit < last; credit++) {
      const person = credits.people[credit] ?? 0;
      const weight = credits.weights[credit] ?? 0;
      let entry = byPerson.get(person);
      if (!entry) {
        entry = { person, created: false, deliveries: 0, touches: 0, effort: 0, recency: 0, lastTouched: 0 };
        byPerson.set(person, entry);
        tallies.push(entry);
      }
      entry.effort += size * weight;
      entry.recency += size * weight * decay;
      if (weight === 1) {
        entry.touches++;
        entry.created ||= created;
        entry.deliveries += delivered ? 1 : 0;
        entry.lastTouched = Math.max(entry.lastTouched, time);
      }
    }
  }
  return { tallies, deliveries, lastTouched };
}

/** Authorship by DOA; the shares of the authors add up to 1. */
function authorshipOf(
  tallies: readonly Tally[],
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
