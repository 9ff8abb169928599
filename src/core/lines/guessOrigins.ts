import { type Fingerprint, fingerprint, sharedPairs, takeOut } from './fingerprint';
import type { TextVersion } from './textVersion';

/** A line is compared with so many lines of the parent before and after the one nearest to it. */
const reach = 10;

/** A line of the rest of the file must share so many pairs to be taken for the origin. */
const leastShared = 10;

/** Nearness decides among lines that share as much. */
const nearness = 1000;

const notRated = -1;
const matchesNothing = -2;

/**
 * For each line that hunks add or change: the line of the parent that it most likely comes from, as `git blame` guesses
 * for an ignored revision (git-blame(1), `--ignore-rev`): first among the lines the hunk replaces, in order, the surest
 * pair first; then anywhere in the parent. Lines without an origin are not in the result.
 */
export function guessOrigins(before: TextVersion, after: TextVersion, hunks: readonly number[]): Map<number, number> {
  const old = Array.from({ length: before.lineCount }, (_, line) => fingerprint(before, line));
  const origins = new Map<number, number>();
  for (let hunk = 0; hunk < hunks.length; hunk += 4) {
    const [oldStart = 0, oldCount = 0, newStart = 0, newCount = 0] = hunks.slice(hunk, hunk + 4);
    if (newCount === 0) continue;
    const added = Array.from({ length: newCount }, (_, line) => fingerprint(after, newStart + line));
    const matches = oldCount === 0 ? null : new Matching(old, oldStart, oldCount, added).run();
    for (let line = 0; line < newCount; line++) {
      const matched = matches?.[line] ?? -1;
      const origin = matched >= 0 ? matched : mostAlike(old, added[line] as Fingerprint, newStart + line);
      if (origin >= 0) origins.set(newStart + line, origin);
    }
  }
  return origins;
}

/** The line of the whole parent that shares most; the nearest among equals, the later among those as near. */
function mostAlike(old: readonly Fingerprint[], line: Fingerprint, place: number): number {
  let most = leastShared;
  let best = -1;
  old.forEach((candidate, index) => {
    const shared = sharedPairs(line, candidate);
    if (shared < most) return;
    if (shared === most && best !== -1 && Math.abs(best - place) < Math.abs(index - place)) return;
    most = shared;
    best = index;
  });
  return best;
}

/** Matches the lines of a hunk with those it replaces, without crossings. */
class Matching {
  private readonly reach: number;
  private readonly newReach: number;
  /** For each new line, what it shares with the old lines within reach; −1 where that is not counted yet. */
  private readonly shared: Int32Array;
  private readonly certainty: Int32Array;
  private readonly best: Int32Array;
  private readonly second: Int32Array;

  constructor(
    private readonly old: readonly Fingerprint[],
    private readonly oldStart: number,
    private readonly oldCount: number,
    private readonly added: readonly Fingerprint[],
  ) {
    this.reach = Math.min(reach, oldCount - 1);
    this.newReach = Math.floor(((2 * this.reach + 1) * added.length - 1) / oldCount);
    this.shared = new Int32Array(added.length * (2 * this.reach + 1)).fill(notRated);
    this.certainty = new Int32Array(added.length).fill(notRated);
    this.best = new Int32Array(added.length).fill(-1);
    this.second = new Int32Array(added.length).fill(-1);
  }

  /** For each new line the old line it matches, −1 for none. */
  run(): Int32Array {
    this.match(0, this.added.length, this.oldStart, this.oldCount);
    return this.best;
  }

  /** Takes the surest match of a stretch of new lines, then does the same before and after it. */
  private match(newFrom: number, newCount: number, oldFrom: number, oldCount: number): void {
    let surest = -1;
    let most = -1;
    for (let line = newFrom; line < newFrom + newCount; line++) {
      if (this.certainty[line] === notRated) this.rate(line, oldFrom, oldCount);
      if ((this.certainty[line] as number) > most) {
        most = this.certainty[line] as number;
        surest = line;
      }
    }
    if (surest < 0) return;
    const match = this.best[surest] as number;
    takeOut(this.old[match] as Fingerprint, this.added[surest] as Fingerprint);
    this.forget(surest, match, newFrom, newCount);
    if (surest > newFrom) this.match(newFrom, surest - newFrom, oldFrom, match + 1 - oldFrom);
    if (surest + 1 < newFrom + newCount) {
      this.match(surest + 1, newFrom + newCount - surest - 1, match, oldFrom + oldCount - match);
    }
  }

  private rate(line: number, oldFrom: number, oldCount: number): void {
    const nearest = this.nearest(line);
    let best = 0;
    let second = 0;
    let bestLine = 0;
    let secondLine = 0;
    const from = Math.max(oldFrom, nearest - this.reach);
    const to = Math.min(oldFrom + oldCount, nearest + this.reach + 1);
    for (let candidate = from; candidate < to; candidate++) {
      const place = this.place(line, candidate, nearest);
      if (this.shared[place] === notRated) {
        this.shared[place] =
          sharedPairs(this.added[line] as Fingerprint, this.old[candidate] as Fingerprint) *
          (nearness - Math.abs(candidate - nearest));
      }
      const shared = this.shared[place] as number;
      if (shared > best) {
        second = best;
        secondLine = bestLine;
        best = shared;
        bestLine = candidate - oldFrom;
      } else if (shared > second) {
        second = shared;
        secondLine = candidate - oldFrom;
      }
    }
    if (best === 0) {
      this.certainty[line] = matchesNothing;
      this.best[line] = -1;
    } else {
      this.certainty[line] = best * 2 - second;
      this.best[line] = oldFrom + bestLine;
      this.second[line] = oldFrom + secondLine;
    }
  }

  /** What the surest match makes untrue: what was counted with its old line, and choices that would cross it. */
  private forget(surest: number, match: number, newFrom: number, newCount: number): void {
    const from = Math.max(newFrom, surest - this.newReach);
    const to = Math.min(newFrom + newCount, surest + this.newReach + 1);
    for (let line = from; line < to; line++) {
      const nearest = this.nearest(line);
      if (Math.abs(match - nearest) <= this.reach) this.shared[this.place(line, match, nearest)] = notRated;
      const best = this.best[line] as number;
      const second = this.second[line] as number;
      const crosses = line < surest ? best >= match || second >= match : best <= match || second <= match;
      if (line !== surest && (this.certainty[line] as number) >= 0 && crosses) this.certainty[line] = notRated;
    }
  }

  /** The old line that stands where a new one does, as a share of the hunk. */
  private nearest(line: number): number {
    return Math.floor(((line * 2 + 1) * this.oldCount) / (this.added.length * 2)) + this.oldStart;
  }

  private place(line: number, candidate: number, nearest: number): number {
    return candidate - nearest + this.reach + line * (this.reach * 2 + 1);
  }
}
