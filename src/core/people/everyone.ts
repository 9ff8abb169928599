import type { History } from '../history/history';
import type { Person } from '../model';
import { type Credits, creditCommits } from '../ownership/credit';
import type { AnalysisSettings } from '../settings';
import { type Identities, joinIdentities } from './identities';
import type { Mailmap } from './mailmap';
import { describePeople } from './people';

/** Everyone of a history: who is who, who is credited with what, who is active. */
export interface Everyone {
  readonly identities: Identities;
  readonly credits: Credits;
  /** By index of their identity. */
  readonly people: readonly Person[];
  /** The moment they are judged at: the newest commit, or the scan where that claims to be later. Seconds. */
  readonly asOf: number;
}

/** @param scannedAt seconds */
export function everyone(history: History, mailmap: Mailmap, settings: AnalysisSettings, scannedAt: number): Everyone {
  const identities = joinIdentities(history.signatures, usesOf(history), mailmap, settings.people);
  const credits = creditCommits(history, identities);
  const asOf = Math.min(newestCommit(history), scannedAt);
  const today = new Date(scannedAt * 1000).toISOString().slice(0, 10);
  return { identities, credits, asOf, people: describePeople(history, identities, credits, asOf, settings, today) };
}

function usesOf(history: History): Int32Array {
  const uses = new Int32Array(history.signatures.length);
  for (const author of history.authors.values) {
    uses[author] = (uses[author] ?? 0) + 1;
  }
  return uses;
}

function newestCommit(history: History): number {
  let newest = 0;
  for (const time of history.commitTimes.values) {
    newest = Math.max(newest, time);
  }
  return newest;
}
