import { compareTrees } from '../../git/treeDifference';
import { describeFiles, type HeadFile } from './headContents';
import type { LineRequest } from './lineRequest';

/** The regular files of a head, told by those of an earlier one. */
export interface ChangedFiles {
  /** In the order of the tree. */
  readonly files: readonly HeadFile[];
  /** By file: its place among the earlier ones when it is the very same; −1 otherwise. */
  readonly before: Int32Array;
}

/**
 * The regular files of the head, of which only those are read that differ from an earlier head.
 * @param known all regular files of the earlier head, in the order of the tree
 * @returns null when attributes changed: they may make other files text
 */
export async function changedFiles(
  request: LineRequest,
  earlier: string,
  known: readonly HeadFile[],
): Promise<ChangedFiles | null> {
  const { git, description, head, signal } = request;
  const differences = await compareTrees(git, description.root, earlier, head, signal);
  if (differences.some(({ rawPath }) => rawPath === '.gitattributes' || rawPath.endsWith('/.gitattributes')))
    return null;
  const changed = await describeFiles(
    request,
    differences.flatMap(({ entry }) => (entry === null ? [] : [entry])),
  );
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
  known.forEach((file, index) => {
    if (differing.has(file.rawPath)) return;
    // One character a byte: as texts they are in git's order.
    addChanged(file.rawPath);
    files.push(file);
    before.push(index);
  });
  addChanged(null);
  return { files, before: Int32Array.from(before) };
}
