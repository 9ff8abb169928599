import type { FileLinesBehind, LineBlock, LinesBehind } from '../commitsBehind';
import { commitsOfLines } from '../history/commitsOfLines';
import { type FileLines, type LineOwnership, unknownCommit } from '../lines/lineOwnership';
import type { FileOwnership, PersonId } from '../model';
import { toldFiles } from './componentWork';
import { lineWriters, type WritersInput, writersIn } from './lineWriters';

/** Which lines are asked for. */
export interface LinesQuestion {
  readonly files: readonly FileOwnership[];
  /** The file of a path, as in `Touches`. */
  readonly fileOf: (path: string) => number;
  /** Null: whoever wrote them. */
  readonly person: PersonId | null;
  /** So many files, and so many blocks of each, are listed. */
  readonly most: number;
  /** Whether blocks are listed at all. */
  readonly blocks: boolean;
}

/**
 * The lines of some files that stand, and how many are of each commit of the history: all of them, or those that one
 * person wrote, counted as the knowledge of a file and the lines of a component count them.
 */
export function linesBehind(
  question: LinesQuestion,
  ownership: LineOwnership,
  input: WritersInput,
): { readonly behind: LinesBehind; readonly byCommit: ReadonlyMap<number, number> } {
  const { person, most } = question;
  // What is known of a few files says nothing of a person, see `toldFiles`.
  const asked = person === null ? question.files : toldFiles(question.files).filter(file => file.knowledge.length > 0);
  const paths = new Set(asked.map(({ path }) => path));
  const runsOf = runsOfFiles(question, ownership, input);
  const byCommit = new Map<number, number>();
  const files: FileLinesBehind[] = [];
  let unknown = 0;
  for (const file of ownership.files.filter(({ path }) => paths.has(path))) {
    const runs = runsOf(file);
    unknown += sum(runs.filter(({ commit }) => commit < 0));
    const own = runs.filter(({ commit, people }) => commit >= 0 && (person === null || people.includes(person)));
    for (const { commit, lines } of own) {
      byCommit.set(commit, (byCommit.get(commit) ?? 0) + lines);
    }
    if (own.length > 0) {
      const listed = question.blocks ? own.slice(0, most) : [];
      const blocks = listed.map(({ commit, ...block }): LineBlock => {
        return { ...block, sha: input.history.shaOf(commit), date: input.history.authorTimes.at(commit) };
      });
      files.push({ path: file.path, lines: sum(own), blocks, blockTotal: own.length });
    }
  }
  files.sort((a, b) => b.lines - a.lines || (a.path < b.path ? -1 : 1));
  const behind = { lines: sum(files), unknown, fileTotal: files.length, files: files.slice(0, most) };
  return { behind, byCommit };
}

interface Run extends Pick<LineBlock, 'line' | 'lines' | 'people'> {
  /** Index of the commit in the history, −1 where it cannot be told. */
  readonly commit: number;
}

function runsOfFiles(
  { fileOf }: LinesQuestion,
  ownership: LineOwnership,
  input: WritersInput,
): (file: FileLines) => Run[] {
  const commits = commitsOfLines(ownership, input.history);
  const writers = lineWriters(ownership, input);
  return ({ path, runs }) => {
    const wrote = writersIn(fileOf(path), input);
    const found: Run[] = [];
    let line = 1;
    for (let at = 0; at + 1 < runs.length; at += 2) {
      const lines = runs[at] ?? 0;
      const owner = runs[at + 1] ?? unknownCommit;
      const by = owner === unknownCommit ? null : writers[owner];
      found.push({
        line,
        lines,
        commit: owner === unknownCommit ? -1 : (commits[owner] ?? -1),
        people: by ? wrote(by) : [],
      });
      line += lines;
    }
    return found;
  };
}

function sum(parts: readonly { readonly lines: number }[]): number {
  return parts.reduce((total, { lines }) => total + lines, 0);
}
