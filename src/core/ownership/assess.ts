import type { Grounds } from '../grounds';
import type { Component, Person, Runbook, Share } from '../model';
import { chooseBackups } from '../spread/backup';
import type { Surroundings } from '../spread/surroundings';
import type { ComponentStanding } from './componentOwnership';
import { type Foremost, riskOf } from './risk';
import { teamReasons } from './teamReasons';

/** A component with its owners, before it is said what that means. */
export interface Assessed
  extends Pick<Component, 'id' | 'kind' | 'criticality' | 'files' | 'toil' | 'teams' | 'changes' | 'assistedChanges'> {
  readonly ownership: ComponentStanding & Pick<Component, 'knowledge' | 'linesBy'>;
  readonly grounds: Grounds;
  /** Those that say what to do. */
  readonly runbooks: readonly Runbook[];
}

/** As of when and among whom it is assessed. */
export interface AssessmentTime {
  readonly people: readonly Person[];
  /** Of the people, by id: made once for all components. */
  readonly active: readonly boolean[];
  readonly commits: readonly number[];
  /** Seconds. */
  readonly asOf: number;
  readonly activeDays: number;
}

/** People as an assessment looks them up. */
export function assessmentTime(people: readonly Person[], asOf: number, activeDays: number): AssessmentTime {
  const active = people.map(person => person.active);
  return { people, active, commits: people.map(({ commits }) => commits), asOf, activeDays };
}

/** How much a component depends on one person or on nobody, and who could become its second owner. */
export function assess(
  { id, kind, criticality, files, ownership, grounds, runbooks, toil, teams, changes, assistedChanges }: Assessed,
  { nearby, load, burden }: Surroundings,
  { people, active, commits, asOf, activeDays }: AssessmentTime,
): Pick<Component, 'backup' | 'alternatives' | 'risk'> {
  const single = ownership.state === 'sole' || ownership.state === 'orphaned';
  const [backup = null, ...alternatives] = single
    ? chooseBackups({
        owners: ownership.owners,
        familiar: grounds.familiar,
        nearby: nearby(id),
        ...{ active, commits, asOf, load, burden },
      })
    : [];
  return {
    backup,
    alternatives,
    risk: riskOf({
      kind,
      criticality,
      ownership: { ...ownership, linesByPeople: grounds.linesByPeople, quietLines: grounds.quietLines },
      files,
      recentCommits: grounds.recentCommits,
      activeDays,
      ...{ toil, changes, assistedChanges },
      ofTeams: teamReasons(ownership, teams, people),
      foremost: foremostOf(ownership.knowledge, people),
      runbooks: runbooks.map(({ path, authors }) => ({
        path,
        soleAuthor: authors.length === 1 ? (authors[0]?.person ?? null) : null,
      })),
    }),
  };
}

function foremostOf([first]: readonly Share[], people: readonly Person[]): Foremost | null {
  const person = first && people[first.person];
  if (first === undefined || person === undefined) {
    return null;
  }
  const { state, awayUntil, lastCommit } = person;
  return { ...first, state, awayUntil, lastCommit };
}
