import { setImmediate as nextTurn } from 'node:timers/promises';
import type { OwnershipAt } from '../core/ownership/ownershipAt';
import { PathsDigest } from '../core/report/map/pathsDigest';
import { GitError, throwIfCancelled } from '../git/errors';
import type { Analysed } from './analysed';
import type { OwnershipRequest } from './protocol';

/** Who owned the files of what was analysed at a moment of its past. Gives its thread back between two quarters. */
export async function findOwnership(
  { ownershipAt, snapshot }: Analysed,
  { date, components, digest }: OwnershipRequest,
  signal: AbortSignal,
  onProgress: (done: number, total: number) => void,
): Promise<OwnershipAt> {
  const known = new Set(snapshot.components.map(({ id }) => id));
  const paths = new PathsDigest();
  for (const { path } of snapshot.files) paths.add(path);
  if (paths.value !== digest || components.length !== known.size || !components.every(id => known.has(id)))
    throw new GitError('failed', 'The files have changed since. Refresh, and choose the moment again.');
  const steps = ownershipAt(date, components);
  for (;;) {
    const step = steps.next();
    if (step.done !== true) {
      onProgress(step.value.done, step.value.total);
      await nextTurn();
      throwIfCancelled(signal);
    } else if (step.value === null) {
      throw new GitError('failed', 'The history has changed since. Refresh, and choose the moment again.');
    } else {
      return step.value;
    }
  }
}
