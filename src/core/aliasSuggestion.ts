import type { PersonId, Reason } from './model';

/** Two entries of `Snapshot.people` that may be one person, on evidence too weak to merge them. */
export interface AliasSuggestion {
  /** Whom the other would become. */
  readonly person: PersonId;
  readonly alias: PersonId;
  /** 0 to 1; how much speaks for it, see `people/aliasSuggestions.ts`. */
  readonly score: number;
  readonly reasons: readonly Reason[];
  /** Lines for `.mailmap` that would make them one, see gitmailmap(5). */
  readonly mailmap: readonly string[];
}
