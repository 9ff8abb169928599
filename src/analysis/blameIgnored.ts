import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseIgnoredRevisions } from '../core/history/ignoredRevisions';
import { ask, failureOf } from '../git/ask';
import { GitError } from '../git/errors';
import type { Git } from '../git/git';
import { resolveRevision } from '../git/questions';
import type { IgnoreStep } from './protocol';
import { ignoreRevisionsFile } from './repositorySettings';

export interface BlameIgnoredQuestion {
  readonly git: Git;
  readonly root: string;
  readonly steps: readonly IgnoreStep[];
  /** Texts of the files at the root that steer, by path. */
  readonly texts: ReadonlyMap<string, string>;
  readonly signal: AbortSignal;
  readonly log: (line: string) => void;
}

/**
 * The revisions that `git blame` steps over in this repository: those of the files that `blame.ignoreRevsFile` names,
 * and what was asked for besides. A configured file that is missing makes blame give up; here it says nothing.
 */
export async function blameIgnored(question: BlameIgnoredQuestion): Promise<Set<string>> {
  const { git, root, steps, texts, signal } = question;
  let listed = await configured(question);
  const named: string[] = [];
  for (const step of steps) {
    switch (step.kind) {
      case 'clear':
        listed = [];
        break;
      case 'file':
        listed.push(await given(step.file, [step.folder, root]));
        break;
      case 'listOfRepository':
        listed.push(texts.get(ignoreRevisionsFile) ?? '');
        break;
      case 'revision':
        named.push(await resolveRevision(git, root, step.revision, signal));
    }
  }
  return new Set([...parseIgnoredRevisions(listed.join('\n')), ...named]);
}

/** Texts of the configured files; an empty name forgets those before (git-config(1)). */
async function configured({ git, root, signal, log }: BlameIgnoredQuestion): Promise<string[]> {
  const answer = await ask(git, root, ['config', '-z', '--type=path', '--get-all', 'blame.ignoreRevsFile'], { signal });
  if (answer.code > 1) {
    throw failureOf(answer);
  }
  const files = answer.output.split('\0').slice(0, -1);
  const texts: string[] = [];
  for (const file of files.slice(files.lastIndexOf('') + 1)) {
    const text = await readFile(path.resolve(root, file), 'utf8').catch(() => null);
    if (text === null) {
      log(`The file ${file} of blame.ignoreRevsFile cannot be read, so it says nothing.`);
    } else {
      texts.push(text);
    }
  }
  return texts;
}

async function given(file: string, folders: readonly string[]): Promise<string> {
  for (const folder of folders) {
    const text = await readFile(path.resolve(folder, file), 'utf8').catch(() => null);
    if (text !== null) {
      return text;
    }
  }
  throw new GitError('failed', 'There is no file {file} with revisions to step over. Check the name.', {
    values: { file },
  });
}
