import type { Person, PersonId, Reason } from '../core/model';
import { personName } from '../core/report/names';
import type { Reference } from './target';
import { translate } from './text';

/** Whose commits show a fact, in the file or in the component that it is about. */
export interface Evidence {
  readonly of: 'file' | 'component';
  /** As the person is called in every view, so that no link holds an address; null: everyone's. */
  readonly person: string | null;
}

/** What **Show Commits** is started on; a reference without a person means everyone's. */
export interface CommitsReference extends Reference {
  readonly person?: string | null;
}

/** How a link names the commits that show a fact. */
export function evidenceReference(reference: Reference, { of, person }: Evidence): CommitsReference {
  return { ...reference, path: of === 'file' ? reference.path : null, person };
}

/** Whose commits show what a reason says of a component; null where no commits do, as for a missing runbook. */
export function evidenceOfReason({ code, values }: Reason, people: readonly Person[]): Evidence | null {
  switch (code) {
    case 'soleKnowledge':
    case 'soleActivity':
    case 'ownerQuiet':
    case 'ownerLeft':
    case 'ownerAway':
      return evidenceOf('component', Number(values['person']), people);
    case 'changesOften':
    case 'agentAssisted':
    case 'orphanedFiles':
    case 'soleFiles':
    case 'sharedKnowledge':
    case 'linesOfPeopleWhoLeft':
      return { of: 'component', person: null };
    default:
      return null;
  }
}

export function evidenceOf(of: Evidence['of'], person: PersonId, people: readonly Person[]): Evidence {
  return { of, person: personName(person, people, translate) };
}

/** The person of that name; of several, one of those who know what is asked about. */
export function personCalled(
  name: string,
  knowers: readonly PersonId[],
  people: readonly Person[],
): Person | undefined {
  const isCalled = ({ id }: Person): boolean => personName(id, people, translate) === name;
  return knowers.flatMap(id => people[id] ?? []).find(isCalled) ?? people.find(isCalled);
}
