import { unknownCommit } from '../../core/lines/lineOwnership';
import { shaLengthOf } from '../../core/lines/objectIds';
import type { ObjectReader } from '../../git/objectReader';
import { compareTrees } from '../../git/treeDifference';
import { type ChangedFiles, changedFiles } from './changedFiles';
import { ownWalked, type WalkedBack, walkBack } from './continueLines';
import { type HeadFile, textsOf } from './headContents';
import { EarlierLines } from './knownLines';
import type { LearntHunks, LineHistory } from './lineHistory';
import type { LineRequest } from './lineRequest';
import { OwnedFiles } from './ownedFiles';
import type { ParentCuts } from './parentCuts';
import { namesLostCommit, readNewChanges } from './readChanges';
import { askedContents, objectsOf } from './readContents';
import { readNear } from './readNear';
import type { StoredLines } from './storedLines';

/** So many pairs are carried from update to update until the whole history takes them in. */
const mostLearnt = 5000;

/** What an update starts from. */
export interface Earlier {
  readonly head: string;
  readonly cuts: ParentCuts;
  /** What is stored of that head, which is read while git is asked; null when it turns out to be of no use. */
  readonly lines: Promise<StoredLines | null>;
  /** The whole history as far as it is stored; null for none. */
  readonly history: () => Promise<LineHistory | null>;
}

/**
 * Owns the lines of a head from those of an earlier one: walks through the commits between, and takes over every version
 * that is met again unchanged. Files whose lines lead behind that (a commit was amended, both branches changed a file)
 * are traced from the stored history. null where that is not here, or would not be less work for all files; then the whole
 * history is to be asked, without comparing again what is known.
 */
export async function updateLines(request: LineRequest, earlier: Earlier): Promise<StoredLines | null> {
  const objects = objectsOf(request);
  try {
    return await update(request, earlier, objects);
  } catch (error) {
    if (namesLostCommit(error)) return null;
    throw error;
  } finally {
    // It has nothing more to say: the answer need not wait until it is gone.
    void objects.close();
  }
}

async function update(request: LineRequest, earlier: Earlier, objects: ObjectReader): Promise<StoredLines | null> {
  const { head, cuts, lines } = earlier;
  const read = askedContents(objects);
  const reading = readNear(request, { earlier: head, cuts }, objects);
  const trees = compareTrees(objects, head, request.head, shaLengthOf(head));
  const [near, changed, known] = await Promise.all([reading, changedFiles(request, trees, lines, read), lines]);
  if (near === null || changed === null || known === null) return null;
  const question = {
    request,
    earlier: new EarlierLines(known),
    commits: known.ownership.commits,
    learnt: known.learnt,
    history: earlier.history,
    changed,
    objects,
  };
  const back = await walkNear(question, near);
  return back.restIsKnown ? ownNear(question, near, back) : null;
}

interface NearQuestion {
  readonly request: LineRequest;
  readonly earlier: EarlierLines;
  /** Those that the earlier lines name. */
  readonly commits: Uint8Array;
  readonly learnt: readonly LearntHunks[];
  readonly history: Earlier['history'];
  readonly changed: ChangedFiles;
  readonly objects: ObjectReader;
}

/** Where commits that are near lead; not all of them lead to the earlier head where a branch began before them. */
function walkNear({ request, earlier, changed, objects }: NearQuestion, near: LineHistory): Promise<WalkedBack> {
  const isChanged = (rawPath: string): boolean => near.log.hasPath(rawPath);
  return walkBack(request, near, textsOf(changed.files, near.log, isChanged), earlier, isChanged, objects);
}

async function ownNear(question: NearQuestion, near: LineHistory, back: WalkedBack): Promise<StoredLines | null> {
  const { request, earlier, commits, learnt, history, changed, objects } = question;
  const { files, before } = changed;
  near.learn(learnt);

  const owned = new OwnedFiles(files, near.log);
  const walked = new Set(back.texts.map(({ index }) => index));
  for (let index = 0; index < files.length; index++) {
    if (walked.has(index) || typeof files[index]?.lines !== 'number') continue;
    const file = before[index] as number;
    // What no commit changed is there as well; anything else would be no history of git.
    if (file < 0) return null;
    owned.putEarlier(index, earlier.runsOf(file));
  }
  const cutOff = near.cutOff();
  const behind = new Set<number>();
  await ownWalked(request, near, back, askedContents(objects), {
    known: (index, file) => owned.putEarlier(index, earlier.runsOf(file)),
    owned: (index, owners, leadsBehind) => {
      if (leadsBehind) behind.add(index);
      else owned.put(index, owners, cutOff);
    },
  });
  const nowLearnt = near.learntSince(0);
  if (behind.size > 0) {
    const more = await traceBehind(request, { earlier, near, stored: history, files, behind, owned, objects });
    if (more === null) return null;
    nowLearnt.push(...more);
  }
  if (nowLearnt.length > mostLearnt) return null;
  return { ownership: owned.finish(request.head, commits), files, learnt: nowLearnt };
}

interface Behind {
  readonly earlier: EarlierLines;
  readonly near: LineHistory;
  readonly stored: () => Promise<LineHistory | null>;
  readonly files: readonly HeadFile[];
  /** Files whose lines lead behind what is near. */
  readonly behind: ReadonlySet<number>;
  readonly owned: OwnedFiles;
  readonly objects: ObjectReader;
}

/**
 * Owns the lines of files that lead behind what is near, from the stored history.
 * @returns the hunks it learnt; null when that history is not here
 */
async function traceBehind(request: LineRequest, question: Behind): Promise<LearntHunks[] | null> {
  const { earlier, near, stored, files, behind, owned, objects } = question;
  // In a partial clone every content there ever was would be looked for.
  const whole = request.description.partial ? null : await stored();
  if (whole === null) return null;
  whole.learn(near.learntSince(0));
  const known = whole.hunks.size;
  await readNewChanges(request, whole);
  const texts = textsOf(files, whole.log).filter(({ index }) => behind.has(index));
  const back = await walkBack(request, whole, texts, earlier, rawPath => near.log.hasPath(rawPath), objects);
  const cutOff = whole.cutOff();
  const inNear = (owner: number): number =>
    owner < 0 || cutOff.has(owner) ? unknownCommit : near.log.commits.add(whole.log.commits.at(owner));
  await ownWalked(request, whole, back, askedContents(objects), {
    known: (index, file) => owned.putEarlier(index, earlier.runsOf(file)),
    owned: (index, owners) => owned.put(index, owners.map(inNear), new Set()),
  });
  return whole.learntSince(known);
}
