import type { ChangeLog } from '../../core/lines/changeLog';
import { ChangeLogParser, changeLogArguments, changeQuestions } from '../../git/changeLog';
import { GitError } from '../../git/errors';
import { gitGate } from '../../git/gate';
import { isAtLeast } from '../../git/git';
import { Questions } from '../../git/questionStream';
import { pumpGit } from '../../git/streamGit';
import type { LineHistory } from './lineHistory';
import type { LineRequest } from './lineRequest';

/** Since then a log can list merges against all parents at once by this name. */
const listsCombined = [2, 31, 0] as const;

/** git says nothing of merges while the log, which is watched, lists none. */
export const idleMilliseconds = 60 * 60 * 1000;

/**
 * Reads what the commits of a range changed into a log. A second git is told of each merge as it is listed, and says what it
 * changed against its first parent: so the history is walked once.
 * @param range as arguments of `git log`: object ids, `^` before those whose history is left out
 * @throws GitError `gitTooOld` before git 2.31, and those of `streamGit`
 */
export async function readChanges(
  log: ChangeLog,
  range: readonly string[],
  { git, description, signal }: Pick<LineRequest, 'git' | 'description' | 'signal'>,
): Promise<void> {
  if (!isAtLeast(git.version, listsCombined)) {
    throw new GitError('gitTooOld', 'Owners of lines need Git 2.31 or later. Update Git, then refresh.');
  }
  // The second mostly waits for the first: both take one place.
  const options = { cwd: description.root, signal, bulk: true, holdsPlace: true };
  const questions = new Questions();
  const readLog = async (): Promise<void> => {
    const parser = new ChangeLogParser(log, 'everyCommit');
    const ofMerge = (merge: number): string =>
      againstFirstParent(log.commits.hex(merge), log.commits.hex(log.parent(merge, 0)));
    try {
      await pumpGit(git, changeLogArguments(range), options, chunk => {
        parser.push(chunk);
        const merges = parser.merges.splice(0);
        if (merges.length > 0) questions.ask(merges.map(ofMerge).join(''));
      });
    } finally {
      questions.end();
    }
    parser.finish();
  };
  const readMerges = async (): Promise<void> => {
    const parser = new ChangeLogParser(log, 'asked');
    await pumpGit(git, changeQuestions, { ...options, input: questions, idleMilliseconds }, chunk =>
      parser.push(chunk),
    );
    parser.finish();
  };
  const leave = await gitGate.enter(signal);
  try {
    await Promise.all([readLog(), readMerges()]);
  } finally {
    leave();
  }
}

/** How a git is asked what a merge changed against its first parent. */
export function againstFirstParent(merge: string, parent: string): string {
  return `${merge} ${parent}\n`;
}

/** Brings the log of a history up to the head. */
export async function readNewChanges(request: LineRequest, history: LineHistory): Promise<void> {
  const { head } = request;
  if (history.tips.includes(head)) return;
  try {
    await readChanges(history.log, [head, ...history.tips.map(tip => `^${tip}`)], request);
  } catch (error) {
    if (history.tips.length === 0 || !namesLostCommit(error)) throw error;
    history.tips = [];
    await readChanges(history.log, [head], request);
  }
  history.addTip(head);
}

/** Whether a question failed because a commit it named is not here any more, as after a force-push and a clean-up. */
export function namesLostCommit(error: unknown): boolean {
  return error instanceof GitError && (error.reason === 'missingObject' || error.reason === 'unknownRevision');
}
