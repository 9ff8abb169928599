import type { PersonId } from './model';

/** What one person knows of a component, by each kind of evidence alone; active or not. */
export interface ComponentShares {
  readonly person: PersonId;
  /** Files of which the person is an author by DOA, and the files of the component whose history tells that. */
  readonly authored: number;
  readonly ofFiles: number;
  /** The one divided by the other; a file may have several authors, so that the shares of all people may exceed 1. */
  readonly authorship: number;
  /** Share of the time-decayed touches of all its files together. */
  readonly activity: number;
  /**
   * Share of the lines people wrote that the person wrote, alone or with others; null until line ownership has run, and
   * where people wrote none.
   */
  readonly lines: number | null;
}
