import type { CommitPerson } from '../commitsBehind';
import { type History, trailerRole } from '../history/history';
import type { Identities } from '../people/identities';
import type { Credits } from './credit';

/** Who a commit is by: its author first, who may be a bot or an agent and is then not credited, then all who are. */
export function commitPeople(
  commit: number,
  history: History,
  { ofSignature }: Identities,
  credits: Credits,
): CommitPerson[] {
  const author = ofSignature[history.authors.at(commit)] ?? -1;
  const coAuthors = new Set<number>();
  for (let at = history.trailerEnds.startOf(commit); at < history.trailerEnds.at(commit); at++) {
    if (history.trailerRoles.at(at) === trailerRole.coAuthor) {
      coAuthors.add(ofSignature[history.trailerSignatures.at(at)] ?? -1);
    }
  }
  const people: CommitPerson[] = [{ person: author, role: 'author', credit: 0 }];
  for (let at = credits.starts[commit] ?? 0; at < (credits.starts[commit + 1] ?? 0); at++) {
    const person = credits.people[at] ?? 0;
    const credit = credits.weights[at] ?? 0;
    if (person === author) {
      people[0] = { person, role: 'author', credit };
    } else {
      const role = credit < 1 ? 'reviewer' : coAuthors.has(person) ? 'coAuthor' : 'answers';
      people.push({ person, role, credit });
    }
  }
  return people;
}

/** What a person is credited with for a commit: 1, 0.5 for a review, 0 for nothing. */
export function creditOf(person: number, commit: number, credits: Credits): number {
  for (let at = credits.starts[commit] ?? 0; at < (credits.starts[commit + 1] ?? 0); at++) {
    if (credits.people[at] === person) {
      return credits.weights[at] ?? 0;
    }
  }
  return 0;
}

/** Whether anybody is credited with a commit. */
export function isCredited(commit: number, credits: Credits): boolean {
  return (credits.starts[commit + 1] ?? 0) > (credits.starts[commit] ?? 0);
}
