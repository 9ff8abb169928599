import type { AlertLinks } from '../alerts/repositoryAlerts';
import type { RunbookEdit } from '../authors';

/** What rules may know of the repository around a page. Every question is answered from memory. */
export interface RepositoryView {
  /** Seconds; the moment reviews are judged at. */
  readonly now: number;
  /** Every file at HEAD and every runbook beside it. */
  readonly paths: ReadonlySet<string>;
  readonly alertLinks: AlertLinks;
  /** Whether a page that was read links to the page at that path. */
  isLinked(path: string): boolean;
  /** Edits of a page through its renames, in any order. */
  editsOf(path: string): readonly RunbookEdit[];
}
