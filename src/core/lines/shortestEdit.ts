/** A stretch without a difference that is longer than this is worth splitting at. */
const longSnake = 20;

/** From so many edits on a good stretch ends the search for the best. */
const enoughEdits = 256;

/** A stretch is good when it is so many times as long as the edits it took. */
const goodRatio = 4;

const never = 0x7fffffff;

/** Where a pair of stretches is cut in two, and for which half the best edit is still to be found. */
interface Split {
  one: number;
  other: number;
  exactBefore: boolean;
  exactAfter: boolean;
}

/**
 * The shortest edit of one sequence into another by divide and conquer in linear space (Myers, "An O(ND) Difference
 * Algorithm and Its Variations", 1986), with the cuts that git takes where that would be too dear: at a long common
 * stretch once 256 edits are seen, and at the furthest point once the edits pass the square root of the input.
 */
export class ShortestEdit {
  private forward = new Int32Array(0);
  private backward = new Int32Array(0);
  private zero = 0;
  private costLimit = 0;
  private one: Int32Array = this.forward;
  private other: Int32Array = this.forward;
  private onRemoved: (index: number) => void = () => {};
  private onAdded: (index: number) => void = () => {};

  /** Reports the elements that only one of the sequences has, by place. */
  run(
    one: Int32Array,
    oneLength: number,
    other: Int32Array,
    otherLength: number,
    onRemoved: (index: number) => void,
    onAdded: (index: number) => void,
  ): void {
    const diagonals = oneLength + otherLength + 3;
    if (this.forward.length < diagonals) {
      this.forward = new Int32Array(diagonals * 2);
      this.backward = new Int32Array(diagonals * 2);
    }
    this.zero = otherLength + 1;
    this.costLimit = Math.max(256, roughRoot(diagonals));
    this.one = one;
    this.other = other;
    this.onRemoved = onRemoved;
    this.onAdded = onAdded;
    this.compare(0, oneLength, 0, otherLength, false);
  }

  private compare(oneFrom: number, oneTo: number, otherFrom: number, otherTo: number, exact: boolean): void {
    const { one, other } = this;
    let from = oneFrom;
    let to = oneTo;
    let start = otherFrom;
    let end = otherTo;
    while (from < to && start < end && one[from] === other[start]) {
      from++;
      start++;
    }
    while (from < to && start < end && one[to - 1] === other[end - 1]) {
      to--;
      end--;
    }
    if (from === to) {
      for (; start < end; start++) this.onAdded(start);
    } else if (start === end) {
      for (; from < to; from++) this.onRemoved(from);
    } else {
      const split = this.split(from, to, start, end, exact);
      this.compare(from, split.one, start, split.other, split.exactBefore);
      this.compare(split.one, to, split.other, end, split.exactAfter);
    }
  }

  /** Searches from both corners at once until the paths meet or the search becomes too dear. */
  private split(from: number, to: number, start: number, end: number, exact: boolean): Split {
    const { one, other, forward, backward, zero } = this;
    const lowest = from - end;
    const highest = to - start;
    const middleForward = from - start;
    const middleBackward = to - end;
    const odd = ((middleForward - middleBackward) & 1) !== 0;
    let lowForward = middleForward;
    let highForward = middleForward;
    let lowBackward = middleBackward;
    let highBackward = middleBackward;
    forward[middleForward + zero] = from;
    backward[middleBackward + zero] = to;
    for (let edits = 1; ; edits++) {
      let snake = false;
      if (lowForward > lowest) forward[--lowForward - 1 + zero] = -1;
      else ++lowForward;
      if (highForward < highest) forward[++highForward + 1 + zero] = -1;
      else --highForward;
      for (let diagonal = highForward; diagonal >= lowForward; diagonal -= 2) {
        const below = forward[diagonal - 1 + zero] as number;
        const above = forward[diagonal + 1 + zero] as number;
        let x = below >= above ? below + 1 : above;
        let y = x - diagonal;
        const before = x;
        while (x < to && y < end && one[x] === other[y]) {
          x++;
          y++;
        }
        if (x - before > longSnake) snake = true;
        forward[diagonal + zero] = x;
        if (odd && lowBackward <= diagonal && diagonal <= highBackward && (backward[diagonal + zero] as number) <= x) {
          return { one: x, other: y, exactBefore: true, exactAfter: true };
        }
      }
      if (lowBackward > lowest) backward[--lowBackward - 1 + zero] = never;
      else ++lowBackward;
      if (highBackward < highest) backward[++highBackward + 1 + zero] = never;
      else --highBackward;
      for (let diagonal = highBackward; diagonal >= lowBackward; diagonal -= 2) {
        const below = backward[diagonal - 1 + zero] as number;
        const above = backward[diagonal + 1 + zero] as number;
        let x = below < above ? below : above - 1;
        let y = x - diagonal;
        const before = x;
        while (x > from && y > start && one[x - 1] === other[y - 1]) {
          x--;
          y--;
        }
        if (before - x > longSnake) snake = true;
        backward[diagonal + zero] = x;
        if (!odd && lowForward <= diagonal && diagonal <= highForward && x <= (forward[diagonal + zero] as number)) {
          return { one: x, other: y, exactBefore: true, exactAfter: true };
        }
      }
      if (exact) continue;
      if (snake && edits > enoughEdits) {
        const good =
          this.goodForward(edits, lowForward, highForward, middleForward, from, to, start, end) ??
          this.goodBackward(edits, lowBackward, highBackward, middleBackward, from, to, start, end);
        if (good !== null) return good;
      }
      if (edits >= this.costLimit) {
        return this.furthest(lowForward, highForward, lowBackward, highBackward, from, to, start, end);
      }
    }
  }

