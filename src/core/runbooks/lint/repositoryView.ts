import type { PersonId } from '../../model';
import type { RunbookEdit } from '../authors';
import type { KnownPeople } from '../person/knownPeople';

/** What rules may know of the repository around a page. Every question is answered from memory. */
export interface RepositoryView {
  /** Seconds; the moment reviews are judged at. */
  readonly now: number;
  /** Every file at HEAD and every runbook beside it. */
  readonly paths: ReadonlySet<string>;
  /** Edits of a page through its renames, in any order. */
  editsOf(path: string): readonly RunbookEdit[];
  /** Who and which teams a word of a page may mean. */
  readonly known: KnownPeople;
  /** The name of an active person; null for anybody else. */
  activeName(person: PersonId): string | null;
}
