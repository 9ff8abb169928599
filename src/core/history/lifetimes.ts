import { Buckets } from './buckets';
import type { Touches } from './fold';
import type { Moments } from './points';

/**
 * Which files stood at each moment of a history, and where. Branches come as a whole when they are merged; of two things
 * that happened to a file, the later in the order of the fold holds. The log does not say what merges removed or kept, so
 * that a file that should stand at the head but is not there is taken to be gone after its last touch, and one that is
 * there though it was deleted is taken to have stayed. What a history merged as a subtree had at its own places, and the
 * head has not, never stood.
 */
export class Lifetimes {
  /** Path of each file, by index; −1 where it does not stand. */
  readonly paths: Int32Array;
  readonly #touches: Touches;
  readonly #events: Buckets;
  readonly #lastEvent: Int32Array;
  /** By file: the last event, if the head shows that it did not hold. */
  readonly #undone: Int32Array;
  /** Files of which only the head shows that they are gone, and the moment after which they are taken to be. */
  readonly #goneAfter = new Map<number, number>();

  /** @param standing files of all paths at the head */
  constructor(touches: Touches, { moments, ofCommit, isOwn }: Moments, standing: Iterable<number>) {
    const { files, commits, paths } = touches.lives;
    this.#touches = touches;
    this.paths = new Int32Array(touches.fileCount).fill(-1);
    this.#lastEvent = new Int32Array(touches.fileCount).fill(-1);
    this.#undone = new Int32Array(touches.fileCount).fill(-1);
    this.#events = new Buckets(files.length, moments.length, event => ofCommit[commits[event] ?? 0] ?? -1);
    const last = new Int32Array(touches.fileCount).fill(-1);
    const first = new Int32Array(touches.fileCount).fill(-1);
    files.forEach((file, event) => {
      last[file] = event;
      first[file] = (first[file] ?? -1) < 0 ? event : (first[file] ?? 0);
    });
    const there = new Set(standing);
    for (let file = 0; file < touches.fileCount; file++) {
      const event = last[file] ?? -1;
      const stands = event >= 0 && (paths[event] ?? -1) >= 0;
      if (stands && !there.has(file)) {
        const came = commits[first[file] ?? 0] ?? 0;
        this.#goneAfter.set(file, isOwn(came) ? lastMoment(file, touches, ofCommit) : -1);
      } else if (!stands && there.has(file)) {
        this.#undone[file] = event;
      }
    }
  }

  /** Takes in what came until a moment; moments come in their order. */
  advance(moment: number): void {
    const { files, paths } = this.#touches.lives;
    for (const event of this.#events.at(moment)) {
      const file = files[event] ?? 0;
      if (event > (this.#lastEvent[file] ?? -1) && event !== this.#undone[file]) {
        this.#lastEvent[file] = event;
        this.paths[file] = paths[event] ?? -1;
      }
    }
    for (const [file, last] of this.#goneAfter) {
      if (moment > last) {
        this.paths[file] = -1;
      }
    }
  }
}

function lastMoment(file: number, { starts, commits }: Touches, ofCommit: Int32Array): number {
  let latest = -1;
  for (let at = starts[file] ?? 0; at < (starts[file + 1] ?? 0); at++) {
    latest = Math.max(latest, ofCommit[commits[at] ?? 0] ?? -1);
  }
  return latest;
}
