import type { ChangeLog } from '../../core/lines/changeLog';
import { type ChangeList, ChangeLogParser, changeLogArguments } from '../../git/changeLog';
import { GitError } from '../../git/errors';
import { isAtLeast } from '../../git/git';
import { streamGit } from '../../git/streamGit';
import type { LineHistory } from './lineHistory';
import type { LineRequest } from './lineRequest';

/** Since then a log can list merges against their first parent. */
const listsFirstParent = [2, 31, 0] as const;

/**
 * Reads what the commits of a range changed into a log: two logs side by side.
 * @param range as arguments of `git log`: object ids, `^` before those whose history is left out
 * @param most commits to read at most
 * @returns false when there were more: then the log holds a part of them
 * @throws GitError `gitTooOld` before git 2.31, and those of `streamGit`
 */
export async function readChanges(
  log: ChangeLog,
  range: readonly string[],
  { git, description, signal }: Pick<LineRequest, 'git' | 'description' | 'signal'>,
  most = Number.POSITIVE_INFINITY,
): Promise<boolean> {
  if (!isAtLeast(git.version, listsFirstParent)) {
    throw new GitError('gitTooOld', 'Owners of lines need Git 2.31 or later. Update Git, then refresh.');
  }
  const read = async (list: ChangeList): Promise<boolean> => {
    const parser = new ChangeLogParser(log, list);
    const args = changeLogArguments(list, range);
    for await (const chunk of streamGit(git, args, { cwd: description.root, signal })) {
      parser.push(chunk);
      if (parser.count > most) return false;
    }
    parser.finish();
    return true;
  };
  const whole = await Promise.all([read('everyCommit'), read('mergesAgainstFirstParent')]);
  return whole.every(Boolean);
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
