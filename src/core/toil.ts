/** An operations file that one person edits again and again: a candidate to automate. */
export interface Toil {
  readonly path: string;
  /** Commits of people in the last `days`, `from` the first `to` the last, without those that changed many files. */
  readonly edits: number;
  /** Those of them by the one person who made most. */
  readonly byOne: number;
  /** Those of them of which no line stands: the next edit replaced it, or they only took lines away. */
  readonly replaced: number;
  readonly days: number;
  readonly from: number;
  readonly to: number;
}
