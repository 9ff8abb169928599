import { ChangeLog } from '../../core/lines/changeLog';
import { childrenFirst } from '../../core/lines/childrenFirst';
import { fileFamilies } from '../../core/lines/families';
import { HunkStore } from '../../core/lines/hunkStore';
import { idBytes } from '../../core/lines/objectIds';
import { SourceMemory } from '../../core/lines/sourceMemory';
import { Walk } from '../../core/lines/walk';
import { presentObjects } from '../../git/blobs';
import { GitError } from '../../git/errors';
import { attributeFamilies } from './attributeFamilies';
import { headContents } from './headContents';
import type { LineRequest } from './lineRequest';
import { OwnedFiles } from './ownedFiles';
import { readChanges } from './readChanges';
import { knownContents, type StoredLines } from './storedLines';
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
    // The earlier head may be gone for good after a force-push.
    if (error instanceof GitError && (error.reason === 'missingObject' || error.reason === 'unknownRevision'))
      return null;
    throw error;
  }
}

async function update(request: LineRequest, known: StoredLines): Promise<StoredLines | null> {
  const { git, description, head, signal } = request;
  const { ownership } = known;
  const log = new ChangeLog(ownership.shaLength);
  if (!(await readChanges(log, [head, `^${ownership.head}`], request, mostNewCommits))) return null;
  // Other attributes make other files text.
  if (log.paths.some(path => path === '.gitattributes' || path.endsWith('/.gitattributes'))) return null;
  const { texts, binaries } = await headContents(request, knownContents(known));
  const numbered = <T extends { rawPath: string; blob: string }>(file: T) => ({
    ...file,
    path: log.path(file.rawPath),
    blob: log.blobs.add(idBytes(file.blob)),
  });
  const oldFiles = known.files.filter(({ lines }) => lines !== null);
  const files = texts.map(numbered);
  const missing = new Set<number>();
  if (description.partial) {
    const ids = Array.from({ length: log.blobs.size }, (_, blob) => log.blobs.hex(blob));
    const present = new Set(await presentObjects(git, description.root, ids, signal));
    ids.forEach((id, blob) => {
      if (!present.has(id)) missing.add(blob);
    });
  }
  const isMissing = (blob: number): boolean => missing.has(blob);
  const questions = new GitWalkQuestions(git, description.root, log, new SourceMemory(), isMissing, signal);
  const walk = new Walk(log, questions);
  const oldHead = log.commits.add(idBytes(ownership.head));
  const newHead = log.commits.add(idBytes(head));
  const oldNodes = walk.start(oldHead, oldFiles.map(numbered), true);
  const nodes = walk.start(newHead, files);
  try {
    await walk.run(childrenFirst(log, [newHead]));
    const open = walk.openCommits();
    if (open.length > 0) {
      // A branch began before the earlier head: what did not change from there to that head is as it is there.
      const range = [ownership.head, ...open.map(commit => `^${log.commits.hex(commit)}`)];
      if (!(await readChanges(log, range, request, mostBetween))) return null;
      await walk.run(childrenFirst(log, [oldHead]));
    }
  } finally {
    await questions.close();
  }

  const hunks = new HunkStore();
  for (const { before, after, hunks: learnt } of known.learnt) {
    hunks.put(log.blobs.add(idBytes(before)), log.blobs.add(idBytes(after)), learnt);
  }
  const { commits, shaLength } = ownership;
  const owners = Int32Array.from({ length: commits.length / shaLength }, (_, commit) =>
    log.commits.add(commits, commit * shaLength),
  );
  const oldFileOf = new Map([...oldNodes].map((node, index) => [node, index]));
  const owned = new OwnedFiles(texts, log);
  let complete = true;
  await attributeFamilies(
    fileFamilies(
      walk.graph,
      files.map(({ lines }, index) => ({ index, node: nodes[index] as number, lines: lines ?? 0 })),
    ),
    {
      graph: walk.graph,
      hunks,
      ignored: new Set([...request.ignored].map(sha => log.commits.indexOf(idBytes(sha)))),
      ownersOf: node => {
        const file = ownership.files[oldFileOf.get(node) ?? -1];
        return file === undefined ? null : expanded(file.runs, file.lines, owners);
      },
      onUnfinished: () => {
        complete = false;
      },
    },
    { idOf: blob => log.blobs.hex(blob), isMissing },
    request,
    (index, lines) => owned.put(index, lines, new Set()),
  );
  if (!complete || hunks.size > mostLearnt) return null;
  const learnt = [...hunks.entries()].map(({ before, after, hunks: found }) => ({
    before: log.blobs.hex(before),
    after: log.blobs.hex(after),
    hunks: found,
  }));
  return { ownership: owned.finish(head), files: texts, binaries, learnt };
}

/** The commit of each line, from runs. */
function expanded(runs: Int32Array, lines: number, owners: Int32Array): Int32Array {
  const expandedLines = new Int32Array(lines);
  let line = 0;
  for (let at = 0; at < runs.length; at += 2) {
    const commit = runs[at + 1] as number;
    const end = line + (runs[at] as number);
    expandedLines.fill(commit < 0 ? commit : (owners[commit] as number), line, end);
    line = end;
  }
  return expandedLines;
}
