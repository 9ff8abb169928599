import type { ComponentShares } from './componentShares';
import type { PersonId } from './model';

/** What state, risk and backup of a component rest on besides its files, so that people can be thought away. */
export interface Grounds {
  /** Active people who did enough of the recent work on the component as a whole. */
  readonly recent: readonly PersonId[];
  /** Active people with enough of its lines, on enough of its files; null where lines do not tell. */
  readonly writers: readonly PersonId[] | null;
  /** Every active person who worked on it, most commits first. */
  readonly familiar: readonly Familiarity[];
  /** Commits of people in the last `activeDays` days of the Snapshot. */
  readonly recentCommits: number;
  /** Lines that people wrote, and those of them that nobody active did. */
  readonly linesByPeople: number;
  readonly quietLines: number;
  /** The others, by the active people who wrote them together. */
  readonly writtenBy: readonly WrittenTogether[];
  /** What active people know who own any of its files, besides the first of the component's shares. */
  readonly otherShares: readonly ComponentShares[];
}

/** What one person has done in one component. */
export interface Familiarity {
  readonly person: PersonId;
  /** Commits that touched its files. */
  readonly touches: number;
  readonly lastTouched: number;
  /** Mean share of knowledge over its files. */
  readonly share: number;
}

/** Lines by the active people who wrote them together. */
export interface WrittenTogether {
  readonly people: readonly PersonId[];
  readonly lines: number;
}
