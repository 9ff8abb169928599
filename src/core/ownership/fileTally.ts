import { touchKind } from '../history/fold';
import type { OwnershipInput } from './fileOwnership';
import type { SurvivingLines } from './survivingLines';
import { sweepBreadth } from './sweep';

const daySeconds = 86_400;

/** What one person did in one file. */
export interface FileTally {
  readonly person: number;
  created: boolean;
  /** Commits that wrote here, sweeps left out unless they created the file. */
  deliveries: number;
  touches: number;
  /** Those of them that an AI agent helped with. */
  assisted: number;
  /** Commits that were reviewed here and not written. */
  reviews: number;
  /** Touches, a sweep counting less, a review half. */
  effort: number;
  /** The same, halved for every half-life that passed. */
  recency: number;
  lines: number;
  lastTouched: number;
}

/** What everyone did in a file. */
export interface FileTallies {
  readonly tallies: FileTally[];
  deliveries: number;
  assisted: number;
  lastTouched: number;
  /** When an import brought the file in, in seconds; null where it was written here. */
  imported: number | null;
  /** Who imported it and when, in seconds, and has not changed it since. */
  readonly importers: Map<number, number>;
}

export function noTallies(): FileTallies {
  return { tallies: [], deliveries: 0, assisted: 0, lastTouched: 0, imported: null, importers: new Map() };
}

/** What everyone did in a file, from its touches. Who imported it created it only if they changed it later. */
export function tallyTouches(start: number, end: number, input: OwnershipInput): FileTallies {
  const all = noTallies();
  addTouches(all, start, end, null, input);
  return all;
}

/** Adds touches to what everyone did: from `start` up to `end`, or what a list has there. */
export function addTouches(
  all: FileTallies,
  start: number,
  end: number,
  list: Int32Array | null,
  { history, touches, credits, imports, asOf, settings }: OwnershipInput,
): void {
  const { tallies, importers } = all;
  const byPerson = new Map(tallies.map(tally => [tally.person, tally]));
  for (let index = start; index < end; index++) {
    const at = list === null ? index : (list[index] ?? 0);
    const commit = touches.commits[at] ?? 0;
    const breadth = touches.breadth[commit] ?? 0;
    const created = touches.kinds[at] === touchKind.created;
    const sweep = breadth > sweepBreadth;
    const time = history.authorTimes.at(commit);
    const size = sweep ? sweepBreadth / 4 / breadth : 1;
    const age = Math.max(0, asOf - time) / daySeconds;
    const decay = 2 ** (-age / settings.halfLifeDays);
    const delivered = !created && !sweep;
    all.lastTouched = Math.max(all.lastTouched, time);
    all.assisted += credits.assisted[commit] ?? 0;
    const isImport = created && imports[commit] === 1;
    if (isImport) {
      all.imported = time;
    }
    if (delivered) {
      all.deliveries++;
    }
    const last = credits.starts[commit + 1] ?? 0;
    for (let credit = credits.starts[commit] ?? 0; credit < last; credit++) {
      const person = credits.people[credit] ?? 0;
      const weight = credits.weights[credit] ?? 0;
      if (isImport) {
        importers.set(person, time);
        continue;
      }
      let entry = byPerson.get(person);
      if (!entry) {
        entry = newTally(person);
        byPerson.set(person, entry);
        tallies.push(entry);
      }
      entry.effort += size * weight;
      entry.recency += size * weight * decay;
      if (weight === 1) {
        entry.touches++;
        entry.assisted += credits.assisted[commit] ?? 0;
        entry.created ||= created;
        entry.deliveries += delivered ? 1 : 0;
        entry.lastTouched = Math.max(entry.lastTouched, time);
      } else {
        entry.reviews++;
      }
    }
  }
  for (const [person, time] of importers) {
    const entry = byPerson.get(person);
    if (entry && entry.deliveries > 0) {
      entry.created = true;
      entry.touches++;
      entry.lastTouched = Math.max(entry.lastTouched, time);
      importers.delete(person);
    }
  }
}

function newTally(person: number): FileTally {
  return {
    person,
    created: false,
    deliveries: 0,
    touches: 0,
    assisted: 0,
    reviews: 0,
    effort: 0,
    recency: 0,
    lines: 0,
    lastTouched: 0,
  };
}

/** Notes the lines of each person; a merge may have brought some of who never touched the file. */
export function addWriters(tallies: FileTally[], surviving: SurvivingLines | null): void {
  for (const { person, lines, lastChanged } of surviving?.people ?? []) {
    let entry = tallies.find(tally => tally.person === person);
    if (!entry) {
      entry = newTally(person);
      tallies.push(entry);
    }
    entry.lines = lines;
    entry.lastTouched = Math.max(entry.lastTouched, lastChanged);
  }
}
