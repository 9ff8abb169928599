import { ask, failureOf } from './ask';
import { GitError } from './errors';
import type { Git } from './git';
import { checkedRevision } from './revision';

/** The id of the commit a revision names. Throws GitError `unknownRevision`; `noCommits` for HEAD of an empty repository. */
export async function resolveRevision(git: Git, root: string, revision: string, signal?: AbortSignal): Promise<string> {
  const name = `${checkedRevision(revision)}^{commit}`;
  const answer = await ask(git, root, ['rev-parse', '--verify', '--quiet', name], { signal });
  if (answer.code === 0) return answer.output.trim();
  // Quiet: no such revision is exit code 1 without a word.
  if (answer.errors.trim() !== '') throw failureOf(answer);
  if (revision === 'HEAD') throw new GitError('noCommits', 'This repository has no commits yet. Make the first one.');
  throw new GitError('unknownRevision', 'There is no commit {revision} here. Check the name, or fetch it.', {
    values: { revision },
  });
}

/** Longer lists go to several processes: Windows takes 32 KiB of arguments. */
const subjectsAtOnce = 200;

/** First lines of commit messages by commit id; commits that are not here are left out. Ids in full. */
export async function commitSubjects(
  git: Git,
  root: string,
  shas: readonly string[],
  signal?: AbortSignal,
): Promise<Map<string, string>> {
  const subjects = new Map<string, string>();
  const wanted = new Set(shas.map(checkedRevision));
  const list = [...wanted];
  for (let from = 0; from < list.length; from += subjectsAtOnce) {
    const some = list.slice(from, from + subjectsAtOnce);
    const options = ['--no-walk=unsorted', '--ignore-missing', '-z', '--no-patch', '--format=%H%x00%s'];
    const answer = await ask(git, root, ['log', ...options, ...some, '--'], { signal });
    if (answer.code !== 0) throw failureOf(answer);
    const fields = answer.output.split('\0');
    for (let at = 0; at + 1 < fields.length; at += 2) {
      const sha = fields[at] ?? '';
      // With nothing left to show, older versions of git show HEAD.
      if (wanted.has(sha)) subjects.set(sha, fields[at + 1] ?? '');
    }
  }
  return subjects;
}

/** One value of git's configuration as this repository sees it (the last, where there are several), or null. */
export async function configValue(git: Git, root: string, key: string, signal?: AbortSignal): Promise<string | null> {
  const answer = await ask(git, root, ['config', '-z', '--get', key], { signal });
  if (answer.code === 1) return null;
  if (answer.code !== 0) throw failureOf(answer);
  return answer.output.replace(/\0$/, '');
}
