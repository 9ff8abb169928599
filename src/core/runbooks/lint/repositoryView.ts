import type { AlertLinks } from '../alerts/repositoryAlerts';
import type { RunbookEdit } from '../authors';
import type { KnownCommands } from '../commands/knownCommands';
import type { KnownNames } from '../commands/knownNames';
import type { RunbookDocument } from '../document';
import type { FileIndex } from '../links/fileIndex';
import type { Review } from '../reviews/review';
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
  /** Id of the component a page is for; null when that is not known. */
  componentOf(path: string, document: RunbookDocument): string | null;
  /** Edits of a page through its renames, in any order. */
  editsOf(path: string): readonly RunbookEdit[];
  /** Known changes of a page's review date by people, newest first; empty where the history does not tell. */
  reviewsOf(path: string): readonly Review[];
  /**
   * When people changed the files of a component, without its pages and changes to very many files; seconds, oldest
   * first. Empty for one that is the repository as a whole.
   */
  changesOf(component: string): readonly number[];
  /** The paths, to be searched. */
  readonly files: FileIndex;
  /** Anchors of a page; null when its text was not read, or more is put into it by a site generator. */
  anchorsOf(path: string): ReadonlySet<string> | null;
  readonly commands: KnownCommands;
  readonly names: KnownNames;
}
