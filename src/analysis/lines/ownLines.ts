import path from 'node:path';
import { type LineOwnership, unknownCommit } from '../../core/lines/lineOwnership';
import { shaLengthOf } from '../../core/lines/objectIds';
import { tidyOwnership } from '../../core/lines/tidyOwnership';
import { readReplacements } from '../../git/replacements';
import type { SnapshotStore } from '../../store/snapshotStore';
import { fileText } from '../fileText';
import { type DescribedFiles, headContents } from './headContents';
import { LineHistory, loadLineHistory, saveLineHistory } from './lineHistory';
import type { LineRequest } from './lineRequest';
import { type ParentCuts, readParentCuts } from './parentCuts';
import { objectsOf } from './readContents';
import { loadLines, peekHead, type StoredLines, type StoredOwners, saveLines } from './storedLines';
import { traceLines } from './traceLines';
import { updateLines } from './updateLines';

/** Whose the lines are, and what is left to do. */
export interface OwnedLines {
  readonly ownership: LineOwnership;
  /** Stores what an update found out; after the answer was given, which must not wait for a disk. Never rejects. */
  readonly store: () => Promise<void>;
}

const nothingToStore = (): Promise<void> => Promise.resolve();

/**
 * The commit that `git blame -w` names, for every line of every text file at a head; with ignored revisions as
 * `--ignore-rev` treats them. What is stored is used: nothing is compared twice, and after a few new commits only what
 * they touched is looked at. The answer is the same cold and warm.
 *
 * Lines are of an unknown commit where their history is cut off or not here: at the end of a shallow clone, where a
 * partial clone lacks a content, beyond a content of more than 32 MiB.
 * @throws GitError
 */
export async function ownLines(request: LineRequest): Promise<OwnedLines> {
  const { store, head, description } = request;
  const cuts = await readParentCuts(description);
  // What is stored names its head first: git is asked what came after it while the rest is read.
  const earlierHead = store && (await peekHead(store, request));
  const reading = storedFor(request, cuts);
  const storedHistory = async (): Promise<LineHistory | null> =>
    store && loadLineHistory(store, description, (await reading).origin);
  const updateFrom = (from: string): Promise<StoredLines | null> =>
    updateLines(request, {
      head: from,
      cuts,
      lines: reading.then(({ stored }) => (stored?.head === from ? stored.lines() : null)),
      history: storedHistory,
    });
  const isEarlier = earlierHead !== null && earlierHead !== head;
  const [{ origin, stored }, early] = await Promise.all([reading, isEarlier ? updateFrom(earlierHead) : null]);
  if (stored?.head === head) {
    const known = await stored.lines();
    if (known) return { ownership: known.ownership, store: nothingToStore };
  }
  // Somebody else may have stored another head meanwhile.
  const isOther = stored !== null && stored.head !== earlierHead && stored.head !== head;
  const updated = early ?? (isOther ? await updateFrom(stored.head) : null);
  if (store && updated) {
    const { ownership } = updated;
    const tidy = (): StoredLines => ({ ...updated, ownership: tidyOwnership(ownership) });
    return { ownership, store: () => save(request, store, origin, tidy()) };
  }
  const history = (await storedHistory()) ?? LineHistory.empty(shaLengthOf(head), cuts.boundary);
  history.learn((await stored?.lines())?.learnt ?? []);
  // The attributes may have changed since: everything is looked at anew.
  const objects = objectsOf(request);
  let described: DescribedFiles;
  let ownership: LineOwnership;
  try {
    described = await headContents(request, objects);
    ownership = await traceLines(request, described, history, objects);
  } finally {
    void objects.close();
  }
  if (store) {
    // At once, for it takes little of such a time, and much memory until then.
    await report(request, saveLineHistory(store, description, origin, history));
    await save(request, store, origin, { ownership, files: described.files, learnt: [] });
  }
  return { ownership, store: nothingToStore };
}

/** The same where it is in the store already; else null. */
export async function storedOwners(request: LineRequest): Promise<LineOwnership | null> {
  const { stored } = await storedFor(request, await readParentCuts(request.description));
  return stored?.head === request.head ? ((await stored.lines())?.ownership ?? null) : null;
}

/** What the store has of any head that can be used still. */
async function storedFor(
  request: LineRequest,
  cuts: ParentCuts,
): Promise<{ origin: string; stored: StoredOwners | null }> {
  const { store } = request;
  const [origin, stored] = await Promise.all([originOf(request, cuts), store && loadLines(store, request)]);
  return { origin, stored: stored?.origin === origin ? stored : null };
}

/** Stores what is true for good: a content that is missing now may be fetched before the next question. */
async function save(request: LineRequest, store: SnapshotStore, origin: string, lines: StoredLines): Promise<void> {
  const { partial, shallow } = request.description;
  const unread = partial && lines.files.some(file => file.lines === null);
  // A run's length is never what an unknown commit is.
  const unknown = (partial || !shallow) && lines.ownership.files.some(({ runs }) => runs.includes(unknownCommit));
  if (unread || unknown) return;
  await report(request, saveLines(store, request, origin, lines));
}

async function report({ log }: LineRequest, saving: Promise<string | null>): Promise<void> {
  const problem = await saving;
  if (problem !== null) log?.(`The owners of lines were not stored: ${problem}`);
}

/** What owners depend on besides the objects: where a shallow clone ends, grafts, replacements, and attributes of this clone. */
async function originOf({ git, description, signal }: LineRequest, { boundary, grafts }: ParentCuts): Promise<string> {
  const [attributes, replaced] = await Promise.all([
    fileText(path.join(description.commonDir, 'info', 'attributes')),
    readReplacements(git, description, signal),
  ]);
  return JSON.stringify([boundary, grafts, attributes, replaced]);
}
