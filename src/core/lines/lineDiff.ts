import { ChangeGroups } from './changeGroups';
import type { CommonEnds } from './commonEnds';
import { roughRoot, ShortestEdit } from './shortestEdit';
import type { TextVersion } from './textVersion';

/** In how much of a file's neighbourhood a line that occurs very often is judged. */
const neighbourhood = 100;
const mostOccurrences = 1024;

/** What is known of a line on the other side. */
const none = 0;
const some = 1;
const many = 2;

/**
 * Compares versions line by line, without white space, and gives the hunks that git gives with `-w -U0` (the default
 * algorithm of git-diff(1), with the indent heuristic): lines found nowhere on the other side are set aside first, so are
 * lines found very often that stand among such; the rest is compared by {@link ShortestEdit}; then changes slide to
 * where they read best. Keeps its arrays from one comparison to the next.
 */
export class LineDiff {
  private readonly edit = new ShortestEdit();
  private readonly oldGroups = new ChangeGroups();
  private readonly newGroups = new ChangeGroups();
  private oldCounts = new Int32Array(256);
  private newCounts = new Int32Array(256);
  private scratch = [new Int32Array(256), new Int32Array(256), new Int32Array(256), new Int32Array(256)] as const;
  private kinds = new Uint8Array(256);
  private changed = [new Uint8Array(256), new Uint8Array(256)] as const;

  /**
   * @param tailLines lines that git leaves out at the end, see `CommonEnds`
   * @param idCount numbers of lines in use, all below this
   * @returns for each hunk: first line and number of lines of the old version, then of the new, counted from 0
   */
  hunks(
    before: TextVersion,
    after: TextVersion,
    { tailLines, prefixLines }: Pick<CommonEnds, 'tailLines' | 'prefixLines'>,
    idCount: number,
  ): number[] {
    const oldCount = before.lineCount - tailLines;
    const newCount = after.lineCount - tailLines;
    const shorter = Math.min(oldCount, newCount);
    let from = Math.min(prefixLines, shorter);
    while (from < shorter && before.ids[from] === after.ids[from]) from++;
    let oldTo = oldCount;
    let newTo = newCount;
    while (oldTo > from && newTo > from && before.ids[oldTo - 1] === after.ids[newTo - 1]) {
      oldTo--;
      newTo--;
    }
    const { oldGroups, newGroups } = this;
    oldGroups.clear();
    newGroups.clear();
    if (from === oldTo || from === newTo || !this.shareLines(before, oldTo, after, newTo, from, idCount)) {
      for (let line = from; line < oldTo; line++) oldGroups.add(line);
      for (let line = from; line < newTo; line++) newGroups.add(line);
    } else {
      this.compareMiddle(before, oldCount, oldTo, after, newCount, newTo, from);
    }
    oldGroups.settle(before, oldCount, newGroups);
    newGroups.settle(after, newCount, oldGroups);
    return joined(oldGroups, newGroups);
  }

  /** Whether any line between the common ends stands on both sides. */
  private shareLines(
    before: TextVersion,
    oldTo: number,
    after: TextVersion,
    newTo: number,
    from: number,
    idCount: number,
  ): boolean {
    if (this.oldCounts.length < idCount) {
      this.oldCounts = new Int32Array(idCount * 2);
      this.newCounts = new Int32Array(idCount * 2);
    }
    const { oldCounts } = this;
    for (let line = from; line < oldTo; line++) oldCounts[before.ids[line] as number] = 1;
    let shared = false;
    for (let line = from; line < newTo && !shared; line++) shared = oldCounts[after.ids[line] as number] === 1;
    for (let line = from; line < oldTo; line++) oldCounts[before.ids[line] as number] = 0;
    return shared;
  }

  private compareMiddle(
    before: TextVersion,
    oldCount: number,
    oldTo: number,
    after: TextVersion,
    newCount: number,
    newTo: number,
    from: number,
  ): void {
    const { oldCounts, newCounts } = this;
    count(before.ids, oldCount, oldCounts);
    count(after.ids, newCount, newCounts);
    const oldSize = oldTo - from;
    const newSize = newTo - from;
    this.makeRoom(Math.max(oldSize, newSize));
    const [oldIds, oldLines, newIds, newLines] = this.scratch;
    const [oldChanged, newChanged] = this.changed;
    const oldKept = this.keep(before.ids, from, oldTo, newCounts, oldCount, oldIds, oldLines, oldChanged);
    const newKept = this.keep(after.ids, from, newTo, oldCounts, newCount, newIds, newLines, newChanged);
    uncount(before.ids, oldCount, oldCounts);
    uncount(after.ids, newCount, newCounts);
    this.edit.run(
      oldIds,
      oldKept,
      newIds,
      newKept,
      index => {
        oldChanged[(oldLines[index] as number) - from] = 1;
      },
      index => {
        newChanged[(newLines[index] as number) - from] = 1;
      },
    );
    collect(oldChanged, oldSize, from, this.oldGroups);
    collect(newChanged, newSize, from, this.newGroups);
  }

