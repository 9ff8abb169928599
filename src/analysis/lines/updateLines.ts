import { ChangeLog } from '../../core/lines/changeLog';
import { childrenFirst } from '../../core/lines/childrenFirst';
import { type AttributedFile, fileFamilies } from '../../core/lines/families';
import { HunkStore } from '../../core/lines/hunkStore';
import type { LineOwnership } from '../../core/lines/lineOwnership';
import { SourceMemory } from '../../core/lines/sourceMemory';
import { Walk } from '../../core/lines/walk';
import { ask, failureOf } from '../../git/ask';
import { attributeFamilies } from './attributeFamilies';
import { type HeadFile, headContents, textsOf } from './headContents';
import type { LineRequest } from './lineRequest';
import { missingBlobs } from './missingBlobs';
import { OwnedFiles } from './ownedFiles';
import { namesLostCommit, readChanges } from './readChanges';
import type { LearntHunks, StoredLines } from './storedLines';
import { GitWalkQuestions } from './walkQuestions';

/** More new commits than these, or more since a branch began, are traced from the whole history. */
const mostNewCommits = 1000;
const mostBetween = 5000;

/** So many pairs are carried from update to update until the whole history takes them in. */
const mostLearnt = 5000;

/**
 * Owns the lines of a head from those of an earlier one: walks through the commits between, and takes over every version
 * that is met again unchanged. Where lines lead behind that (a commit was amended, both branches changed a file) it gives
 * up: null. Then the whole history is asked, without comparing again what is known.
 */
export async function updateLines(request: LineRequest, known: StoredLines): Promise<StoredLines | null> {
  try {
    return await update(request, known);
  } catch (error) {
    if (namesLostCommit(error)) return null;
    throw error;
  }
}

async function update(request: LineRequest, known: StoredLines): Promise<StoredLines | null> {
  const { head } = request;
  const { ownership } = known;
  const log = new ChangeLog(ownership.shaLength);
  if (!(await readChanges(log, [head, `^${ownership.head}`], request, mostNewCommits))) return null;
  const files = await headContents(request, known.files);
  // Other attributes make other files text. The log says nothing of what an earlier head had and this one has not.
  if (attributeFiles(files) !== attributeFiles(known.files)) return null;
  const before = textsOf(known.files, log);
  const after = textsOf(files, log);
  const questions = new GitWalkQuestions(request, log, new SourceMemory());
  const walk = new Walk(log, questions);
  const knownNodes = walk.start(log.commits.addHex(ownership.head), before, true);
  const nodes = walk.start(log.commits.addHex(head), after);
  try {
    if (!(await walkThrough(walk, log, request, ownership.head))) return null;
  } finally {
    await questions.close();
  }

  const hunks = new HunkStore();
  for (const { before: old, after: changed, hunks: found } of known.learnt) {
    hunks.put(log.blobs.addHex(old), log.blobs.addHex(changed), found);
  }
  const missing = await missingBlobs(request, log);
  const lines = new KnownLines(ownership, knownNodes, log);
  const owned = new OwnedFiles(files, log);
  const open: AttributedFile[] = [];
  after.forEach(({ index, lines: count }, text) => {
    const node = nodes[text] as number;
    const runs = lines.runsOf(walk.graph.sameAs(node));
    if (runs === null) open.push({ index, node, lines: count });
    else owned.putRuns(index, runs);
  });
  let complete = true;
  await attributeFamilies(
    fileFamilies(walk.graph, open),
    {
      graph: walk.graph,
      hunks,
      ignored: new Set([...request.ignored].map(sha => log.commits.addHex(sha))),
      ownersOf: node => lines.ownersOf(node),
      onUnfinished: () => {
        complete = false;
      },
    },
    { idOf: blob => log.blobs.hex(blob), isMissing: blob => missing.has(blob) },
    request,
    (index, owners) => owned.put(index, owners, new Set()),
  );
  if (!complete || hunks.size > mostLearnt) return null;
  return { ownership: owned.finish(head), files, learnt: learntFrom(hunks, log) };
}

function attributeFiles(files: readonly HeadFile[]): string {
  const found = files.filter(({ path }) => path === '.gitattributes' || path.endsWith('/.gitattributes'));
  return found.map(({ path, blob }) => `${path} ${blob}`).join('\n');
}

/** Walks from the new head to the earlier one; false when there is too much between them. */
async function walkThrough(walk: Walk, log: ChangeLog, request: LineRequest, earlier: string): Promise<boolean> {
  await walk.run(childrenFirst(log, [log.commits.addHex(request.head)]));
  const open = walk.openCommits();
  if (open.length === 0) return true;
  // A branch began before the earlier head: what did not change from there to that head is as it is there.
  const base = await commonBase(
    request,
    open.map(commit => log.commits.hex(commit)),
  );
  if (!(await readChanges(log, base === null ? [earlier] : [earlier, `^${base}`], request, mostBetween))) return false;
  await walk.run(childrenFirst(log, [log.commits.addHex(earlier)]));
  return true;
}

/** The newest commit that all of some commits come from; null when there is none. */
async function commonBase(
  { git, description, signal }: LineRequest,
  commits: readonly string[],
): Promise<string | null> {
  const [only] = commits;
  if (commits.length === 1 && only !== undefined) return only;
  const answer = await ask(git, description.root, ['merge-base', '--octopus', ...commits], { signal });
  if (answer.code > 1) throw failureOf(answer);
  return answer.code === 0 ? answer.output.trim() : null;
}

function learntFrom(hunks: HunkStore, log: ChangeLog): LearntHunks[] {
  return [...hunks.entries()].map(({ before, after, hunks: found }) => ({
    before: log.blobs.hex(before),
    after: log.blobs.hex(after),
    hunks: found,
  }));
}

/** The owners of an earlier head's lines, in numbers of a log, by node. */
class KnownLines {
  private readonly fileOf: ReadonlyMap<number, number>;
  private readonly commits: Int32Array;

  constructor(
    private readonly ownership: LineOwnership,
    nodes: Int32Array,
    log: ChangeLog,
  ) {
    const { commits, shaLength } = ownership;
    this.fileOf = new Map([...nodes].map((node, index) => [node, index]));
    this.commits = Int32Array.from({ length: commits.length / shaLength }, (_, commit) =>
      log.commits.add(commits, commit * shaLength),
    );
  }

  /** Runs of the version of a node; null when it is none of an earlier head's. */
  runsOf(node: number): Int32Array | null {
    const file = this.ownership.files[this.fileOf.get(node) ?? -1];
    if (file === undefined) return null;
    return file.runs.map((value, at) => (at % 2 === 0 || value < 0 ? value : (this.commits[value] as number)));
  }

  /** The same, line by line. */
  ownersOf(node: number): Int32Array | null {
    const runs = this.runsOf(node);
    if (runs === null) return null;
    const owners: number[] = [];
    for (let at = 0; at < runs.length; at += 2) {
      for (let left = runs[at] as number; left > 0; left--) owners.push(runs[at + 1] as number);
    }
    return Int32Array.from(owners);
  }
}
