import type { AuthoredLines } from '../analysis/client';
import type { PathMatcher } from '../core/components/glob';
import { type FileLines, unknownCommit } from '../core/lines/lineOwnership';

/** One line of what `lines` prints. Fields may be added; these stay. */
export interface LineRecord {
  readonly path: string;
  readonly lines: number;
  /** By the address of the author, most lines first. */
  readonly people: readonly { readonly email: string; readonly lines: number }[];
  /** Lines of commits that cannot be told; left out where there are none. */
  readonly unknown?: number;
  /** Top to bottom: how many lines, and the commit that blame names, null where it cannot be told. */
  readonly runs?: readonly (readonly [length: number, sha: string | null])[];
}

export interface LineRecordsInput extends AuthoredLines {
  readonly commits: boolean;
  /** Says whether a file is printed. */
  readonly matches: PathMatcher;
  readonly inPath: (path: string) => string;
}

/** The records of all files that are printed, in the order of the tree. */
export function* lineRecords(input: LineRecordsInput): Generator<LineRecord> {
  const { ownership, folder, matches, inPath } = input;
  const shaOf = input.commits ? shaReader(input) : null;
  for (const file of ownership.files) {
    if (file.path.startsWith(folder) && matches(file.path)) {
      const { people, unknown } = linesByAddress(file, input);
      yield {
        path: inPath(file.path),
        lines: file.lines,
        people,
        ...(unknown === 0 ? {} : { unknown }),
        ...(shaOf === null ? {} : { runs: runsOf(file, shaOf) }),
      };
    }
  }
}

function linesByAddress(
  { runs }: FileLines,
  { authors, people }: AuthoredLines,
): { people: LineRecord['people']; unknown: number } {
  const byAddress = new Map<string, number>();
  let unknown = 0;
  for (let at = 0; at + 1 < runs.length; at += 2) {
    const length = runs[at] ?? 0;
    const commit = runs[at + 1] ?? unknownCommit;
    const author = commit === unknownCommit ? undefined : people[authors[commit] ?? -1];
    if (author === undefined) {
      unknown += length;
    } else {
      byAddress.set(author.email, (byAddress.get(author.email) ?? 0) + length);
    }
  }
  const listed = [...byAddress].map(([email, lines]) => ({ email, lines }));
  return { people: listed.sort((a, b) => b.lines - a.lines || (a.email < b.email ? -1 : 1)), unknown };
}

function runsOf({ runs }: FileLines, shaOf: (commit: number) => string | null): [number, string | null][] {
  const written: [number, string | null][] = [];
  for (let at = 0; at + 1 < runs.length; at += 2) {
    written.push([runs[at] ?? 0, shaOf(runs[at + 1] ?? unknownCommit)]);
  }
  return written;
}

/** Most commits own lines of many files. */
function shaReader({ ownership: { commits, shaLength } }: AuthoredLines): (commit: number) => string | null {
  const bytes = Buffer.from(commits.buffer, commits.byteOffset, commits.byteLength);
  const known: string[] = [];
  return commit => {
    if (commit === unknownCommit) {
      return null;
    }
    known[commit] ??= bytes.toString('hex', commit * shaLength, (commit + 1) * shaLength);
    return known[commit];
  };
}
