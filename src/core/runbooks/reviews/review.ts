import type { PersonId } from '../../model';
import { pageVersion } from './reviewLines';

/** A change of a page's review date, as the analysis found it in the history. */
export interface FoundReview {
  /** Index of the commit. */
  readonly commit: number;
  /** Nothing else of the page changed. */
  readonly onlyDate: boolean;
}

/** The same, as rules see it. */
export interface Review {
  /** Seconds. */
  readonly date: number;
  /** Who is credited; more than one when they did it together. */
  readonly people: readonly PersonId[];
  readonly onlyDate: boolean;
}

/** What an edit of a page says about reviews: null when it changed no review date; a page that is new was not reviewed. */
export function reviewOfEdit(before: string, after: string): { readonly onlyDate: boolean } | null {
  const [old, fresh] = [pageVersion(before), pageVersion(after)];
  if (old.reviewed === null || fresh.reviewed === null || old.reviewed === fresh.reviewed) return null;
  return { onlyDate: old.rest === fresh.rest };
}
