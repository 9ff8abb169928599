import { changeStatus, History, type TrailerRole } from '../../../src/core/history/history';

export type Person = readonly [name: string, email: string];

export const ann: Person = ['Ann Example', 'ann@example.com'];
export const ben: Person = ['Ben Bäcker', 'ben@example.com'];
export const cleo: Person = ['Cleo Third', 'cleo@example.com'];
export const bot: Person = ['Release Bot', 'release@example.com'];
export const agent: Person = ['Claude', 'noreply@anthropic.com'];

export const day = 86_400;

/** Seconds since 1970 of a day of the written histories. */
export function at(on: number): number {
  return (10_000 + on) * day;
}

export interface WrittenCommit {
  readonly author: Person;
  /** Without one, the author. */
  readonly committer?: Person;
  /** Day, see {@link at}; without one, its place in the list. */
  readonly on?: number;
  /** Places in the list; without them, the commit before. */
  readonly parents?: readonly number[];
  readonly trailers?: readonly (readonly [TrailerRole, Person])[];
  /** Values of trailers that thank for help. */
  readonly thanks?: readonly string[];
  readonly repair?: boolean;
  /** `A path`, `M path`, `T path`, `D path`, `mode path`, `R old new` (changed as well), `R100 old new`. */
  readonly changes?: readonly string[];
}

/** Object id of the commit at a place of the list. */
export function shaAt(place: number): Uint8Array {
  const sha = Buffer.alloc(20);
  sha.writeUInt32BE(place + 1, 0);
  return sha;
}

/** A history as a parser would have filled it; `reading` is the order in which the commits are read. */
export function writeHistory(commits: readonly WrittenCommit[], reading = [...commits.keys()]): History {
  const history = new History(20);
  for (const place of reading) {
    const commit = commits[place];
    if (!commit) continue;
    const time = at(commit.on ?? place);
    const committer = commit.committer ?? commit.author;
    history.commit(shaAt(place), history.signature(...commit.author), time, history.signature(...committer), time);
    if (commit.repair === true) history.repair();
    for (const parent of commit.parents ?? (place === 0 ? [] : [place - 1])) history.parent(shaAt(parent));
    for (const [role, person] of commit.trailers ?? []) history.trailer(role, history.signature(...person));
    for (const text of commit.thanks ?? []) history.thanks(text);
    for (const change of commit.changes ?? []) writeChange(history, change.split(' '));
  }
  return history;
}

function writeChange(history: History, [kind = '', path = '', target = '']: readonly string[]): void {
  if (kind.startsWith('R')) {
    history.change(changeStatus.renamed, history.path(target), history.path(path), kind === 'R100');
  } else if (kind === 'mode') {
    history.change(changeStatus.modified, history.path(path), -1, true);
  } else {
    history.change(kind.charCodeAt(0), history.path(path), -1, false);
  }
}
