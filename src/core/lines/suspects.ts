/**
 * Lines whose origin is sought, as stretches: where a stretch starts in a version of a file, how many lines it has, and
 * which lines at the head it stands for. Three numbers a stretch, in the order of the version's lines.
 */
export type Suspects = number[];

export interface Passed {
  /** What the parent has as well, in the parent's lines. */
  readonly passed: Suspects;
  /** What it has not. */
  readonly kept: Suspects;
}

/** Hands what no hunk touches to a parent. Hunks as `LineDiff` gives them. */
export function passUnchanged(suspects: Suspects, hunks: readonly number[]): Passed {
  const passed: Suspects = [];
  const kept: Suspects = [];
  let hunk = 0;
  let shift = 0;
  for (let at = 0; at < suspects.length; at += 3) {
    let line = suspects[at] as number;
    let target = suspects[at + 2] as number;
    const end = line + (suspects[at + 1] as number);
    // Stretches may overlap after an ignored revision: then an earlier hunk counts again.
    while (hunk > 0 && line < (hunks[hunk - 2] as number) + (hunks[hunk - 1] as number)) {
      hunk -= 4;
      shift = hunk === 0 ? 0 : shiftAfter(hunks, hunk - 4);
    }
    while (line < end) {
      const start = hunks[hunk + 2] ?? Number.POSITIVE_INFINITY;
      if (line < start) {
        const length = Math.min(end, start) - line;
        push(passed, line + shift, length, target);
        line += length;
        target += length;
        continue;
      }
      const after = start + (hunks[hunk + 3] as number);
      if (line < after) {
        const length = Math.min(end, after) - line;
        push(kept, line, length, target);
        line += length;
        target += length;
      }
      if (line >= after) {
        shift = shiftAfter(hunks, hunk);
        hunk += 4;
      }
    }
  }
  return { passed, kept };
}

/** How far lines after a hunk stand from each other: old minus new. */
function shiftAfter(hunks: readonly number[], hunk: number): number {
  const oldEnd = (hunks[hunk] as number) + (hunks[hunk + 1] as number);
  return oldEnd - (hunks[hunk + 2] as number) - (hunks[hunk + 3] as number);
}

/**
 * Hands lines to the parent's lines that they are thought to come from, see `guessOrigins`.
 * @param origins for each line of the version, from the first hunk to the last: a line of the parent, −1 for none
 */
export function passGuessed(suspects: Suspects, origins: ReadonlyMap<number, number>): Passed {
  const passed: Suspects = [];
  const kept: Suspects = [];
  for (let at = 0; at < suspects.length; at += 3) {
    const line = suspects[at] as number;
    const target = suspects[at + 2] as number;
    for (let step = 0; step < (suspects[at + 1] as number); step++) {
      const origin = origins.get(line + step) ?? -1;
      if (origin < 0) push(kept, line + step, 1, target + step);
      else push(passed, origin, 1, target + step);
    }
  }
  return { passed: inOrder(passed), kept };
}

/** Several lists as one, in order. */
export function gathered(lists: readonly Suspects[]): Suspects {
  const [first] = lists;
  return lists.length === 1 && first !== undefined ? first : inOrder(lists.flat());
}

function inOrder(suspects: Suspects): Suspects {
  const places: number[] = [];
  for (let at = 0; at < suspects.length; at += 3) places.push(at);
  const of = (at: number): number => suspects[at] as number;
  places.sort((a, b) => of(a) - of(b) || of(a + 2) - of(b + 2));
  const sorted: Suspects = [];
  for (const at of places) push(sorted, of(at), of(at + 1), of(at + 2));
  return sorted;
}

function push(list: Suspects, line: number, length: number, target: number): void {
  const last = list.length - 3;
  if (
    last >= 0 &&
    (list[last] as number) + (list[last + 1] as number) === line &&
    (list[last + 2] as number) + (list[last + 1] as number) === target
  ) {
    list[last + 1] = (list[last + 1] as number) + length;
  } else {
    list.push(line, length, target);
  }
}
