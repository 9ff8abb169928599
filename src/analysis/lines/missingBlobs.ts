import type { ChangeLog } from '../../core/lines/changeLog';
import { presentObjects } from '../../git/blobs';
import type { LineRequest } from './lineRequest';

/** Blobs of a partial clone that are not here; none of any other. Nothing is fetched to find out. */
export async function missingBlobs({ git, description, signal }: LineRequest, log: ChangeLog): Promise<Set<number>> {
  const missing = new Set<number>();
  if (!description.partial) return missing;
  const ids = Array.from({ length: log.blobs.size }, (_, blob) => log.blobs.hex(blob));
  const present = new Set(await presentObjects(git, description.root, ids, signal));
  ids.forEach((id, blob) => {
    if (!present.has(id)) missing.add(blob);
  });
  return missing;
}
