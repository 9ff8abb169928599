import type { Component, Snapshot } from '../model';
import { inOneGo, type Steps } from '../steps';
import { type Candidate, candidates } from './backup';
import { type Surroundings, surroundingsInSteps } from './surroundings';

/** What is known of everyone at once when second owners are sought for many components. */
export interface CandidateSearch {
  /** Everyone who could become an owner, the best placed first; see {@link candidates}. */
  readonly of: (component: Component) => readonly Candidate[];
  readonly burden: Surroundings['burden'];
}

/** Looks for candidates by what a Snapshot says: the first three are the component's backup and its alternatives. */
export function candidateSearch(snapshot: Snapshot): CandidateSearch {
  return inOneGo(candidateSearchInSteps(snapshot));
}

/** The same in short steps, for who must not hold a thread. */
export function* candidateSearchInSteps({ people, components, asOf }: Snapshot): Steps<CandidateSearch> {
  const { nearby, load, burden } = yield* surroundingsInSteps(components);
  const active = people.map(person => person.active);
  const commits = people.map(person => person.commits);
  const of = ({ id, owners, grounds }: Component): readonly Candidate[] =>
    candidates({ owners, familiar: grounds.familiar, nearby: nearby(id), active, commits, asOf, load, burden });
  return { of, burden };
}
