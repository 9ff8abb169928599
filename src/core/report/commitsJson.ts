import type { CommitBehind, CommitNote, CommitRole } from '../commitsBehind';
import { type CodeJson, finite, limitJson } from './codeJson';
import type { CommitsFound } from './commitsFound';
import { moment } from './numbers';

/** A commit as scripts get it. */
export interface CommitJson {
  readonly sha: string;
  readonly date: string | null;
  /** First line of the message; null where it is not here. */
  readonly subject: string | null;
  readonly people: readonly { readonly person: number; readonly role: CommitRole; readonly credit: number }[];
  /** What it adds to `changes`, or where `note` is `reviewed` to `reviews`. */
  readonly counts: number;
  readonly note: CommitNote | null;
  readonly assisted: boolean;
  /** That stand at HEAD; null where lines are not known. */
  readonly lines: number | null;
  /** The first of `filesTotal`; `was`: where the commit had it, if elsewhere. */
  readonly files: readonly { readonly path: string; readonly was: string | null }[];
  readonly filesTotal: number;
}

/** Lines one behind the other of one commit, counted from 1. */
export interface BlockJson {
  readonly line: number;
  readonly lines: number;
  readonly sha: string;
  readonly date: string | null;
  readonly people: readonly number[];
}

/** What `commits --format json` prints. Fields may be added; these stay. */
export interface CommitsJson {
  readonly version: 1;
  readonly repository: { readonly root: string; readonly head: string | null; readonly limits: readonly CodeJson[] };
  /** One of the two is null. */
  readonly file: string | null;
  readonly component: string | null;
  /** Id of the person asked for; null for everyone. */
  readonly person: number | null;
  readonly changes: number;
  readonly reviews: number;
  readonly assisted: number;
  /** Newest first, the first of `commitsTotal`. */
  readonly commits: readonly CommitJson[];
  readonly commitsTotal: number;
  readonly leftOut: readonly CommitJson[];
  readonly leftOutTotal: number;
  readonly leftOutBecause: Readonly<Partial<Record<CommitNote, number>>>;
  /** Of the person, or all whose commit is known; null where lines are not known. */
  readonly lines: number | null;
  readonly unknownLines: number | null;
  /** Files by their lines, the first of `lineFilesTotal`; their blocks for a file alone, the first of `blocksTotal`. */
  readonly lineFiles: readonly {
    readonly path: string;
    readonly lines: number;
    readonly blocks: readonly BlockJson[];
    readonly blocksTotal: number;
  }[];
  readonly lineFilesTotal: number;
  /** Those named above, by id. */
  readonly people: readonly { readonly id: number; readonly name: string; readonly email: string }[];
}

/** The commits behind a number in the form scripts depend on. Moments are ISO 8601 in UTC or null. */
export function commitsJson({ snapshot, of, person, behind, subjects }: CommitsFound): CommitsJson {
  const { changes, reviews, assisted, counted, leftOut, leftOutBecause, lines } = behind;
  const commit = (each: CommitBehind): CommitJson => ({
    ...{ sha: each.sha, date: moment(each.date), subject: subjects.get(each.sha) ?? null, people: each.people },
    ...{ counts: finite(each.counts), note: each.note, assisted: each.assisted, lines: each.lines },
    ...{ files: each.files, filesTotal: each.fileTotal },
  });
  const named = new Set([
    ...(person === null ? [] : [person]),
    ...[...counted.commits, ...leftOut.commits].flatMap(({ people }) => people.map(each => each.person)),
    ...(lines?.files ?? []).flatMap(({ blocks }) => blocks.flatMap(({ people }) => people)),
  ]);
  return {
    version: 1,
    repository: {
      root: snapshot.repository.root,
      head: snapshot.repository.head,
      limits: snapshot.limits.map(limitJson),
    },
    file: 'file' in of ? of.file : null,
    component: 'component' in of ? of.component.id : null,
    ...{ person, changes: finite(changes), reviews: finite(reviews), assisted: finite(assisted) },
    commits: counted.commits.map(commit),
    commitsTotal: counted.total,
    leftOut: leftOut.commits.map(commit),
    leftOutTotal: leftOut.total,
    leftOutBecause,
    lines: lines?.lines ?? null,
    unknownLines: lines?.unknown ?? null,
    lineFiles: (lines?.files ?? []).map(({ path, lines: count, blocks, blockTotal }) => ({
      ...{ path, lines: count, blocksTotal: blockTotal },
      blocks: blocks.map(({ date, ...block }) => ({ ...block, date: moment(date) })),
    })),
    lineFilesTotal: lines?.fileTotal ?? 0,
    people: snapshot.people.filter(({ id }) => named.has(id)).map(({ id, name, email }) => ({ id, name, email })),
  };
}
