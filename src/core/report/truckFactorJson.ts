import type { ExcludedReason, Snapshot } from '../model';
import type { TruckFactor, TruckFactorDefinition } from '../truckFactor';
import { type CodeJson, finite, fraction, limitJson } from './codeJson';

/** What `truck-factor --format json` prints. */
export interface TruckFactorJson {
  readonly definition: TruckFactorDefinition;
  readonly value: number | null;
  readonly people: readonly { readonly name: string; readonly email: string; readonly share: number }[];
  readonly files: number;
  readonly abandonedShare: number;
  /** Whether it is proven that no smaller group does it, and what is proven: no fewer than `atLeast`. */
  readonly exact: boolean;
  readonly atLeast: number | null;
  /** Files of the repository that were left out, by why. */
  readonly excluded: Readonly<Partial<Record<ExcludedReason, number>>>;
  readonly limits: readonly CodeJson[];
}

/** One truck factor of a Snapshot in the form scripts depend on (`design.md`), people in the order of removal. */
export function truckFactorJson(snapshot: Snapshot, truckFactor: TruckFactor): TruckFactorJson {
  return {
    definition: truckFactor.definition,
    value: truckFactor.value === null ? null : finite(truckFactor.value),
    people: truckFactor.people.map(({ person, share }) => ({
      name: snapshot.people[person]?.name ?? '',
      email: snapshot.people[person]?.email ?? '',
      share: fraction(share),
    })),
    files: finite(truckFactor.files),
    abandonedShare: fraction(truckFactor.abandonedShare),
    exact: truckFactor.exact,
    atLeast: truckFactor.atLeast === null ? null : finite(truckFactor.atLeast),
    excluded: Object.fromEntries(Object.entries(snapshot.excluded).filter(([, files]) => files > 0)),
    // Files that nobody active owns are left out by every definition but authorship.
    limits: snapshot.limits
      .filter(({ code }) => code !== 'abandoned' || truckFactor.definition !== 'doa')
      .map(limitJson),
  };
}
