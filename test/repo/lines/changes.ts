import { type Contents, closed, linesOf } from './contents';
import type { Change } from './lineHistory';
import { pathNames } from './pathNames';
import type { PlannedEntry } from './plan';
import { contentOf, type Tree, withEntry } from './tree';

/** One change of a tree. `past` are the trees of earlier commits, oldest first. */
export function applyChange(tree: Tree, change: Change, contents: Contents, past: readonly Tree[]): Tree {
  const files = [...tree.keys()].filter(path => contentOf(tree.get(path)) !== null);
  const path = files[change.file % Math.max(1, files.length)];
  const entry = path === undefined ? undefined : tree.get(path);
  const fresh = freeName(tree, change.name);
  const made = (): PlannedEntry => ({ content: contents.make(change.content).join('') });
  if (path === undefined || entry === undefined || !('content' in entry)) return withEntry(tree, fresh, made());
  /** The file's content after all edits, or only those from one on. */
  const edited = (from = 0): PlannedEntry => {
    const lines = change.edits.slice(from).reduce((old, edit) => contents.edit(old, edit), linesOf(entry.content));
    return { ...entry, content: closed(lines).join('') };
  };
  const second = files[change.other % files.length] ?? path;
  const gone = withEntry(tree, path, null);
  switch (change.kind) {
    case 'edit':
      return withEntry(tree, path, edited());
    case 'churn':
      return churned(tree, files, change, contents);
    case 'add':
      return withEntry(tree, fresh, made());
    case 'delete':
      return gone;
    case 'restore':
      return restored(tree, change, past);
    case 'rename':
      return withEntry(gone, fresh, entry);
    case 'renameEdited':
      return withEntry(gone, fresh, edited());
    case 'swap':
      return withEntry(withEntry(tree, path, tree.get(second) ?? entry), second, edited(1));
    case 'fan': {
      const one = withEntry(gone, fresh, edited());
      const two = withEntry(one, freeName(one, change.name + 1), edited(1));
      return change.other % 2 === 0 ? two : withEntry(two, freeName(two, change.name + 2), entry);
    }
    case 'gather': {
      // Both go, and what is new has something of each.
      const theirs = contentOf(tree.get(second)) ?? '';
      const ours = linesOf(entry.content);
      const half = closed([...ours.slice(0, Math.ceil(ours.length / 2)), ...linesOf(theirs)]).join('');
      return withEntry(withEntry(gone, second, null), fresh, { content: half });
    }
    case 'copy':
      return withEntry(tree, fresh, entry);
    case 'copyEdited':
      return withEntry(withEntry(tree, fresh, edited()), path, edited(1));
    case 'toFolder': {
      const folder = ['moved', 'src', 'lib/deep/er'][change.other % 3];
      return withEntry(gone, `${folder}/${path.slice(path.lastIndexOf('/') + 1)}`, edited(1));
    }
    case 'mode':
      return withEntry(tree, path, { content: entry.content, executable: entry.executable !== true });
    case 'toLink':
      // A link to the file's own first line: as near to the old content as a link can be.
      return withEntry(tree, path, { symlink: entry.content.replaceAll('\0', '').split('\n')[0] || 'nowhere' });
    case 'toSubmodule':
      return withEntry(tree, path, { submodule: '1234567890'.repeat(4) });
    case 'toFile': {
      const others = [...tree.keys()].filter(each => contentOf(tree.get(each)) === null);
      return withEntry(tree, others[change.other % Math.max(1, others.length)] ?? fresh, made());
    }
    case 'toDirectory':
      return withEntry(gone, `${path}/inside`, edited(1));
  }
}

/** The longest file with changes all over it: few of the others are large enough for git to stop looking for the best. */
function churned(tree: Tree, files: readonly string[], { edits }: Change, contents: Contents): Tree {
  const size = (path: string): number => contentOf(tree.get(path))?.length ?? 0;
  const longest = files.reduce((most, path) => (size(path) > size(most) ? path : most));
  const kinds = ['scatter', 'deal', 'scatterSpaces'] as const;
  const lines = edits
    .slice(0, 2)
    .reduce(
      (old, edit) => contents.edit(old, { ...edit, kind: kinds[edit.to % kinds.length] ?? 'scatter' }),
      linesOf(contentOf(tree.get(longest)) ?? ''),
    );
  const entry = tree.get(longest);
  return withEntry(tree, longest, { ...entry, content: closed(lines).join('') });
}

/** A path as it once was, there or gone now. */
function restored(tree: Tree, change: Change, past: readonly Tree[]): Tree {
  const old = past[change.other % Math.max(1, past.length)] ?? tree;
  const [path, entry] = [...old][change.file % Math.max(1, old.size)] ?? [];
  return path === undefined || entry === undefined ? tree : withEntry(tree, path, entry);
}

function freeName(tree: Tree, pick: number): string {
  for (let index = 0; index < pathNames.length; index++) {
    const name = pathNames[(pick + index) % pathNames.length] ?? '';
    if (!tree.has(name)) return name;
  }
  return `one more ${tree.size}`;
}
