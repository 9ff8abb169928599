import { commitsOfLines } from '../history/commitsOfLines';
import { type Touches, touchKind } from '../history/fold';
import type { History } from '../history/history';
import type { LineOwnership } from '../lines/lineOwnership';
import type { Credits } from './credit';
import { sweepBreadth } from './sweep';

/** What who wrote a line is told from. */
export interface WritersInput {
  readonly history: History;
  readonly touches: Touches;
  readonly credits: Credits;
  /** See `importsOf`. */
  readonly imports: Uint8Array;
  /** Whether a commit counts: not an ignored one, nor one where a shallow clone was cut. */
  readonly counts: (commit: number) => boolean;
}

/** Who the lines of one commit are by, as `creditCommits` has them; in one file some of them may have written nothing. */
export interface LineWriters {
  /** Index of the commit in the history. */
  readonly commit: number;
  readonly people: readonly number[];
  readonly time: number;
  readonly sweep: boolean;
  readonly imported: boolean;
}

/** By index of the commit in the ownership: null for nobody, undefined for a commit that is not in the history. */
export function lineWriters(
  ownership: LineOwnership,
  { history, touches, credits, imports, counts }: WritersInput,
): (LineWriters | null | undefined)[] {
  return Array.from(commitsOfLines(ownership, history), commit => {
    if (commit < 0) {
      return undefined;
    }
    const people: number[] = [];
    for (let at = credits.starts[commit] ?? 0; at < (credits.starts[commit + 1] ?? 0); at++) {
      if (credits.weights[at] === 1) {
        people.push(credits.people[at] ?? 0);
      }
    }
    if (people.length === 0 || !counts(commit)) {
      return null;
    }
    return {
      commit,
      people,
      time: history.authorTimes.at(commit),
      sweep: (touches.breadth[commit] ?? 0) > sweepBreadth,
      imported: imports[commit] === 1,
    };
  });
}

/**
 * Who wrote the lines of a commit in one file: a sweep over the tree wrote nothing where it did not create the file, nor
 * did who imported a file without changing it later. The same people are the same array where nobody is left out.
 *
 * @param file as in `Touches`, −1 for none
 */
export function writersIn(
  file: number,
  { touches, credits }: Pick<WritersInput, 'touches' | 'credits'>,
): (found: LineWriters) => readonly number[] {
  const start = file < 0 ? 0 : (touches.starts[file] ?? 0);
  const end = file < 0 ? 0 : (touches.starts[file + 1] ?? 0);
  const created = (commit: number): boolean => {
    for (let at = start; at < end; at++) {
      if (touches.commits[at] === commit && touches.kinds[at] === touchKind.created) {
        return true;
      }
    }
    return false;
  };
  const changed = (person: number): boolean => {
    for (let at = start; at < end; at++) {
      const commit = touches.commits[at] ?? 0;
      if (touches.kinds[at] === touchKind.created || (touches.breadth[commit] ?? 0) > sweepBreadth) {
        continue;
      }
      for (let credit = credits.starts[commit] ?? 0; credit < (credits.starts[commit + 1] ?? 0); credit++) {
        if (credits.people[credit] === person && credits.weights[credit] === 1) {
          return true;
        }
      }
    }
    return false;
  };
  return found => {
    if (!found.sweep || (!found.imported && created(found.commit))) {
      return found.people;
    }
    return created(found.commit) ? found.people.filter(changed) : [];
  };
}
