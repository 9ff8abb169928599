import type { Share } from './model';

/**
 * Whose loss counts. `doa`: the authors of files by degree of authorship, as the reference tool finds them, present or
 * not. The others count active people: `activity` those with enough of a file's recent changes, `lines` those with
 * enough of the lines that stand (null before tier 2), `combined` the owners that the states are made of, by any of
 * authorship, activity and lines.
 */
export type TruckFactorDefinition = 'doa' | 'activity' | 'lines' | 'combined';

export interface TruckFactor {
  readonly definition: TruckFactorDefinition;
  /** null when nothing can be said (no files, no history). */
  readonly value: number | null;
  /** Those whose loss the value describes, in the order of removal; share: fraction of the files they know. */
  readonly people: readonly Share[];
  /** Files that were counted. */
  readonly files: number;
  /** Fraction of the files left without an owner once those people are gone. */
  readonly abandonedShare: number;
  /** True when it is proven that no smaller group does it. */
  readonly exact: boolean;
  /** It is proven that fewer people than this do not suffice; null where nothing was searched (`doa`) or can be said. */
  readonly atLeast: number | null;
}
