import type { LineOwnership } from '../core/lines/lineOwnership';
import type { Git } from '../git/git';
import type { SnapshotStore } from '../store/snapshotStore';
import { ownLines } from './lines/ownLines';

export interface LineTierRequest {
  readonly git: Git;
  /** A folder of the repository. */
  readonly root: string;
  /** Object id of the commit whose lines are looked at. */
  readonly head: string;
  /** Object ids of revisions that are stepped over, as blame does it. */
  readonly ignored: ReadonlySet<string>;
  /** null: nothing is kept. */
  readonly store: SnapshotStore | null;
  readonly signal: AbortSignal;
  readonly onProgress: (done: number, total: number) => void;
}

/** Progress is told this many times at most. */
const steps = 200;

/** Tier 2: the commit of every line at a head. The one place that calls the line engine. */
export function lineTier({ root, onProgress, ...request }: LineTierRequest): Promise<LineOwnership> {
  let told = -1;
  return ownLines({
    ...request,
    cwd: root,
    onProgress: (done, total) => {
      const step = total > 0 ? Math.floor((steps * done) / total) : 0;
      if (step !== told) {
        told = step;
        onProgress(done, total);
      }
    },
  });
}
