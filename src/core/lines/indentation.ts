import { lineFeed } from './commonEnds';
import type { TextVersion } from './textVersion';

const space = 32;
const tab = 9;
const carriageReturn = 13;

/** Deeper than this is all the same, and so are more blank lines than these. */
const deepest = 200;
const mostBlanks = 20;

/** What a cut between two lines is worth; the lower the better. */
export interface CutScore {
  indent: number;
  penalty: number;
}

/** How much more the indentation counts than all else. */
const indentWeight = 60;

/**
 * Adds to a score what a cut before a line costs, by the indentation and the blank lines around it. This is the "indent
 * heuristic" that `git diff` and `git blame` use by default (git-config(1), `diff.indentHeuristic`); its weights come from
 * its author's study of hand-rated diffs.
 *
 * @param count lines there are, as far as the comparison goes; a cut there is one at the end
 */
export function addCut(score: CutScore, version: TextVersion, line: number, count: number): void {
  const atEnd = line >= count;
  const own = atEnd ? -1 : indentOf(version, line);
  let blanksBefore = 0;
  let before = -1;
  for (let at = line - 1; at >= 0; at--) {
    before = indentOf(version, at);
    if (before !== -1) break;
    blanksBefore++;
    if (blanksBefore === mostBlanks) {
      before = 0;
      break;
    }
  }
  let blanksAfter = 0;
  let after = -1;
  for (let at = line + 1; at < count; at++) {
    after = indentOf(version, at);
    if (after !== -1) break;
    blanksAfter++;
    if (blanksAfter === mostBlanks) {
      after = 0;
      break;
    }
  }
  if (before === -1 && blanksBefore === 0) score.penalty += 1;
  if (atEnd) score.penalty += 21;
  const blankFrom = own === -1 ? 1 + blanksAfter : 0;
  const blanks = blanksBefore + blankFrom;
  score.penalty += -30 * blanks + 6 * blankFrom;
  const indent = own === -1 ? after : own;
  score.indent += indent;
  if (indent === -1 || before === -1 || indent === before) return;
  const anyBlank = blanks !== 0;
  if (indent > before) score.penalty += anyBlank ? 10 : -4;
  else if (after !== -1 && after > indent) score.penalty += anyBlank ? 17 : 24;
  else score.penalty += anyBlank ? 17 : 23;
}

/** Negative where the first is better, 0 where both are alike. */
export function compareCuts(one: CutScore, other: CutScore): number {
  return indentWeight * Math.sign(one.indent - other.indent) + one.penalty - other.penalty;
}

/** Columns before the first character that is no white space, tabs to eight; −1 for a blank line. */
function indentOf({ bytes, starts }: TextVersion, line: number): number {
  const end = starts[line + 1] as number;
  let columns = 0;
  for (let at = starts[line] as number; at < end; at++) {
    const byte = bytes[at] as number;
    if (byte === space) columns++;
    else if (byte === tab) columns += 8 - (columns % 8);
    else if (byte !== lineFeed && byte !== carriageReturn) return columns;
    if (columns >= deepest) return deepest;
  }
  return -1;
}
