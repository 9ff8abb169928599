import { unknownCommit } from '../../core/lines/lineOwnership';
import { ask, failureOf } from '../../git/ask';
import { changedFiles } from './changedFiles';
import { ownWalked, type WalkedBack, walkBack } from './continueLines';
import { type HeadFile, textsOf } from './headContents';
import { EarlierLines } from './knownLines';
import { type LearntHunks, LineHistory } from './lineHistory';
import type { LineRequest } from './lineRequest';
import { OwnedFiles } from './ownedFiles';
import { namesLostCommit, readChanges, readNewChanges } from './readChanges';
import type { StoredLines } from './storedLines';

/** More new commits than these, or more since a branch began, are traced from the whole history. */
const mostNewCommits = 1000;
const mostBetween = 5000;

/** So many pairs are carried from update to update until the whole history takes them in. */
const mostLearnt = 5000;

/** What an update starts from. */
export interface Earlier {
  readonly lines: StoredLines;
  /** The whole history as far as it is stored; null for none. */
  readonly history: () => Promise<LineHistory | null>;
  /** Where a shallow clone ends. */
  readonly boundary: readonly string[];
}

/**
 * Owns the lines of a head from those of an earlier one: walks through the commits between, and takes over every version
 * that is met again unchanged. Files whose lines lead behind that (a commit was amended, both branches changed a file)
 * are traced from the stored history. null where that is not here, or would not be less work for all files; then the whole
 * history is to be asked, without comparing again what is known.
 */
export async function updateLines(request: LineRequest, earlier: Earlier): Promise<StoredLines | null> {
  try {
    return await update(request, earlier);
  } catch (error) {
    if (namesLostCommit(error)) return null;
    throw error;
  }
}

async function update(request: LineRequest, { lines, history, boundary }: Earlier): Promise<StoredLines | null> {
  const { ownership } = lines;
  const near = LineHistory.empty(ownership.shaLength, boundary);
  // So the log numbers owners as they are numbered there, and runs can be taken over as they are.
  near.log.commits.addAll(ownership.commits);
  const [isWhole, changed] = await Promise.all([
    readChanges(near.log, [request.head, `^${ownership.head}`], request, mostNewCommits),
    changedFiles(request, ownership.head, lines.files),
  ]);
  if (!isWhole || changed === null) return null;
  const earlier = new EarlierLines(lines);
  const { files, before } = changed;
  const back = await walkNearby(request, near, files, earlier);
  if (back === null) return null;
  near.learn(lines.learnt);

  const owned = new OwnedFiles(files, near.log);
  const walked = new Set(back.texts.map(({ index }) => index));
  for (const [index, file] of before.entries()) {
    if (walked.has(index) || typeof files[index]?.lines !== 'number') continue;
    // What no commit changed is there as well; anything else would be no history of git.
    if (file < 0) return null;
    owned.putRuns(index, earlier.runsOf(file));
  }
  const cutOff = near.cutOff();
  const behind = new Set<number>();
  await ownWalked(request, near, back, {
    known: (index, file) => owned.putRuns(index, earlier.runsOf(file)),
    owned: (index, owners, leadsBehind) => {
      if (leadsBehind) behind.add(index);
      else owned.put(index, owners, cutOff);
    },
  });
  const learnt = near.learntSince(0);
  if (behind.size > 0) {
    const more = await traceBehind(request, { earlier, near, stored: history, files, behind, owned });
    if (more === null) return null;
    learnt.push(...more);
  }
  if (learnt.length > mostLearnt) return null;
  return { ownership: owned.finish(request.head), files, learnt };
}

/** Walks from the new head to the earlier one; null when there is too much between them. */
async function walkNearby(
  request: LineRequest,
  near: LineHistory,
  files: readonly HeadFile[],
  earlier: EarlierLines,
): Promise<WalkedBack | null> {
  const { log } = near;
  const isChanged = (rawPath: string): boolean => log.hasPath(rawPath);
  const walk = (): Promise<WalkedBack> => walkBack(request, near, textsOf(files, log, isChanged), earlier, isChanged);
  let back = await walk();
  const open = back.walk.openCommits();
  if (open.length > 0) {
    // A branch began before the earlier head: what did not change from there to that head is as it is there.
    const base = await commonBase(
      request,
      open.map(commit => log.commits.hex(commit)),
    );
    const range = base === null ? [earlier.head] : [earlier.head, `^${base}`];
    if (!(await readChanges(log, range, request, mostBetween))) return null;
    back = await walk();
  }
  return back.restIsKnown ? back : null;
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

interface Behind {
  readonly earlier: EarlierLines;
  readonly near: LineHistory;
  readonly stored: () => Promise<LineHistory | null>;
  readonly files: readonly HeadFile[];
  /** Files whose lines lead behind what is near. */
  readonly behind: ReadonlySet<number>;
  readonly owned: OwnedFiles;
}

/**
 * Owns the lines of files that lead behind what is near, from the stored history.
 * @returns the hunks it learnt; null when that history is not here
 */
async function traceBehind(request: LineRequest, question: Behind): Promise<LearntHunks[] | null> {
  const { earlier, near, stored, files, behind, owned } = question;
  // In a partial clone every content there ever was would be looked for.
  const whole = request.description.partial ? null : await stored();
  if (whole === null) return null;
  whole.learn(near.learntSince(0));
  const known = whole.hunks.size;
  await readNewChanges(request, whole);
  const texts = textsOf(files, whole.log).filter(({ index }) => behind.has(index));
  const back = await walkBack(request, whole, texts, earlier, rawPath => near.log.hasPath(rawPath));
  const cutOff = whole.cutOff();
  const inNear = (owner: number): number =>
    owner < 0 || cutOff.has(owner) ? unknownCommit : near.log.commits.add(whole.log.commits.at(owner));
  await ownWalked(request, whole, back, {
    known: (index, file) => owned.putRuns(index, earlier.runsOf(file)),
    owned: (index, owners) => owned.put(index, owners.map(inNear), new Set()),
  });
  return whole.learntSince(known);
}
