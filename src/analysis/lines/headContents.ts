import type { ChangeLog } from '../../core/lines/changeLog';
import { shaLengthOf } from '../../core/lines/objectIds';
import { countLines } from '../../core/lines/textVersion';
import { checkAttributes } from '../../git/attributes';
import { presentObjects } from '../../git/blobs';
import { GitError } from '../../git/errors';
import type { ObjectReader } from '../../git/objectReader';
import type { TreeEntry } from '../../git/tree';
import { compareTrees } from '../../git/treeDifference';
import { type LineRequest, manyContents } from './lineRequest';
import { askedContents, type ReadContents, streamedContents } from './readContents';

/** A regular file of a commit. */
export interface HeadFile {
  readonly path: string;
  /** As git stores it, one character a byte. */
  readonly rawPath: string;
  /** Object id of its content. */
  readonly blob: string;
  /** How many lines; null where the content is not here or too large to count; `binary` for no text. */
  readonly lines: number | null | 'binary';
}

/** A text file, in numbers of a log. */
export interface NumberedText {
  readonly index: number;
  readonly lines: number;
  readonly path: number;
  readonly blob: number;
}

export interface DescribedFiles {
  readonly files: readonly HeadFile[];
  /** Bytes of the largest text among them; 0 where there is none. */
  readonly largestText: number;
}

/** git's own rule: a NUL among the first bytes makes a content binary. */
const looksAt = 8000;

/** The regular files of the head, in the order of the tree. Throws GitError `missingObject` when a folder of it is not here. */
export async function headContents(request: LineRequest, objects: ObjectReader): Promise<DescribedFiles> {
  const { head } = request;
  const listed = await compareTrees(objects, null, head, shaLengthOf(head));
  if (listed === null) {
    throw new GitError(
      'missingObject',
      'A folder of this commit is missing. Run "git fsck", then fetch it from elsewhere.',
    );
  }
  const entries = listed.flatMap(({ entry }) => (entry === null ? [] : [entry]));
  const read = entries.length < manyContents ? askedContents(objects) : streamedContents(request);
  return describeFiles(request, entries, read);
}

/**
 * The regular files among some of a tree, in their order, with their lines as git sees text: what the attribute `diff`
 * says, else what the first bytes say. Links and submodules are none. Attributes are those of the work tree; in a bare
 * repository those of the commit, where git is 2.40 or later.
 */
export async function describeFiles(
  request: LineRequest,
  entries: readonly TreeEntry[],
  read: ReadContents,
): Promise<DescribedFiles> {
  const files = entries.filter(({ mode }) => mode.startsWith('100'));
  const marked = files.length > 0 ? await markedFiles(request, files) : new Map<string, boolean>();
  const texts = files.filter(({ path }) => marked.get(path) !== false);
  const contents = await lineCounts(request, texts, read);
  let largestText = 0;
  const described = files.map(({ path, rawPath, sha }): HeadFile => {
    const content = contents.get(sha) ?? null;
    const binary = marked.get(path) === false || (content?.binary === true && marked.get(path) !== true);
    if (!binary) largestText = Math.max(largestText, content?.size ?? 0);
    return { path, rawPath, blob: sha, lines: binary ? 'binary' : (content?.lines ?? null) };
  });
  return { files: described, largestText };
}

/** Files that an attribute makes text (true) or binary (false). */
async function markedFiles(
  { git, description, signal }: LineRequest,
  files: readonly TreeEntry[],
): Promise<ReadonlyMap<string, boolean>> {
  const paths = files.map(({ path }) => path);
  const question = { root: description.root, bare: description.bare, revision: null, paths, signal };
  const marked = new Map<string, boolean>();
  for (const [path, { diff }] of (await checkAttributes(git, question)).files) {
    if (diff !== null) marked.set(path, diff);
  }
  return marked;
}

interface Content {
  readonly binary: boolean;
  readonly lines: number;
  readonly size: number;
}

async function lineCounts(
  { git, description, signal }: LineRequest,
  files: readonly TreeEntry[],
  read: ReadContents,
): Promise<ReadonlyMap<string, Content>> {
  const contents = new Map<string, Content>();
  let ids = [...new Set(files.map(({ sha }) => sha))];
  if (description.partial) ids = await presentObjects(git, description.root, ids, signal);
  if (ids.length === 0) return contents;
  let at = 0;
  await read({ ids, bulk: ids.length >= manyContents }, ({ content, size }) => {
    const id = ids[at++] ?? '';
    if (content === null) return;
    const binary = content.subarray(0, Math.min(looksAt, size)).includes(0);
    contents.set(id, { binary, lines: countLines(content, size), size });
  });
  return contents;
}

/**
 * The text files, in numbers of a log.
 * @param takesPart the paths that count, all unless given
 */
export function textsOf(
  files: readonly HeadFile[],
  log: ChangeLog,
  takesPart: (rawPath: string) => boolean = () => true,
): NumberedText[] {
  return files.flatMap(({ rawPath, blob, lines }, index) =>
    typeof lines === 'number' && takesPart(rawPath)
      ? [{ index, lines, path: log.path(rawPath), blob: log.blobs.addHex(blob) }]
      : [],
  );
}
