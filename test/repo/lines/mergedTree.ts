import { closed, linesOf } from './contents';
import type { Step } from './lineHistory';
import { mergedLines, type Resolution } from './mergedContent';
import type { PlannedEntry } from './plan';
import { contentOf, sameEntry, type Tree, withEntry } from './tree';

export interface Sides {
  readonly base: Tree;
  readonly ours: Tree;
  readonly theirs: Tree;
}

const inTurn: readonly Resolution[] = ['ours', 'theirs', 'both', 'mixed'];

/** Three-way merge by path; where both sides differ from the base and each other, as the resolution says. */
export function mergedTree({ base, ours, theirs }: Sides, resolution: Step['resolution']): Tree {
  let tree = ours;
  for (const path of new Set([...theirs.keys(), ...ours.keys()])) {
    const [before, our, their] = [base.get(path), ours.get(path), theirs.get(path)];
    if (sameEntry(our, their) || sameEntry(before, their)) continue;
    const how = resolution === 'byPath' ? (inTurn[path.length % 4] ?? 'ours') : resolution;
    const entry = sameEntry(before, our) ? their : mergedEntry(before, our, their, how);
    tree = withEntry(tree, path, entry ?? null);
  }
  return tree;
}

function mergedEntry(
  before: PlannedEntry | undefined,
  our: PlannedEntry | undefined,
  their: PlannedEntry | undefined,
  resolution: Resolution,
): PlannedEntry | undefined {
  const [ourText, theirText] = [contentOf(our), contentOf(their)];
  if (ourText === null || theirText === null) return resolution === 'theirs' ? their : our;
  const lines = mergedLines(linesOf(contentOf(before) ?? ''), linesOf(ourText), linesOf(theirText), resolution);
  return { ...our, content: closed(lines).join('') };
}
