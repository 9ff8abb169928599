import { visitBetween } from '../../core/lines/commitsBetween';
import { shaLengthOf } from '../../core/lines/objectIds';
import { ChangeLogParser, changeQuestions } from '../../git/changeLog';
import type { ObjectReader } from '../../git/objectReader';
import { Questions } from '../../git/questionStream';
import { pumpGit } from '../../git/streamGit';
import { LineHistory } from './lineHistory';
import type { LineRequest } from './lineRequest';
import type { ParentCuts } from './parentCuts';
import { againstFirstParent, idleMilliseconds } from './readChanges';
import { originsFrom } from './readOrigins';

/** More commits than these are traced from the whole history. */
const mostNear = 5000;

/**
 * Reads what the commits between an earlier head and the head changed. They are found here, commit by commit, and what each
 * changed is asked at once: a log of git would walk a long way first to make sure of what it need not list.
 * @param objects asked for the commits
 * @returns null when there are too many, or one is not here
 */
export async function readNear(
  { git, description, signal, head }: LineRequest,
  { earlier, cuts }: { readonly earlier: string; readonly cuts: ParentCuts },
  objects: ObjectReader,
): Promise<LineHistory | null> {
  const near = LineHistory.empty(shaLengthOf(head), cuts.boundary);
  const { log } = near;
  const parentsOf = new Map<number, readonly number[]>();
  const parser = new ChangeLogParser(log, 'asked', {
    begin: (commit, parents) => log.begin(commit, parents),
    // The first list of each is its own, see what is asked.
    beginAgainstFirstParent: commit => {
      if (log.isKnown(commit)) log.beginAgainstFirstParent(commit);
      else log.begin(commit, parentsOf.get(commit) ?? []);
    },
    change: (...change) => log.change(...change),
    combinedChange: (...change) => log.combinedChange(...change),
  });
  const questions = new Questions();
  const ask = (id: string, parents: readonly string[]): void => {
    const commit = log.commits.addHex(id);
    parentsOf.set(
      commit,
      parents.map(parent => log.commits.addHex(parent)),
    );
    const [first] = parents;
    questions.ask(parents.length > 1 ? `${id}\n${againstFirstParent(id, first as string)}` : `${id}\n`);
  };
  const read = originsFrom(objects, cuts);
  // It waits for what the objects tell, which have a place of the gate for each answer: it needs none of its own.
  const options = { cwd: description.root, signal, bulk: false, holdsPlace: true, input: questions, idleMilliseconds };
  const [whole] = await Promise.all([
    visitBetween({ head, earlier, read, most: mostNear }, ask).finally(() => questions.end()),
    pumpGit(git, changeQuestions, options, chunk => parser.push(chunk)),
  ]);
  if (!whole) return null;
  parser.finish();
  return near;
}
