import type { CommitsBehind } from '../commitsBehind';
import type { Component, PersonId, Snapshot } from '../model';

/** The commits behind a number, with what was asked about, as reports take them. */
export interface CommitsFound {
  readonly snapshot: Snapshot;
  readonly of: { readonly file: string } | { readonly component: Component };
  /** Null: everyone's. */
  readonly person: PersonId | null;
  readonly behind: CommitsBehind;
  /** First lines of messages by commit id. */
  readonly subjects: ReadonlyMap<string, string>;
}