  private makeRoom(size: number): void {
    if (this.kinds.length >= size) return;
    const room = size * 2;
    this.scratch = [new Int32Array(room), new Int32Array(room), new Int32Array(room), new Int32Array(room)];
    this.kinds = new Uint8Array(room);
    this.changed = [new Uint8Array(room), new Uint8Array(room)];
  }

  /** Keeps the lines worth comparing, marks the others as changed, and answers how many it kept. */
  private keep(
    ids: Int32Array,
    from: number,
    to: number,
    occurrences: Int32Array,
    lineCount: number,
    keptIds: Int32Array,
    keptLines: Int32Array,
    changed: Uint8Array,
  ): number {
    const { kinds } = this;
    const size = to - from;
    const limit = Math.min(roughRoot(lineCount), mostOccurrences);
    for (let at = 0; at < size; at++) {
      const found = occurrences[ids[from + at] as number] as number;
      kinds[at] = found === 0 ? none : found >= limit ? many : some;
    }
    let kept = 0;
    for (let at = 0; at < size; at++) {
      const keeps = kinds[at] === some || (kinds[at] === many && !standsAmongUnmatched(kinds, at, size));
      changed[at] = keeps ? 0 : 1;
      if (keeps) {
        keptIds[kept] = ids[from + at] as number;
        keptLines[kept++] = from + at;
      }
    }
    return kept;
  }
}

function count(ids: Int32Array, length: number, counts: Int32Array): void {
  for (let line = 0; line < length; line++) {
    const id = ids[line] as number;
    counts[id] = (counts[id] as number) + 1;
  }
}

function uncount(ids: Int32Array, length: number, counts: Int32Array): void {
  for (let line = 0; line < length; line++) counts[ids[line] as number] = 0;
}

/** Whether a line found very often lies in a run of lines without a match and of others like it, mostly the former. */
function standsAmongUnmatched(kinds: Uint8Array, line: number, size: number): boolean {
  const first = Math.max(0, line - neighbourhood);
  const last = Math.min(size - 1, line + neighbourhood);
  let unmatched = 0;
  let often = 0;
  for (let at = line - 1; at >= first && kinds[at] !== some; at--) {
    if (kinds[at] === none) unmatched++;
    else often++;
  }
  if (unmatched === 0) return false;
  const unmatchedBefore = unmatched;
  for (let at = line + 1; at <= last && kinds[at] !== some; at++) {
    if (kinds[at] === none) unmatched++;
    else often++;
  }
  if (unmatched === unmatchedBefore) return false;
  // Both runs count the line itself.
  const likeIt = often + 2;
  return likeIt * 4 < likeIt + unmatched;
}

function collect(changed: Uint8Array, size: number, from: number, groups: ChangeGroups): void {
  for (let at = changed.indexOf(1); at >= 0 && at < size; at = changed.indexOf(1, at + 1)) groups.add(from + at);
}

/** Groups of both sides as hunks, in order. */
function joined(before: ChangeGroups, after: ChangeGroups): number[] {
  const hunks: number[] = [];
  let oldAt = 0;
  let newAt = 0;
  let shift = 0;
  while (oldAt < before.starts.length || newAt < after.starts.length) {
    const oldUnchanged = before.unchanged[oldAt] ?? Number.POSITIVE_INFINITY;
    const newUnchanged = after.unchanged[newAt] ?? Number.POSITIVE_INFINITY;
    const removed = oldUnchanged <= newUnchanged ? (before.sizes[oldAt] as number) : 0;
    const added = newUnchanged <= oldUnchanged ? (after.sizes[newAt] as number) : 0;
    const oldStart = removed > 0 ? (before.starts[oldAt] as number) : (after.starts[newAt] as number) - shift;
    hunks.push(oldStart, removed, oldStart + shift, added);
    shift += added - removed;
    if (removed > 0) oldAt++;
    if (added > 0) newAt++;
  }
  return hunks;
}
