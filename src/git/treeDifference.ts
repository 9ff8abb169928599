import { GitError } from './errors';
import type { ObjectReader } from './objectReader';
import { decodePath } from './paths';
import type { TreeEntry } from './tree';

/** What one commit has of a path that another has not, or has otherwise. */
export interface TreeDifference {
  /** The path as git stores it, one character a byte. */
  readonly rawPath: string;
  /** null: the path is not there any more. */
  readonly entry: TreeEntry | null;
}

/** An entry of a tree object: a file, a link, a submodule, or a folder. */
export interface TreeItem {
  /** As the object has it: `40000` for a folder. */
  readonly mode: string;
  /** Object id in hexadecimal. */
  readonly sha: string;
}

const folder = '40000';

interface FolderPair {
  /** Empty, or ends with `/`. */
  readonly prefix: string;
  /** What names the two trees; null where there was no folder. */
  readonly before: string | null;
  readonly after: string | null;
}

/**
 * What differs between the trees of two commits, by bytes of the path. Both are read folder by folder, and only where they
 * differ. null when a tree is not here.
 * @param before null: nothing; then all that the other has is listed
 * @param shaLength bytes of an object id
 */
export async function compareTrees(
  reader: ObjectReader,
  before: string | null,
  after: string,
  shaLength: 20 | 32,
): Promise<TreeDifference[] | null> {
  const differences: TreeDifference[] = [];
  let pairs: FolderPair[] = [{ prefix: '', before: before && `${before}^{tree}`, after: `${after}^{tree}` }];
  while (pairs.length > 0) {
    const names = pairs.flatMap(pair => [pair.before, pair.after].filter(name => name !== null));
    const trees = (await reader.read(names)).map(content => content && parseTree(content, shaLength));
    if (trees.includes(null)) return null;
    const deeper: FolderPair[] = [];
    let next = 0;
    for (const pair of pairs) {
      const was = pair.before === null ? none : (trees[next++] ?? none);
      const is = pair.after === null ? none : (trees[next++] ?? none);
      for (const name of new Set([...was.keys(), ...is.keys()])) {
        compareItems(pair.prefix + name, was.get(name), is.get(name), differences, deeper);
      }
    }
    pairs = deeper;
  }
  return differences.sort((a, b) => (a.rawPath < b.rawPath ? -1 : 1));
}

const none: ReadonlyMap<string, TreeItem> = new Map();

function compareItems(
  rawPath: string,
  was: TreeItem | undefined,
  is: TreeItem | undefined,
  differences: TreeDifference[],
  deeper: FolderPair[],
): void {
  if (was?.sha === is?.sha && was?.mode === is?.mode) return;
  const folderBefore = was?.mode === folder ? was.sha : null;
  const folderAfter = is?.mode === folder ? is.sha : null;
  if (folderBefore !== null || folderAfter !== null) {
    deeper.push({ prefix: `${rawPath}/`, before: folderBefore, after: folderAfter });
  }
  if (is !== undefined && folderAfter === null) {
    differences.push({ rawPath, entry: { mode: is.mode, sha: is.sha, path: decodePath(rawPath), rawPath } });
  } else if (was !== undefined && folderBefore === null) {
    differences.push({ rawPath, entry: null });
  }
}

/** Reads a tree object, `<mode> SP <name> NUL <id>` over and over; names with one character a byte. Throws GitError `failed`. */
export function parseTree(content: Buffer, shaLength: 20 | 32): ReadonlyMap<string, TreeItem> {
  const items = new Map<string, TreeItem>();
  for (let at = 0; at < content.length; ) {
    const space = content.indexOf(0x20, at);
    const end = content.indexOf(0, space);
    const next = end + 1 + shaLength;
    if (space < 0 || end < 0 || next > content.length) {
      throw new GitError('failed', 'A folder ended in the middle. Run "git fsck" in the repository.');
    }
    const name = content.toString('latin1', space + 1, end);
    items.set(name, { mode: content.toString('latin1', at, space), sha: content.toString('hex', end + 1, next) });
    at = next;
  }
  return items;
}
