import type { FileOwnership, Snapshot } from '../model';
import { isCutOff } from '../snapshotLimits';
import type { TruckFactor, TruckFactorDefinition } from '../truckFactor';
import { ownersByEvidence } from './fileOwners';
import { truckFactors } from './truckFactors';

/**
 * The truck factor of a part of a repository: of a folder, or of a component. By authorship there is none, for a
 * Snapshot does not hold who authors which file; components carry its value.
 *
 * @param files of the part, from the Snapshot
 */
export function partTruckFactor(
  snapshot: Pick<Snapshot, 'limits'>,
  files: readonly FileOwnership[],
  definition: Exclude<TruckFactorDefinition, 'doa'>,
): TruckFactor {
  return truckFactors(files.map(ownersByEvidence), isCutOff(snapshot))[definition];
}

/** The files of a folder, by its path from the root without a slash at the end; the empty path is the root. */
export function filesUnder({ files }: Pick<Snapshot, 'files'>, folder: string): readonly FileOwnership[] {
  return folder === '' ? files : files.filter(({ path }) => path.startsWith(`${folder}/`));
}
