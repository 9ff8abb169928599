import { Heap } from '../heap';
import type { History } from './history';

/**
 * The commits of a history, parents before children; among those that could come next the oldest, then the one with
 * the smallest object id. It depends on the commits alone, not on the order they were read in, so that a history read
 * at once and one read in parts give the same answers.
 *
 * @returns indices of commits. Parents that are not there (shallow clones) count as read.
 */
export function canonicalOrder(history: History): Int32Array {
  const known = orders.get(history);
  if (known?.length === history.commitCount) {
    return known;
  }
  const order = sortCommits(history);
  orders.set(history, order);
  return order;
}

/** A history only grows; an order of all its commits is the order. */
const orders = new WeakMap<History, Int32Array>();

function sortCommits(history: History): Int32Array {
  const count = history.commitCount;
  const width = history.shaLength;
  const shas = history.shas.values;
  const table = new ShaTable(shas, width, count);
  const waitingFor = new Int32Array(count);
  const parentIndex = new Int32Array(history.parentEnds.last());
  const childCount = new Int32Array(count + 1);
  for (let commit = 0; commit < count; commit++) {
    for (let at = history.parentEnds.startOf(commit); at < history.parentEnds.at(commit); at++) {
      const parent = table.find(history.parentShas.values, at * width);
      parentIndex[at] = parent;
      if (parent >= 0) {
        waitingFor[commit] = (waitingFor[commit] ?? 0) + 1;
        childCount[parent] = (childCount[parent] ?? 0) + 1;
      }
    }
  }
  const childEnd = new Int32Array(count);
  let total = 0;
  for (let commit = 0; commit < count; commit++) {
    total += childCount[commit] ?? 0;
    childEnd[commit] = total;
  }
  const children = new Int32Array(total);
  const filled = Int32Array.from(childEnd);
  for (let commit = count - 1; commit >= 0; commit--) {
    for (let at = history.parentEnds.startOf(commit); at < history.parentEnds.at(commit); at++) {
      const parent = parentIndex[at] ?? -1;
      if (parent >= 0) {
        const place = (filled[parent] ?? 0) - 1;
        filled[parent] = place;
        children[place] = commit;
      }
    }
  }

  const times = history.commitTimes.values;
  const comesBefore = (a: number, b: number): boolean => {
    const byTime = (times[a] ?? 0) - (times[b] ?? 0);
    return byTime !== 0 ? byTime < 0 : compareBytes(shas, a * width, b * width, width) < 0;
  };
  const ready = new Heap(comesBefore);
  for (let commit = 0; commit < count; commit++) {
    if (waitingFor[commit] === 0) {
      ready.push(commit);
    }
  }
  const order = new Int32Array(count);
  let placed = 0;
  for (let commit = ready.pop(); commit >= 0; commit = ready.pop()) {
    order[placed++] = commit;
    const end = childEnd[commit] ?? 0;
    for (let at = end - (childCount[commit] ?? 0); at < end; at++) {
      const child = children[at] ?? 0;
      const left = (waitingFor[child] ?? 0) - 1;
      waitingFor[child] = left;
      if (left === 0) {
        ready.push(child);
      }
    }
  }
  return order.subarray(0, placed);
}

/** Looks up commits by object id: open addressing over the packed ids, no strings. */
export class ShaTable {
  private readonly slots: Int32Array;
  private readonly mask: number;

  constructor(
    private readonly shas: Uint8Array,
    private readonly width: number,
    count: number,
  ) {
    let size = 16;
    while (size < count * 2) {
      size *= 2;
    }
    this.slots = new Int32Array(size).fill(-1);
    this.mask = size - 1;
    for (let index = 0; index < count; index++) {
      let slot = this.slotOf(shas, index * width);
      while ((this.slots[slot] ?? -1) >= 0) {
        slot = (slot + 1) & this.mask;
      }
      this.slots[slot] = index;
    }
  }

  /** Index of the id that stands in `bytes` at `start`; −1 when it is not there. */
  find(bytes: Uint8Array, start: number): number {
    let slot = this.slotOf(bytes, start);
    for (;;) {
      const index = this.slots[slot] ?? -1;
      if (index < 0 || this.equals(index, bytes, start)) {
        return index;
      }
      slot = (slot + 1) & this.mask;
    }
  }

  private equals(index: number, bytes: Uint8Array, start: number): boolean {
    const own = index * this.width;
    for (let at = 0; at < this.width; at++) {
      if (this.shas[own + at] !== bytes[start + at]) {
        return false;
      }
    }
    return true;
  }

  private slotOf(bytes: Uint8Array, start: number): number {
    const head =
      ((bytes[start] ?? 0) << 24) |
      ((bytes[start + 1] ?? 0) << 16) |
      ((bytes[start + 2] ?? 0) << 8) |
      (bytes[start + 3] ?? 0);
    return head & this.mask;
  }
}

function compareBytes(bytes: Uint8Array, a: number, b: number, length: number): number {
  for (let at = 0; at < length; at++) {
    const difference = (bytes[a + at] ?? 0) - (bytes[b + at] ?? 0);
    if (difference !== 0) {
      return difference;
    }
  }
  return 0;
}
