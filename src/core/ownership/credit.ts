import { type History, trailerRole } from '../history/history';
import type { Identities } from '../people/identities';

/** A reviewer has read the change, not written it. */
const reviewerWeight = 0.5;

/** Who is credited with each commit, and how much: 1 for writing it, 0.5 for reviewing it. */
export interface Credits {
  /** Credits of commit `c` stand from `starts[c]` up to `starts[c + 1]`. */
  readonly starts: Int32Array;
  readonly people: Int32Array;
  readonly weights: Float32Array;
}

/**
 * The author is credited, and so are co-authors. What a bot did is nobody's knowledge. What an agent did is credited to
 * its human co-authors, or else to the human who committed it.
 */
export function creditCommits(history: History, { identities, ofSignature }: Identities): Credits {
  const count = history.commitCount;
  const starts = new Int32Array(count + 1);
  const people: number[] = [];
  const weights: number[] = [];
  const kindOf = (signature: number): { person: number; kind: 'human' | 'bot' | 'agent' } => {
    const person = ofSignature[signature] ?? -1;
    return { person, kind: identities[person]?.kind ?? 'bot' };
  };
  for (let commit = 0; commit < count; commit++) {
    const first = people.length;
    const add = (person: number, weight: number): void => {
      const known = people.indexOf(person, first);
      if (known < 0) {
        people.push(person);
        weights.push(weight);
      } else {
        weights[known] = Math.max(weights[known] ?? 0, weight);
      }
    };
    const author = kindOf(history.authors.at(commit));
    let assisted = author.kind === 'agent';
    if (author.kind === 'human') {
      add(author.person, 1);
    }
    const end = history.trailerEnds.at(commit);
    for (let at = history.trailerEnds.startOf(commit); at < end; at++) {
      const { person, kind } = kindOf(history.trailerSignatures.at(at));
      const coAuthor = history.trailerRoles.at(at) === trailerRole.coAuthor;
      if (kind === 'human' && author.kind !== 'bot') {
        add(person, coAuthor ? 1 : reviewerWeight);
        assisted &&= !coAuthor;
      }
    }
    if (assisted) {
      const committer = kindOf(history.committers.at(commit));
      if (committer.kind === 'human') {
        add(committer.person, 1);
      }
    }
    starts[commit + 1] = people.length;
  }
  return { starts, people: Int32Array.from(people), weights: Float32Array.from(weights) };
}
