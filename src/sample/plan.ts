import type { PersonName } from './people';

/** One commit at a day of its own. What it names and does not exist yet, it creates. */
export interface PlannedCommit {
  readonly who: PersonName;
  /** Days before the last day. */
  readonly day: number;
  readonly subject: string;
  readonly body?: string;
  readonly coAuthor?: PersonName;
  readonly reviewer?: PersonName;
  /** Files, or folders with a `/` at the end. */
  readonly paths: readonly string[];
}

/** Many commits over a time, each on some of the files. */
export interface Stream {
  readonly who: PersonName;
  /** Days before the last day: the earlier one first. */
  readonly from: number;
  readonly to: number;
  readonly commits: number;
  readonly paths: readonly string[];
  readonly without?: readonly string[];
  /** Most files of one commit. */
  readonly atMost: number;
  readonly scope: string;
  /** What the subjects speak of; whole subjects where there is no scope. */
  readonly topics: readonly string[];
  /** Of every third commit; of all of an agent's. */
  readonly coAuthor?: PersonName;
  /** Merges it as pull requests of two or three commits. */
  readonly mergedBy?: PersonName;
}

/** A folder that moved: everything in it was at `from` until that day. */
export interface Move {
  readonly who: PersonName;
  readonly day: number;
  readonly subject: string;
  readonly from: string;
  readonly to: string;
  /** Changed in the same commit. */
  readonly edited: readonly string[];
}

export const moves: readonly Move[] = [
  {
    who: 'ingrid',
    day: 800,
    subject: 'Rename stickers to labels, as everybody calls them',
    from: 'services/stickers/',
    to: 'services/labels/',
    edited: ['services/labels/pyproject.toml', 'services/labels/README.md'],
  },
  {
    who: 'anneke',
    day: 520,
    subject: 'docs: move docs/oncall to docs/runbooks',
    from: 'docs/oncall/',
    to: 'docs/runbooks/',
    edited: ['docs/runbooks/README.md'],
  },
];

/** Spaces for tabs in the whole of `web/`; listed in `.git-blame-ignore-revs` right after. */
export const reformat = {
  who: 'anneke',
  day: 420,
  subject: 'web: spaces instead of tabs',
  folder: 'web/packages/',
} as const;

/** Created by a merge commit itself, the first one of tracking between these days. */
export const addedByMerge = { path: 'services/tracking/internal/geofence/geofence.go', from: 560, to: 300 } as const;
