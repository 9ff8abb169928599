import type { TreeDifference } from '../../git/treeDifference';
import { describeFiles, type HeadFile } from './headContents';
import type { LineRequest } from './lineRequest';
import type { ReadContents } from './readContents';
import type { StoredLines } from './storedLines';

/** The regular files of a head, told by those of an earlier one. */
export interface ChangedFiles {
  /** In the order of the tree. */
  readonly files: readonly HeadFile[];
  /** By file: its place among the earlier ones when it is the very same; −1 otherwise. */
  readonly before: Int32Array;
}

/**
 * The regular files of the head, of which only those are read that differ from an earlier head.
 * @param comparing what differs, see `compareTrees`
 * @param reading what is known of the earlier head
 * @returns null when attributes changed, for they may make other files text; and when one of the two is not known
 */
export async function changedFiles(
  request: LineRequest,
  comparing: Promise<readonly TreeDifference[] | null>,
  reading: Promise<StoredLines | null>,
  read: ReadContents,
): Promise<ChangedFiles | null> {
  const differences = await comparing;
  if (differences === null) return null;
  if (differences.some(({ rawPath }) => rawPath === '.gitattributes' || rawPath.endsWith('/.gitattributes')))
    return null;
  const { files: changed } = await describeFiles(
    request,
    differences.flatMap(({ entry }) => (entry === null ? [] : [entry])),
    read,
  );
  const known = await reading;
  if (known === null) return null;
  const differing = new Set(differences.map(({ rawPath }) => rawPath));
  const files: HeadFile[] = [];
  const before: number[] = [];
  let next = 0;
  const addChanged = (until: string | null): void => {
    for (; next < changed.length; next++) {
      const file = changed[next] as HeadFile;
      if (until !== null && file.rawPath > until) return;
      files.push(file);
      before.push(-1);
    }
  };
  known.files.forEach((file, index) => {
    if (differing.has(file.rawPath)) return;
    // One character a byte: as texts they are in git's order.
    addChanged(file.rawPath);
    files.push(file);
    before.push(index);
  });
  addChanged(null);
  return { files, before: Int32Array.from(before) };
}
