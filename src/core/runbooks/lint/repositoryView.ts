import type { AlertLinks } from '../alerts/repositoryAlerts';
import type { RunbookEdit } from '../authors';
import type { PeopleLookup } from './peopleLookup';

/** What rules may know of the repository around a page. Every question is answered from memory. */
export interface RepositoryView {
  /** Seconds; the moment reviews are judged at. */
  readonly now: number;
  /** Every file at HEAD and every runbook beside it. */
  readonly paths: ReadonlySet<string>;
  readonly alertLinks: AlertLinks;
  /** Whether a page that was read links to the page at that path. */
  isLinked(path: string): boolean;
  readonly people: PeopleLookup;
  /**
   * Who owns a page by CODEOWNERS, else by the OWNERS files above it, else by the catalog entry of its folder; as written,
   * logins with `@`.
   */
  ownersOf(path: string): readonly string[];
  /** Edits of a page through its renames, in any order. */
  editsOf(path: string): readonly RunbookEdit[];
}
