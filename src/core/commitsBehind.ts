import type { PersonId } from './model';

/** What somebody is to a commit; `answers`: for what an agent wrote, see `creditCommits`. */
export type CommitRole = 'author' | 'coAuthor' | 'answers' | 'reviewer';

/** One of those a commit is by. */
export interface CommitPerson {
  readonly person: PersonId;
  readonly role: CommitRole;
  /** 1 for writing it, 0.5 for reviewing it, 0 for a bot or an agent. */
  readonly credit: number;
}

/** Why a commit counts for nothing, or for less than another. */
export type CommitNote =
  /** Listed among the revisions to ignore. */
  | 'ignored'
  /** Where a shallow clone ends: what it seems to add is older. */
  | 'boundary'
  /** Only moved the file; its content stayed. */
  | 'renamed'
  /** Only changed the mode. */
  | 'mode'
  /** A merge, which changed nothing itself that its parents had not; of it only the lines are. */
  | 'merge'
  /** Wrote its lines in another file, from where they came. */
  | 'elsewhere'
  /** A bot's, or an agent's for which no human answers. */
  | 'nobody'
  /** Brought in what was written elsewhere. */
  | 'imported'
  /** Changed more than 100 files at once: it makes nobody an owner. */
  | 'sweep'
  /** The person asked about reviewed it; that is no change, and weighs half. */
  | 'reviewed';

/** A commit behind a number. */
export interface CommitBehind {
  readonly sha: string;
  /** When it was written. Seconds. */
  readonly date: number;
  /** The author first, then who else is credited. */
  readonly people: readonly CommitPerson[];
  /** What it adds to {@link CommitsBehind.changes}, or where it is a review to the reviews; 0 where it is left out. */
  readonly counts: number;
  /** Null for a commit like any other. */
  readonly note: CommitNote | null;
  /** An AI agent wrote it or helped. */
  readonly assisted: boolean;
  /** Lines that stand, as {@link LinesBehind.lines} counts them; null before lines are known. */
  readonly lines: number | null;
  /** What it changed of what was asked about, by path, the first 20. */
  readonly files: readonly FileBehind[];
  readonly fileTotal: number;
}

/** A file that a commit changed. */
export interface FileBehind {
  /** At HEAD. */
  readonly path: string;
  /** Where the commit had it, if elsewhere. */
  readonly was: string | null;
}

/** Commits, newest first. */
export interface CommitList {
  readonly total: number;
  /** At most as many as were asked for. */
  readonly commits: readonly CommitBehind[];
}

/** Lines one behind the other that are of one commit. */
export interface LineBlock {
  /** The first of them, from 1. */
  readonly line: number;
  readonly lines: number;
  readonly sha: string;
  readonly date: number;
  /** Who wrote them; nobody for a bot, a sweep or what does not count. */
  readonly people: readonly PersonId[];
}

/** The lines of one file that stand. */
export interface FileLinesBehind {
  readonly path: string;
  readonly lines: number;
  /** Top to bottom, at most as many as were asked for; empty where a component was asked about. */
  readonly blocks: readonly LineBlock[];
  readonly blockTotal: number;
}

/** The lines that stand at HEAD. */
export interface LinesBehind {
  /** Those the person wrote, alone or with others; without a person, all whose commit is known. */
  readonly lines: number;
  /** Of commits that cannot be told. */
  readonly unknown: number;
  readonly fileTotal: number;
  /** Most lines first. */
  readonly files: readonly FileLinesBehind[];
}

/** The commits and lines behind the numbers that reasons give for a file or a component, or for one person in it. */
export interface CommitsBehind {
  /**
   * Of a file its touches (of a person: those that person wrote), of a component the commits of people on it (of a
   * person: those that person wrote).
   */
  readonly changes: number;
  /** Of the person, what that person only reviewed; 0 without one. */
  readonly reviews: number;
  /** Those of the changes that an AI agent helped with. */
  readonly assisted: number;
  readonly counted: CommitList;
  readonly leftOut: CommitList;
  /** Commits left out by why. */
  readonly leftOutBecause: Readonly<Partial<Record<CommitNote, number>>>;
  /** Null before lines are known. */
  readonly lines: LinesBehind | null;
}
