import { commitFlag, type History } from '../core/history/history';
import { ShaTable } from '../core/history/order';
import type { PathLookup } from './pathLookup';

/** A search that takes more questions than this is given up. */
const mostQuestions = 400;

/**
 * Finds the merge that brought a path into being: down the first parents to where the path is no longer there, by ever
 * larger steps and then by halving; where another parent of that merge has it, on from there.
 */
export class MergeSearch {
  private readonly table: ShaTable;

  constructor(
    private readonly history: History,
    private readonly lookup: Pick<PathLookup, 'has'>,
  ) {
    this.table = new ShaTable(history.shas.values, history.shaLength, history.commitCount);
  }

  /**
   * @param start a commit; where it lacks the path, nothing is found
   * @returns the object id of a merge that has the path and whose parents lack it; null when a search of this kind finds
   * none, which does not prove that there is none
   */
  async addingMerge(path: string, start: string): Promise<string | null> {
    let questions = 0;
    const has = (commit: number): Promise<boolean> => {
      questions++;
      return this.lookup.has(this.history.shaOf(commit), path);
    };
    let present = this.indexOf(start);
    if (present < 0 || !(await has(present))) {
      return null;
    }
    while (questions < mostQuestions) {
      const last = await this.lastWith(present, has);
      const next = last < 0 ? -1 : await this.otherParentWith(last, has);
      if (next < 0) {
        return last >= 0 && this.isMerge(last) ? this.history.shaOf(last) : null;
      }
      present = next;
    }
    return null;
  }

  /** Going down the first parents from a commit that has the path: one that has it while its first parent has not; −1 for none. */
  private async lastWith(present: number, has: (commit: number) => Promise<boolean>): Promise<number> {
    const line = [present];
    let low = 0;
    for (let step = 1; ; step *= 2) {
      while (line.length <= low + step) {
        const parent = this.parents(line[line.length - 1] ?? -1)[0] ?? -1;
        if (parent < 0) {
          break;
        }
        line.push(parent);
      }
      const high = line.length - 1;
      if (high === low) {
        return -1;
      }
      if (await has(line[high] ?? -1)) {
        low = high;
        continue;
      }
      return line[await firstLacking(line, low, high, has)] ?? -1;
    }
  }

  private async otherParentWith(commit: number, has: (commit: number) => Promise<boolean>): Promise<number> {
    for (const parent of this.parents(commit).slice(1)) {
      if (parent >= 0 && (await has(parent))) {
        return parent;
      }
    }
    return -1;
  }

  private parents(commit: number): number[] {
    const { history, table } = this;
    const found: number[] = [];
    for (let at = history.parentEnds.startOf(commit); at < history.parentEnds.at(commit); at++) {
      found.push(table.find(history.parentShas.values, at * history.shaLength));
    }
    return found;
  }

  private isMerge(commit: number): boolean {
    return (this.history.flags.at(commit) & commitFlag.merge) !== 0;
  }

  private indexOf(sha: string): number {
    return this.table.find(Buffer.from(sha, 'hex'), 0);
  }
}

/** Between one that has it and one that lacks it: the place of the last that has it before one that lacks it. */
async function firstLacking(
  line: readonly number[],
  from: number,
  to: number,
  has: (commit: number) => Promise<boolean>,
): Promise<number> {
  let low = from;
  let high = to;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (await has(line[middle] ?? -1)) {
      low = middle;
    } else {
      high = middle;
    }
  }
  return low;
}
