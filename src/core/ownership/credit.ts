import { broughtInBy } from '../history/broughtIn';
import { commitFlag, type History, trailerRole } from '../history/history';
import { signsWithAgent } from '../people/agents';
import type { Actor } from '../people/automation';
import type { Identities } from '../people/identities';

/** A reviewer has read the change, not written it. */
const reviewerWeight = 0.5;

/** Who is credited with each commit, and how much: 1 for writing it, 0.5 for reviewing it. */
export interface Credits {
  /** Credits of commit `c` stand from `starts[c]` up to `starts[c + 1]`. */
  readonly starts: Int32Array;
  readonly people: Int32Array;
  readonly weights: Float32Array;
  /** By index of the commit: 1 where an AI agent wrote it or helped to. */
  readonly assisted: Uint8Array;
}

/**
 * The author is credited, and so are co-authors. What a bot did alone is nobody's knowledge. What an agent did is
 * credited to the human who answers for it: its co-authors, else who signed it off, else who committed it, else who made
 * the merge that brought it in.
 */
export function creditCommits(history: History, { identities, ofSignature }: Identities): Credits {
  const count = history.commitCount;
  const starts = new Int32Array(count + 1);
  const assisted = new Uint8Array(count);
  const people: number[] = [];
  const weights: number[] = [];
  const personOf = (signature: number): number => ofSignature[signature] ?? -1;
  const kindOf = (person: number): Actor => identities[person]?.kind ?? 'bot';
  const withAgent = history.signatures.map(signsWithAgent);
  const mergeOf = mergesOnDemand(history);

  const trailers = (commit: number, role: number): number[] => {
    const found: number[] = [];
    for (let at = history.trailerEnds.startOf(commit); at < history.trailerEnds.at(commit); at++) {
      if (history.trailerRoles.at(at) === role) {
        found.push(personOf(history.trailerSignatures.at(at)));
      }
    }
    return found;
  };
  const humans = (found: readonly number[]): number[] => found.filter(person => kindOf(person) === 'human');
  /** Who answers for what an agent wrote without a human co-author. */
  const answerable = (commit: number): number[] => {
    const signers = humans(trailers(commit, trailerRole.signer));
    const committer = humans([personOf(history.committers.at(commit))]);
    if (signers.length + committer.length > 0) {
      return signers.length > 0 ? signers : committer;
    }
    const merge = mergeOf(commit);
    return merge < 0 ? [] : humans([personOf(history.authors.at(merge))]);
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
    const author = personOf(history.authors.at(commit));
    const coAuthors = trailers(commit, trailerRole.coAuthor);
    const byAgent = kindOf(author) === 'agent';
    const writers = humans([author, ...coAuthors]);
    for (const person of writers.length === 0 && byAgent ? answerable(commit) : writers) {
      add(person, 1);
    }
    if (kindOf(author) !== 'bot') {
      for (const person of humans(trailers(commit, trailerRole.reviewer))) {
        add(person, reviewerWeight);
      }
    }
    const helped =
      byAgent ||
      (history.flags.at(commit) & commitFlag.assisted) !== 0 ||
      withAgent[history.authors.at(commit)] === true ||
      [personOf(history.committers.at(commit)), ...coAuthors].some(person => kindOf(person) === 'agent');
    assisted[commit] = helped ? 1 : 0;
    starts[commit + 1] = people.length;
  }
  return { starts, people: Int32Array.from(people), weights: Float32Array.from(weights), assisted };
}

/** Few histories need to know which merge brought a commit in. */
function mergesOnDemand(history: History): (commit: number) => number {
  let merges: Int32Array | null = null;
  return commit => {
    merges ??= broughtInBy(history);
    return merges[commit] ?? -1;
  };
}