  /** The best place, seen from the start, that ends a long common stretch. */
  private goodForward(
    edits: number,
    low: number,
    high: number,
    middle: number,
    from: number,
    to: number,
    start: number,
    end: number,
  ): Split | null {
    let best = 0;
    let found: Split | null = null;
    for (let diagonal = high; diagonal >= low; diagonal -= 2) {
      const x = this.forward[diagonal + this.zero] as number;
      const y = x - diagonal;
      const gain = x - from + (y - start) - Math.abs(diagonal - middle);
      const inside = from + longSnake <= x && x < to && start + longSnake <= y && y < end;
      if (gain > goodRatio * edits && gain > best && inside && this.same(x - longSnake, y - longSnake)) {
        best = gain;
        found = { one: x, other: y, exactBefore: true, exactAfter: false };
      }
    }
    return found;
  }

  /** The same, seen from the end. */
  private goodBackward(
    edits: number,
    low: number,
    high: number,
    middle: number,
    from: number,
    to: number,
    start: number,
    end: number,
  ): Split | null {
    let best = 0;
    let found: Split | null = null;
    for (let diagonal = high; diagonal >= low; diagonal -= 2) {
      const x = this.backward[diagonal + this.zero] as number;
      const y = x - diagonal;
      const gain = to - x + (end - y) - Math.abs(diagonal - middle);
      const inside = from < x && x <= to - longSnake && start < y && y <= end - longSnake;
      if (gain > goodRatio * edits && gain > best && inside && this.same(x, y)) {
        best = gain;
        found = { one: x, other: y, exactBefore: false, exactAfter: true };
      }
    }
    return found;
  }

  /** Whether a long stretch is common from here on. */
  private same(x: number, y: number): boolean {
    for (let at = 0; at < longSnake; at++) {
      if (this.one[x + at] !== this.other[y + at]) return false;
    }
    return true;
  }

  /** The point that either search came furthest to. */
  private furthest(
    lowForward: number,
    highForward: number,
    lowBackward: number,
    highBackward: number,
    from: number,
    to: number,
    start: number,
    end: number,
  ): Split {
    let mostForward = -1;
    let forwardX = -1;
    for (let diagonal = highForward; diagonal >= lowForward; diagonal -= 2) {
      let x = Math.min(this.forward[diagonal + this.zero] as number, to);
      let y = x - diagonal;
      if (end < y) {
        x = end + diagonal;
        y = end;
      }
      if (mostForward < x + y) {
        mostForward = x + y;
        forwardX = x;
      }
    }
    let leastBackward = never;
    let backwardX = never;
    for (let diagonal = highBackward; diagonal >= lowBackward; diagonal -= 2) {
      let x = Math.max(from, this.backward[diagonal + this.zero] as number);
      let y = x - diagonal;
      if (y < start) {
        x = start + diagonal;
        y = start;
      }
      if (x + y < leastBackward) {
        leastBackward = x + y;
        backwardX = x;
      }
    }
    return to + end - leastBackward < mostForward - (from + start)
      ? { one: forwardX, other: mostForward - forwardX, exactBefore: true, exactAfter: false }
      : { one: backwardX, other: leastBackward - backwardX, exactBefore: false, exactAfter: true };
  }
}

/** A power of two near the square root. */
export function roughRoot(value: number): number {
  let root = 1;
  for (let left = value; left > 0; left >>= 2) root <<= 1;
  return root;
}
