/** The repository as it was one day, by authorship and activity, judged as of that day. */
export interface PastMoment {
  /** The last second of a quarter; of the last moment the newest commit. */
  readonly date: number;
  readonly files: number;
  /** By activity; null where no file had an owner. */
  readonly truckFactor: number | null;
  /** `combined` as tier 1 has it, by authorship and activity: which lines stood that day is not known. */
  readonly truckFactorWithoutLines: number | null;
  /** Of the components as they are cut today, how many had files then, and how many of these were known so. */
  readonly components: number;
  readonly sole: number;
  readonly orphaned: number;
}
