import { countLines } from '../../core/lines/textVersion';
import { checkAttributes } from '../../git/attributes';
import { presentObjects } from '../../git/blobs';
import { readObjects } from '../../git/readObjects';
import { listTree, type TreeEntry } from '../../git/tree';
import { type LineRequest, maxContentBytes } from './lineRequest';

/** A text file of a commit. */
export interface TextFile {
  readonly path: string;
  /** As git stores it, one character a byte. */
  readonly rawPath: string;
  /** Object id of its content. */
  readonly blob: string;
  /** null: the content is not here or too large, so its lines cannot be counted. */
  readonly lines: number | null;
}

/** What is known of contents, by object id: the number of lines, or `binary`. */
export type KnownContents = ReadonlyMap<string, number | 'binary'>;

/** The files of a commit by what they are. */
export interface HeadContents {
  /** In the order of the tree. */
  readonly texts: readonly TextFile[];
  /** Contents that are no text, by object id. */
  readonly binaries: readonly string[];
}

/** git's own rule: a NUL among the first bytes makes a content binary. */
const looksAt = 8000;

/**
 * The text files of the head, as git sees text: what the attribute `diff` says, else what the
 * first bytes say. Links and submodules are none. Attributes are those of the work tree; in a bare repository those of
 * the commit, where git is 2.40 or later.
 */
export async function headContents(request: LineRequest, known: KnownContents): Promise<HeadContents> {
  const { git, description, head, signal } = request;
  const tree = await listTree(git, description.root, head, { signal });
  const files = tree.filter(({ mode }) => mode.startsWith('100'));
  const marked = await markedFiles(request, tree);
  const contents = new Map(known);
  const isForced = ({ path }: TreeEntry): boolean => marked.get(path) === true;
  const unread = files.filter(entry => {
    const lines = contents.get(entry.sha);
    return marked.get(entry.path) !== false && (lines === undefined || (lines === 'binary' && isForced(entry)));
  });
  await readContents(request, unread, new Set(unread.filter(isForced).map(({ sha }) => sha)), contents);
  const texts: TextFile[] = [];
  const binaries = new Set<string>();
  for (const { path, rawPath, sha } of files) {
    const lines = contents.get(sha) ?? null;
    if (lines === 'binary') binaries.add(sha);
    else if (marked.get(path) !== false) texts.push({ path, rawPath, blob: sha, lines });
  }
  return { texts, binaries: [...binaries] };
}

/** Files that an attribute makes text (true) or binary (false). */
async function markedFiles(request: LineRequest, tree: readonly TreeEntry[]): Promise<ReadonlyMap<string, boolean>> {
  const marked = new Map<string, boolean>();
  if (!tree.some(({ path }) => path === '.gitattributes' || path.endsWith('/.gitattributes'))) return marked;
  const { git, description, signal } = request;
  const question = {
    root: description.root,
    bare: description.bare,
    revision: null,
    paths: tree.map(({ path }) => path),
    signal,
  };
  const { files } = await checkAttributes(git, question);
  for (const [path, { diff }] of files) if (diff !== null) marked.set(path, diff);
  return marked;
}

async function readContents(
  { git, description, signal }: LineRequest,
  files: readonly TreeEntry[],
  forced: ReadonlySet<string>,
  contents: Map<string, number | 'binary'>,
): Promise<void> {
  let ids = [...new Set(files.map(({ sha }) => sha))];
  if (description.partial) ids = await presentObjects(git, description.root, ids, signal);
  let at = 0;
  const question = { git, cwd: description.root, ids, maxBytes: maxContentBytes, signal };
  await readObjects(question, ({ content, size }) => {
    const id = ids[at++] ?? '';
    if (content === null) return;
    const binary = !forced.has(id) && content.subarray(0, Math.min(looksAt, size)).includes(0);
    contents.set(id, binary ? 'binary' : countLines(content, size));
  });
}
