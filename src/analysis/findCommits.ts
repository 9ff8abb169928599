import type { CommitsBehind } from '../core/commitsBehind';
import type { Person, Snapshot } from '../core/model';
import { type CommitsQuestion, commitsBehind } from '../core/ownership/commitsBehind';
import { GitError } from '../git/errors';
import { commitSubjects } from '../git/questions';
import { type Analysed, componentIn, personWith } from './analysed';
import { storedOwners } from './lines/ownLines';
import type { CommitsAnswer, CommitsRequest } from './protocol';

/** The commits behind a number of what was analysed, with their subjects, which no history keeps. */
export async function findCommits(
  analysed: Analysed,
  request: CommitsRequest,
  signal: AbortSignal,
): Promise<CommitsAnswer> {
  const { snapshot, evidence, git, root, lineRequest } = analysed;
  const question = questionOf(request, snapshot);
  const lines = analysed.lines ?? (await storedOwners({ ...lineRequest, signal }));
  const found = commitsBehind(question, evidence, lines);
  const shas = [
    ...[...found.counted.commits, ...found.leftOut.commits].map(({ sha }) => sha),
    ...(found.lines?.files ?? []).flatMap(({ blocks }) => blocks.map(({ sha }) => sha)),
  ];
  const subjects = await commitSubjects(git, root, shas, signal).catch((error: unknown) => {
    // What git cannot say takes away the words, not the commits.
    if (error instanceof GitError && error.reason !== 'cancelled') {
      return new Map<string, string>();
    }
    throw error;
  });
  return { ...found, subjects, people: peopleIn(found, snapshot) };
}

function questionOf({ of, person, most }: CommitsRequest, snapshot: Snapshot): CommitsQuestion {
  const asked = { person: person === null ? null : personWith(person, snapshot).id, most };
  if ('component' in of) {
    const { id } = componentIn(snapshot, of.component);
    return { ...asked, of: 'component', files: snapshot.files.filter(({ component }) => component === id) };
  }
  const files = snapshot.files.filter(({ path }) => path === of.file);
  if (files.length === 0) {
    throw new GitError('failed', 'The file {file} is not among those that count. Is it committed, or excluded?', {
      values: { file: of.file },
    });
  }
  return { ...asked, of: 'file', files };
}

function peopleIn({ counted, leftOut, lines }: CommitsBehind, { people }: Snapshot): Person[] {
  const ids = new Set([
    ...[...counted.commits, ...leftOut.commits].flatMap(commit => commit.people.map(({ person }) => person)),
    ...(lines?.files ?? []).flatMap(({ blocks }) => blocks.flatMap(block => block.people)),
  ]);
  return people.filter(({ id }) => ids.has(id));
}
