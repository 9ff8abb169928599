import { addCut, type CutScore, compareCuts } from './indentation';
import type { TextVersion } from './textVersion';

/** A group slides over at most so many lines in search of a better place. */
const farthestSlide = 100;

/**
 * Stretches of changed lines of one side of a comparison, in order: where each starts, how many lines it has, and how
 * many unchanged lines stand before it. The last number is the same for both sides, so it tells which groups face each
 * other.
 */
export class ChangeGroups {
  readonly starts: number[] = [];
  readonly sizes: number[] = [];
  readonly unchanged: number[] = [];

  /** Adds a changed line after all others. */
  add(line: number): void {
    const last = this.starts.length - 1;
    const end = last < 0 ? -1 : (this.starts[last] as number) + (this.sizes[last] as number);
    if (line === end) {
      this.sizes[last] = (this.sizes[last] as number) + 1;
      return;
    }
    const before = last < 0 ? line : (this.unchanged[last] as number) + line - end;
    this.starts.push(line);
    this.sizes.push(1);
    this.unchanged.push(before);
  }

  clear(): void {
    this.starts.length = 0;
    this.sizes.length = 0;
    this.unchanged.length = 0;
  }

  /** Whether a group stands after so many unchanged lines. */
  facesAt(unchanged: number): boolean {
    let low = 0;
    let high = this.unchanged.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.unchanged[middle] as number) < unchanged) low = middle + 1;
      else high = middle;
    }
    return this.unchanged[low] === unchanged;
  }

  private remove(index: number): void {
    this.starts.splice(index, 1);
    this.sizes.splice(index, 1);
    this.unchanged.splice(index, 1);
  }

  /**
   * Moves each group that may stand in several places (an added block whose first line is that after it) to the one that
   * reads best: as far down as it goes, but beside a change of the other side where there is one, else where the indent
   * heuristic says. Groups that meet become one.
   *
   * @param count lines of the version that take part in the comparison
   */
  settle(version: TextVersion, count: number, other: ChangeGroups): void {
    for (let index = 0; index < this.starts.length; index++) {
      index = this.settleOne(index, version, count, other);
    }
  }

  /** @returns where the group stands now, which may have swallowed others */
  private settleOne(group: number, version: TextVersion, count: number, other: ChangeGroups): number {
    const { ids } = version;
    const { starts, sizes, unchanged } = this;
    let index = group;
    let start = starts[index] as number;
    let size = sizes[index] as number;
    let before = unchanged[index] as number;
    let highestEnd: number;
    /** Unchanged lines before the lowest place that faces a change of the other side; −1 for none. */
    let facing: number;
    let sizeBefore: number;
    do {
      sizeBefore = size;
      facing = -1;
      while (start > 0 && ids[start - 1] === ids[start + size - 1]) {
        start--;
        before--;
        if (index > 0 && unchanged[index - 1] === before) {
          start = starts[index - 1] as number;
          size += sizes[index - 1] as number;
          this.remove(--index);
        }
      }
      highestEnd = start + size;
      if (other.facesAt(before)) facing = before;
      while (start + size < count && ids[start] === ids[start + size]) {
        start++;
        before++;
        if (index + 1 < starts.length && unchanged[index + 1] === before) {
          size += sizes[index + 1] as number;
          this.remove(index + 1);
        }
        if (other.facesAt(before)) facing = before;
      }
    } while (size !== sizeBefore);
    const end = start + size;
    let up = 0;
    if (end !== highestEnd) up = facing >= 0 ? before - facing : end - bestEnd(version, count, end, size, highestEnd);
    starts[index] = start - up;
    sizes[index] = size;
    unchanged[index] = before - up;
    return index;
  }
}

/** Where a group of so many lines had best end, of all places it can slide to. */
function bestEnd(version: TextVersion, count: number, lowestEnd: number, size: number, highestEnd: number): number {
  let best = -1;
  let bestScore: CutScore = { indent: 0, penalty: 0 };
  for (let end = Math.max(highestEnd, lowestEnd - size - 1, lowestEnd - farthestSlide); end <= lowestEnd; end++) {
    const score: CutScore = { indent: 0, penalty: 0 };
    addCut(score, version, end, count);
    addCut(score, version, end - size, count);
    if (best < 0 || compareCuts(score, bestScore) <= 0) {
      best = end;
      bestScore = score;
    }
  }
  return best;
}
