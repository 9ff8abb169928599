import { Buckets } from '../history/buckets';
import type { Touches } from '../history/fold';
import { Lifetimes } from '../history/lifetimes';
import type { Moments } from '../history/points';
import type { Person } from '../model';
import type { Identities } from '../people/identities';
import type { Worked } from './componentWork';
import type { FileOwners } from './fileOwners';
import { knowersOf, type OwnershipInput, stateOf } from './fileOwnership';
import { addTouches, type FileTallies, noTallies } from './fileTally';
import type { OwnershipRow } from './ownershipColumns';

export interface PastInput {
  /** As of today. */
  readonly ownership: OwnershipInput;
  readonly identities: Identities;
  readonly people: readonly Person[];
  readonly activeDays: number;
  /** Object id of the head. */
  readonly head: string | null;
  /** The files that count at the head, each with its component; `file` as in `Touches`. */
  readonly places: readonly { readonly file: number; readonly component: string | null }[];
  /** Files of all paths at the head, as in `Touches`. */
  readonly standing: readonly number[];
  /** Component of a path that is not there any more; undefined where such a file does not count. */
  readonly componentOf: (path: string) => string | null | undefined;
}

/** A file as it is known at a moment. */
interface KnownFile extends FileTallies {
  /** The moment that the recency of the tallies is as of. */
  asOf: number;
  /** Who passes, active or not. */
  authors: readonly number[];
  recent: readonly number[];
}

/** Who owns a file at a moment. */
export type OwnedFile = Omit<FileOwners, 'writers'> & Worked & { readonly lastTouched: number };

const daySeconds = 86_400;
const excluded = -2;
const unplaced = -1;
const unasked = -3;

/** One pass over a history, moment by moment, oldest first. */
export class PastPass {
  readonly #input: PastInput;
  readonly #touches: Touches;
  readonly #known: (KnownFile | undefined)[] = [];
  readonly #lifetimes: Lifetimes;
  readonly #seen: Float64Array;
  readonly #ids: string[] = [];
  readonly #placeOfPath: Int32Array;
  /** By file: place of the component at the head, or that it does not count; `unasked`: not at the head. */
  readonly #placeAtHead: Int32Array;
  readonly #commitsAt: Buckets;
  readonly #touchesAt: Buckets;
  readonly #fileOfTouch: Int32Array;
  #asOf = 0;
  #active: readonly boolean[] = [];

