import type { PlannedCommit, PlannedEntry } from './plan';

/** Everything a commit holds, by path. */
export type Tree = ReadonlyMap<string, PlannedEntry>;

/** A tree with other content at one path; what cannot be beside it, as a folder of that name, goes. */
export function withEntry(tree: Tree, path: string, entry: PlannedEntry | null): Tree {
  const changed = new Map(tree);
  if (entry === null) {
    changed.delete(path);
    return changed;
  }
  for (const other of tree.keys())
    if (other.startsWith(`${path}/`) || path.startsWith(`${other}/`)) changed.delete(other);
  return changed.set(path, entry);
}

export function sameEntry(a: PlannedEntry | undefined, b: PlannedEntry | undefined): boolean {
  if (a === b) return true;
  if (a === undefined || b === undefined) return false;
  if ('content' in a) return 'content' in b && a.content === b.content && a.executable === b.executable;
  if ('symlink' in a) return 'symlink' in b && a.symlink === b.symlink;
  return 'submodule' in b && a.submodule === b.submodule;
}

/** How to get from one tree to another, deletions first. */
export function changesBetween(from: Tree, to: Tree): PlannedCommit['files'] {
  const gone = [...from.keys()].filter(path => !to.has(path)).map(path => [path, null] as const);
  return [...gone, ...[...to].filter(([path, entry]) => !sameEntry(from.get(path), entry))];
}

/** True when both are files, whatever is in them: others are never merged line by line. */
export function contentOf(entry: PlannedEntry | undefined): string | null {
  return entry !== undefined && 'content' in entry ? entry.content : null;
}

/** What every commit of a history holds. */
export function treesOf(commits: readonly PlannedCommit[]): Tree[] {
  const trees: Tree[] = [];
  for (const { parents, files } of commits) {
    const tree = new Map(trees[parents[0] ?? -1] ?? []);
    for (const [path, entry] of files) {
      if (entry === null) tree.delete(path);
      else tree.set(path, entry);
    }
    trees.push(tree);
  }
  return trees;
}
