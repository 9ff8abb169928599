import type { History } from './history';
import { canonicalOrder, ShaTable } from './order';

/**
 * The merge that brought each commit into the line it was merged to, by index of the commit; −1 for one that was made on
 * the main line, which is the chain of first parents from the newest commit.
 */
export function broughtInBy(history: History): Int32Array {
  const count = history.commitCount;
  const order = canonicalOrder(history);
  const parentsOf = parentsByCommit(history);
  const broughtBy = new Int32Array(count).fill(-1);
  const seen = new Uint8Array(count);
  /** Tips of branches with the merge each came by; the one merged first is taken first, for later ones grew from it. */
  const branches: { readonly tip: number; readonly merge: number }[] = [];
  // What is on no branch of the newest commit (there is none in a log of one head) counts as a main line of its own.
  for (let at = order.length - 1; at >= 0; at--) {
    branches.push({ tip: order[at] ?? 0, merge: -1 });
    for (let branch = branches.pop(); branch; branch = branches.pop()) {
      const merges: { tip: number; merge: number }[] = [];
      for (let commit = branch.tip; commit >= 0 && seen[commit] === 0; ) {
        seen[commit] = 1;
        broughtBy[commit] = branch.merge;
        const [main = -1, ...others] = parentsOf(commit);
        for (const tip of others) {
          merges.push({ tip, merge: commit });
        }
        commit = main;
      }
      branches.push(...merges);
    }
  }
  return broughtBy;
}

function parentsByCommit(history: History): (commit: number) => number[] {
  const table = new ShaTable(history.shas.values, history.shaLength, history.commitCount);
  return commit => {
    const parents: number[] = [];
    for (let at = history.parentEnds.startOf(commit); at < history.parentEnds.at(commit); at++) {
      parents.push(table.find(history.parentShas.values, at * history.shaLength));
    }
    return parents;
  };
}
