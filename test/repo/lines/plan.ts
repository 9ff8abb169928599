import type { FileChange, Mark, RepositoryBuilder } from '../../support/repositoryBuilder';
import { ann, ben, cleo } from '../analysis/analyse';

/**
 * What a path holds. Here, and for paths, a string has one character a byte (`latin1`), so that any bytes can be
 * written down as text.
 */
export type PlannedEntry =
  | { readonly content: string; readonly executable?: boolean }
  | { readonly symlink: string }
  | { readonly submodule: string };

export interface PlannedCommit {
  /** Indices of earlier commits. */
  readonly parents: readonly number[];
  /** Seconds since 1970; not in order when a clock was wrong. */
  readonly date: number;
  /** What differs from the first parent; null: gone. Deletions come first. */
  readonly files: readonly (readonly [path: string, entry: PlannedEntry | null])[];
}

/** A history in full: plain, so that one that failed can be kept whatever becomes of the generator. */
export interface PlannedHistory {
  /** Parents before children. */
  readonly commits: readonly PlannedCommit[];
  /** Index of a commit. */
  readonly head: number;
  /** Indices of the commits to ignore. */
  readonly ignored: readonly number[];
}

/** Overrules what files contain: git takes `….off` for binary and `….on` for text, whatever is inside. */
export const attributes = '*.off -diff\n*.on diff\n';

const people = [ann, ben, cleo];

export interface PlanOptions {
  readonly branch?: string;
  readonly objectFormat?: 'sha1' | 'sha256';
}

/** Writes a history on one branch name, which ends at the head; answers its commits by index. */
export function writePlan(builder: RepositoryBuilder, plan: PlannedHistory, options: PlanOptions = {}): Mark[] {
  const { branch = 'main', objectFormat = 'sha1' } = options;
  const digits = objectFormat === 'sha1' ? 40 : 64;
  const marks: Mark[] = [];
  const markOf = (index: number): Mark => {
    const mark = marks[index];
    if (mark === undefined) throw new Error(`No commit ${index} was written.`);
    return mark;
  };
  plan.commits.forEach(({ parents, date, files }, index) => {
    marks.push(
      builder.commit({
        author: people[index % people.length] ?? ann,
        date,
        branch,
        message: `Change ${index}`,
        parents: parents.map(markOf),
        takesOthers: false,
        files: files.map(([path, entry]) => [Buffer.from(path, 'latin1'), fileChange(entry, digits)] as const),
      }),
    );
  });
  builder.branch(branch, markOf(plan.head));
  return marks;
}

function fileChange(entry: PlannedEntry | null, digits: number): FileChange {
  if (entry === null || 'symlink' in entry) return entry;
  if ('submodule' in entry) return { submodule: entry.submodule.padEnd(digits, '0') };
  const content = Buffer.from(entry.content, 'latin1');
  return entry.executable === true ? { content, executable: true } : content;
}