  constructor(input: PastInput, all: Moments) {
    const { history, touches } = input.ownership;
    const { moments, ofCommit } = all;
    this.#input = input;
    this.#touches = touches;
    this.#lifetimes = new Lifetimes(touches, all, input.standing);
    this.#seen = new Float64Array(input.people.length);
    this.#placeOfPath = new Int32Array(history.paths.length).fill(unasked);
    this.#placeAtHead = this.#placesAtHead();
    this.#fileOfTouch = filesOfTouches(touches);
    this.#commitsAt = new Buckets(history.commitCount, moments.length, commit => ofCommit[commit] ?? -1);
    this.#touchesAt = new Buckets(
      touches.commits.length,
      moments.length,
      touch => ofCommit[touches.commits[touch] ?? 0] ?? -1,
    );
  }

  /** Takes in what came until a moment. */
  advance(moment: number): void {
    this.#lifetimes.advance(moment);
    this.#see(this.#commitsAt.at(moment));
    this.#touch(this.#touchesAt.at(moment));
  }

  /** By person. `last`: as the analysis has it, which knows who left. */
  active(last: boolean): readonly boolean[] {
    return last ? this.#input.ownership.active : this.#active;
  }

  /** The files that count, and those of each component. */
  look(last: boolean): { files: readonly OwnedFile[]; byComponent: ReadonlyMap<string, readonly OwnedFile[]> } {
    const files: OwnedFile[] = [];
    const byComponent = new Map<string, OwnedFile[]>();
    const add = (file: number, component: string | null): void => {
      const owned = this.#owned(file, this.active(last));
      files.push(owned);
      if (component !== null) {
        const own = byComponent.get(component);
        if (own) {
          own.push(owned);
        } else {
          byComponent.set(component, [owned]);
        }
      }
    };
    if (last) {
      for (const { file, component } of this.#input.places) {
        add(file, component);
      }
      return { files, byComponent };
    }
    for (let file = 0; file < this.#touches.fileCount; file++) {
      if (this.#lifetimes.paths[file] !== -1) {
        const place = this.#placeOf(file);
        if (place !== excluded) {
          add(file, this.#ids[place] ?? null);
        }
      }
    }
    return { files, byComponent };
  }

  /** A file as it stood at the moment that was {@link advance}d to; null where it did not stand, or no commit touched it. */
  fileAt(file: number, active: readonly boolean[]): OwnershipRow | null {
    if (file < 0 || this.#lifetimes.paths[file] === -1) {
      return null;
    }
    const { state, owners, lastTouched } = this.#owned(file, active);
    return { state, owners: owners.length, lastTouched, certain: true, accepted: false };
  }

  #see(commits: Int32Array): void {
    const { ownership, identities, people, activeDays } = this.#input;
    const { history, credits } = ownership;
    for (const commit of commits) {
      this.#asOf = Math.min(Math.max(this.#asOf, history.commitTimes.at(commit)), ownership.asOf);
    }
    for (const commit of commits) {
      const time = Math.min(history.authorTimes.at(commit), this.#asOf);
      this.#later(identities.ofSignature[history.authors.at(commit)] ?? 0, time);
      for (let at = credits.starts[commit] ?? 0; at < (credits.starts[commit + 1] ?? 0); at++) {
        this.#later(credits.people[at] ?? 0, time);
      }
    }
    const since = this.#asOf - activeDays * daySeconds;
    this.#active = people.map(({ bot, agent, id }) => {
      const seen = this.#seen[id] ?? 0;
      return !bot && !agent && seen > 0 && seen >= since;
    });
  }

  #later(person: number, time: number): void {
    this.#seen[person] = Math.max(this.#seen[person] ?? 0, time);
  }

  #touch(touches: Int32Array): void {
    const input = { ...this.#input.ownership, asOf: this.#asOf };
    const { halfLifeDays } = input.settings;
    for (let at = 0; at < touches.length; ) {
      const file = this.#fileOfTouch[touches[at] ?? 0] ?? 0;
      const known = this.#known[file] ?? newlyKnown();
      const faded = 2 ** (-(this.#asOf - known.asOf) / daySeconds / halfLifeDays);
      for (const tally of known.tallies) {
        tally.recency *= faded;
      }
      known.asOf = this.#asOf;
      const start = at;
      while (at < touches.length && this.#fileOfTouch[touches[at] ?? 0] === file) {
        at++;
      }
      addTouches(known, start, at, touches, input);
      Object.assign(known, knowersOf(known, input.settings));
      this.#known[file] = known;
    }
  }

  #owned(file: number, active: readonly boolean[]): OwnedFile {
    const known = this.#known[file];
    // Nobody here has worked on what an import brought in.
    if (known === undefined || (known.imported !== null && known.tallies.every(({ deliveries }) => deliveries === 0))) {
      const lastTouched = known?.lastTouched ?? 0;
      return { state: 'unknown', owners: [], recent: [], activity: [], lastTouched };
    }
    const recent = activeOf(known.recent, active);
    const authors = activeOf(known.authors, active);
    const more = authors.filter(person => !recent.includes(person));
    const owners = more.length === 0 ? recent : [...recent, ...more];
    const faded = 2 ** (-(this.#asOf - known.asOf) / daySeconds / this.#input.ownership.settings.halfLifeDays);
    const { tallies, lastTouched } = known;
    return { state: stateOf(owners.length), owners, recent, activity: tallies, faded, lastTouched };
  }

  #placesAtHead(): Int32Array {
    const { places, standing } = this.#input;
    const found = new Int32Array(this.#touches.fileCount).fill(unasked);
    for (const file of standing) {
      found[file] = excluded;
    }
    for (const { file, component } of places) {
      if (file >= 0) {
        found[file] = this.#placeOfId(component);
      }
    }
    return found;
  }

  /** Where it is now; where it is no more, where it was. */
  #placeOf(file: number): number {
    const atHead = this.#placeAtHead[file] ?? unasked;
    if (atHead !== unasked) {
      return atHead;
    }
    const path = this.#lifetimes.paths[file] ?? -1;
    const known = this.#placeOfPath[path] ?? unasked;
    if (known !== unasked) {
      return known;
    }
    const component = this.#input.componentOf(this.#input.ownership.history.paths[path] ?? '');
    const place = component === undefined ? excluded : this.#placeOfId(component);
    this.#placeOfPath[path] = place;
    return place;
  }

  #placeOfId(component: string | null): number {
    if (component === null) {
      return unplaced;
    }
    const known = this.#ids.indexOf(component);
    return known >= 0 ? known : this.#ids.push(component) - 1;
  }
}

const nobody: readonly number[] = [];

function activeOf(people: readonly number[], active: readonly boolean[]): readonly number[] {
  let found: number[] | null = null;
  for (const person of people) {
    if (active[person] === true) {
      found ??= [];
      found.push(person);
    }
  }
  return found ?? nobody;
}

function newlyKnown(): KnownFile {
  return { ...noTallies(), asOf: 0, authors: [], recent: [] };
}

function filesOfTouches({ starts, fileCount, commits }: Touches): Int32Array {
  const files = new Int32Array(commits.length);
  for (let file = 0; file < fileCount; file++) {
    files.fill(file, starts[file], starts[file + 1]);
  }
  return files;
}
