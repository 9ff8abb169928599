import type { RunbookEdit } from '../authors';
import type { PeopleLookup } from './peopleLookup';

/** What rules may know of the repository around a page. Every question is answered from memory. */
export interface RepositoryView {
  /** Seconds; the moment reviews are judged at. */
  readonly now: number;
  /** Every file at HEAD and every runbook beside it. */
  readonly paths: ReadonlySet<string>;
  readonly people: PeopleLookup;
  /** Edits of a page through its renames, in any order. */
  editsOf(path: string): readonly RunbookEdit[];
}
