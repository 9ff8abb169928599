import type { History } from './history';
import { canonicalOrder, ShaTable } from './order';

/** A moment of a history that is looked back at. */
export interface HistoryMoment {
  /** The last second of a quarter, or for the last one the newest commit. Seconds. */
  readonly date: number;
  /** Index of the commit that was the head then, going by first parents. */
  readonly head: number;
}

/** The moments of a history, oldest first, and when each commit came. */
export interface Moments {
  readonly moments: readonly HistoryMoment[];
  /** By index of the commit: the first moment whose head reaches it; −1 for none. */
  readonly ofCommit: Int32Array;
  /** Whether a commit descends from the first one of the line of first parents; a history merged as a subtree does not. */
  readonly isOwn: (commit: number) => boolean;
}

/** Ten years in quarters. */
const mostMoments = 40;

/**
 * The ends of the quarters (UTC) of a history, at most the last 39, and its head. A quarter without a commit on the line
 * of first parents has no moment: nothing had changed. A moment's head is the last commit of that line in its quarter.
 *
 * @param headSha object id of the head as hexadecimal text
 */
export function quarterlyMoments(history: History, headSha: string | null): Moments {
  const ofCommit = new Int32Array(history.commitCount).fill(-1);
  const parents = new Parents(history);
  const head = headSha === null ? -1 : parents.find(headSha);
  if (head < 0) {
    return { moments: [], ofCommit, isOwn: () => true };
  }
  const line = parents.firstLine(head);
  const moments = [...quarterEnds(history, line).reverse(), momentOf(history, head)].slice(-mostMoments);
  moments.forEach((moment, index) => {
    reach(moment.head, index, parents, ofCommit);
  });
  return { moments, ofCommit, isOwn: descendants(history, line.at(-1) ?? head, parents) };
}

function descendants(history: History, root: number, parents: Parents): (commit: number) => boolean {
  const { parentEnds } = history;
  const isRoot = (commit: number): boolean => parentEnds.startOf(commit) === parentEnds.at(commit);
  const order = canonicalOrder(history);
  if (order.filter(isRoot).length < 2) {
    return () => true;
  }
  const own = new Uint8Array(history.commitCount);
  for (const commit of order) {
    const before: number[] = [];
    parents.push(commit, before);
    own[commit] = commit === root || before.some(parent => own[parent] === 1) ? 1 : 0;
  }
  return commit => own[commit] === 1;
}

function momentOf(history: History, head: number): HistoryMoment {
  return { date: history.commitTimes.at(head), head };
}

/** From the newest back. @param line the head and its first parents */
function quarterEnds(history: History, line: readonly number[]): HistoryMoment[] {
  const found: HistoryMoment[] = [];
  let end = quarterStart(history.commitTimes.at(line[0] ?? 0));
  for (const commit of line) {
    if (found.length === mostMoments) {
      break;
    }
    const time = history.commitTimes.at(commit);
    if (time < end) {
      end = quarterStart(time);
      found.push({ date: quarterStart(end + daysOfNoQuarter * 86_400) - 1, head: commit });
    }
  }
  return found;
}

/** Longer than any quarter, shorter than two. */
const daysOfNoQuarter = 100;

/** The first second of the quarter that a moment is in. */
function quarterStart(seconds: number): number {
  const day = new Date(seconds * 1000);
  return Date.UTC(day.getUTCFullYear(), Math.floor(day.getUTCMonth() / 3) * 3, 1) / 1000;
}

/** Marks what a commit reaches and nothing before it did. */
function reach(head: number, mark: number, parents: Parents, marks: Int32Array): void {
  const waiting = [head];
  for (let commit = waiting.pop(); commit !== undefined; commit = waiting.pop()) {
    if (marks[commit] !== -1) {
      continue;
    }
    marks[commit] = mark;
    parents.push(commit, waiting);
  }
}

class Parents {
  readonly #history: History;
  readonly #table: ShaTable;

  constructor(history: History) {
    this.#history = history;
    this.#table = new ShaTable(history.shas.values, history.shaLength, history.commitCount);
  }

  find(sha: string): number {
    const bytes = Uint8Array.from(sha.match(/../g) ?? [], digits => Number.parseInt(digits, 16));
    return bytes.length === this.#history.shaLength ? this.#table.find(bytes, 0) : -1;
  }

  /** Adds those of a commit that are there. */
  push(commit: number, found: number[]): void {
    const { parentEnds, parentShas, shaLength } = this.#history;
    for (let at = parentEnds.startOf(commit); at < parentEnds.at(commit); at++) {
      const parent = this.#table.find(parentShas.values, at * shaLength);
      if (parent >= 0) {
        found.push(parent);
      }
    }
  }

  /** A commit and its first parents. */
  firstLine(head: number): number[] {
    const { parentEnds, parentShas, shaLength } = this.#history;
    const line: number[] = [];
    for (let commit = head; commit >= 0; ) {
      line.push(commit);
      const start = parentEnds.startOf(commit);
      commit = start < parentEnds.at(commit) ? this.#table.find(parentShas.values, start * shaLength) : -1;
    }
    return line;
  }
}
