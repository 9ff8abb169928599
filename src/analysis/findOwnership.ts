import { setImmediate as nextTurn } from 'node:timers/promises';
import { PathsDigest } from '../core/report/map/pathsDigest';
import { GitError, throwIfCancelled } from '../git/errors';
import type { Analysed } from './analysed';
import type { OwnershipAnswer, OwnershipRequest } from './protocol';

/** Who owned the files of what was analysed at a moment of its past. Gives its thread back between two quarters. */
export async function findOwnership(
  { ownershipAt, snapshot }: Analysed,
  { date, components }: OwnershipRequest,
  signal: AbortSignal,
  onProgress: (done: number, total: number) => void,
): Promise<OwnershipAnswer> {
  const known = new Set(snapshot.components.map(({ id }) => id));
  if (components.length !== known.size || !components.every(id => known.has(id)))
    throw new GitError('failed', 'The files have changed since. Refresh, and choose the moment again.');
  const digest = new PathsDigest();
  for (const { path } of snapshot.files) digest.add(path);
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
      return { ...step.value, digest: digest.value };
    }
  }
}
