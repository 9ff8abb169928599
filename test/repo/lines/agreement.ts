import { type LineOwnership, unknownCommit } from '../../../src/core/lines/lineOwnership';
import { type BlamedRepository, type BlameOptions, type BlameRun, blameLines, textFiles } from '../../support/blame';

/** One line (from 1) about which an engine and git disagree; line 0: the file as a whole. */
export interface Difference {
  readonly path: string;
  readonly line: number;
  readonly ours: string;
  readonly blame: string;
}

export interface Agreement {
  /** Lines that git named a commit for. */
  readonly lines: number;
  readonly differences: readonly Difference[];
}

/** Every line of every text file at `head` where the engine says something else than git. */
export async function differences(
  repository: BlamedRepository,
  head: string,
  ownership: LineOwnership,
  options: Pick<BlameOptions, 'ignoreRevsFile' | 'ignoreRevs'> = {},
): Promise<Difference[]> {
  return [...(await compare(repository, head, ownership, options)).differences];
}

/** {@link differences}, and how much was compared. */
export async function compare(
  repository: BlamedRepository,
  head: string,
  ownership: LineOwnership,
  options: Pick<BlameOptions, 'ignoreRevsFile' | 'ignoreRevs'> = {},
): Promise<Agreement> {
  const files = await textFiles(repository, head);
  const found: Difference[] = malformations(ownership).map(ours => ({ path: '', line: 0, ours, blame: 'well-formed' }));
  if (ownership.head !== head) found.push({ path: '', line: 0, ours: `head ${ownership.head}`, blame: `head ${head}` });
  const ourPaths = ownership.files.map(({ path }) => path);
  const paths = files.map(({ path }) => path);
  const order = paths.findIndex((path, index) => path !== ourPaths[index]);
  if (order !== -1 && [...paths].sort().join('\0') === [...ourPaths].sort().join('\0')) {
    found.push({
      path: paths[order] ?? '',
      line: 0,
      ours: `${ourPaths[order]} in its place`,
      blame: 'in another place',
    });
  }
  const ours = new Map(ownership.files.map(file => [file.path, file]));
  for (const path of ourPaths)
    if (!paths.includes(path)) found.push({ path, line: 0, ours: 'a text file', blame: 'no text file' });
  let lines = 0;
  await Promise.all(
    files.map(async ({ path, bytes, lines: counted }) => {
      const blame = await blameLines(repository, bytes, { ...options, revision: head });
      lines += counted;
      const file = ours.get(path);
      if (file === undefined) found.push({ path, line: 0, ours: 'no text file', blame: `${counted} lines` });
      else if (file.lines !== counted)
        found.push({ path, line: 0, ours: `${file.lines} lines`, blame: `${counted} lines` });
      else found.push(...differingLines(path, ourRuns(ownership, file.runs), blame));
    }),
  );
  found.sort((a, b) => (a.path === b.path ? a.line - b.line : a.path < b.path ? -1 : 1));
  return { lines, differences: found };
}

/** A short text of differences, for people. */
export function described(found: readonly Difference[], most = 20): string {
  const lines = found
    .slice(0, most)
    .map(({ path, line, ours, blame }) => `${JSON.stringify(path)} line ${line}: ${ours}; blame: ${blame}`);
  return [...lines, ...(found.length > most ? [`and ${found.length - most} more`] : [])].join('\n');
}

function* differingLines(path: string, ours: readonly BlameRun[], blame: readonly BlameRun[]): Generator<Difference> {
  const [us, git] = [ours.flatMap(eachLine), blame.flatMap(eachLine)];
  for (let line = 0; line < Math.max(us.length, git.length); line++) {
    if (us[line] !== git[line])
      yield { path, line: line + 1, ours: us[line] ?? 'no line', blame: git[line] ?? 'no line' };
  }
}

function eachLine([length, sha]: BlameRun): string[] {
  return Array(length).fill(sha);
}

function ourRuns(ownership: LineOwnership, runs: Int32Array): BlameRun[] {
  const pairs: BlameRun[] = [];
  for (let index = 0; index < runs.length; index += 2) {
    pairs.push([Math.max(0, runs[index] ?? 0), commitId(ownership, runs[index + 1] ?? unknownCommit)]);
  }
  return pairs;
}

function commitId({ commits, shaLength }: LineOwnership, index: number): string {
  if (index === unknownCommit) return 'unknown';
  return (
    Buffer.from(commits.subarray(index * shaLength, (index + 1) * shaLength)).toString('hex') || `commit ${index}?`
  );
}

/** What the engine's answer promises of its own form and does not keep. */
function malformations(ownership: LineOwnership): string[] {
  const faults: string[] = [];
  const { commits, shaLength, files } = ownership;
  const count = commits.length / shaLength;
  const ids = Array.from({ length: Math.floor(count) }, (_, index) => commitId(ownership, index));
  if (!Number.isInteger(count)) faults.push('part of an id among the commits');
  if (ids.some((id, index) => index > 0 && id <= (ids[index - 1] ?? ''))) faults.push('commits not sorted or twice');
  const used = new Set<number>();
  for (const { path, lines, runs } of files) {
    let sum = 0;
    for (let index = 0; index < runs.length; index += 2) {
      const [length = 0, commit = unknownCommit] = [runs[index], runs[index + 1]];
      sum += length;
      used.add(commit);
      if (length < 1) faults.push(`${path}: a run of ${length} lines`);
      if (commit < unknownCommit || commit >= count) faults.push(`${path}: commit ${commit} of ${count}`);
      if (index > 0 && commit === runs[index - 1]) faults.push(`${path}: neighbours of the same commit`);
    }
    if (runs.length % 2 !== 0 || sum !== lines) faults.push(`${path}: runs of ${sum} lines in a file of ${lines}`);
  }
  for (const [index, id] of ids.entries()) if (!used.has(index)) faults.push(`${id} owns no line`);
  return faults;
}
