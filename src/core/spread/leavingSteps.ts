import type { Component, Finding, Person, Runbook, Snapshot } from '../model';
import { type Change, whatIf } from '../ownership/whatIf';
import { findPerson } from '../people/findPerson';
import { componentLabels, personName } from '../report/names';
import { stateText } from '../report/states';
import { plainTranslate as translate } from '../report/translate';
import { code, link, prose, relative } from '../scaffold/markdown';
import type { ChecklistDraft } from './checklistPage';
import { leaverMark } from './leaverMark';
import { listed } from './stepDraft';

/** So many secrets of a component are named. */
const mostSecrets = 8;

/** Where the page will be, and what it says besides the Snapshot. */
export interface LeavingPage {
  readonly path: string;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  readonly secretsOf: ReadonlyMap<string, readonly string[]>;
}

/**
 * The steps before somebody leaves or is away for long: what becomes known by one person or by nobody without them, each
 * with its backup, and where pages name them. Where people must not be named only what is concerned is.
 */
export function leavingChecklist(
  snapshot: Snapshot,
  person: Person,
  { path, today, secretsOf }: LeavingPage,
): ChecklistDraft {
  const { components, files, runbooks, after } = whatIf(snapshot, [person.id]);
  const named = snapshot.policy.people;
  const labels = componentLabels(snapshot.components);
  const label = ({ id }: Component): string => labels.get(id) ?? id;
  const inSwept = new Set(components.map(({ after: { id } }) => id));
  const owned = ownedComponents(snapshot, person);
  const access = (component: Component): string => {
    const names = (secretsOf.get(component.id) ?? []).slice(0, mostSecrets).map(code).join(', ');
    return `- ${prose(label(component))}${names === '' ? '' : `: ${names}`}`;
  };
  const page = ({ path: file, title }: Runbook): string => `- ${link(title || file, relative(path, file))}`;
  const sweep = ({ before, after: left }: Change<Component>): string => {
    const states = [before, left].map(({ state, owners }) => stateText(state, owners.length, translate));
    const backup = named && left.backup ? `; proposed: ${personName(left.backup.person, after.people, translate)}` : '';
    return `- ${prose(`${label(left)}: ${states.join(' → ')}${backup}`)}`;
  };
  return {
    ...{ kind: 'leaving', component: null, leaver: leaverMark(person), today },
    title: `Leaving or long absence${named ? `: ${personName(person.id, snapshot.people, translate)}` : ''}`,
    situation: [situationOf(components.length, files.length, runbooks.length)],
    steps: [
      {
        ...{ id: 'components', title: 'Every component that rests on who leaves has somebody to take it over' },
        ...{ who: 'Team lead', days: 7, body: listed(components.map(sweep), 'No component becomes a single point.') },
      },
      {
        ...{ id: 'files', title: 'The files beside them have somebody to take them over', who: 'Team lead', days: 14 },
        body: listed(
          files.filter(({ after: { component } }) => component === null || !inSwept.has(component)).map(fileLine),
          'No file of another component becomes a single point.',
        ),
      },
      {
        ...{ id: 'runbooks', title: 'Somebody else has worked through each of these runbooks', who: 'Who takes over' },
        ...{ days: 21, body: listed(runbooks.map(page), noRunbookLine(snapshot)) },
      },
      {
        ...{ id: 'access', title: 'Every access is held by two who stay; then that of who leaves is withdrawn' },
        ...{ who: 'Who leaves', days: 14 },
        body: listed(owned.map(access), 'No component is known to need it: list what only this person can open.'),
      },
      {
        ...{ id: 'mentions', title: 'Where runbooks name a person to ask they name a role', who: 'Who takes over' },
        ...{ days: 14, body: listed(mentionsOf(person, snapshot).map(findingLine), 'No runbook is known to.') },
      },
      {
        ...{ id: 'owners', title: 'Pages and code owners name somebody who stays', who: 'Team lead', days: 14 },
        body: listed(ownedPages(person, snapshot).map(page), 'No runbook names this owner; look into CODEOWNERS too.'),
      },
      {
        ...{ id: 'repeated', title: 'What is done by hand again and again is automated or handed over' },
        ...{ who: 'Who leaves', days: 28 },
        body: listed(
          owned
            .flatMap(({ toil }) => toil)
            .map(({ path: file, edits, days }) => `- ${code(file)}: edited ${edits} times in ${days} days`),
          'No operations file is known to be edited again and again.',
        ),
      },
      {
        ...{ id: 'on-call', title: 'Who takes over has led a shift, and the rotation is without who leaves' },
        ...{ who: 'Engineer on call', days: 28, body: ['The rotation is not in this repository.'] },
      },
      {
        ...{ id: 'listed', title: 'The settings say who left or is away, so that what is known counts without them' },
        ...{ who: 'Team lead', days: 28, body: ['`people:` in `.single-points.yml`, with `left: true` or `away:`.'] },
      },
    ],
  };
}

/** Those that the person is an owner of, riskiest first. */
export function ownedComponents({ components }: Snapshot, { id }: Person): readonly Component[] {
  return components.filter(({ owners }) => owners.some(({ person }) => person === id));
}

function situationOf(components: number, files: number, runbooks: number): string {
  const count = (number: number, one: string): string => `${number} ${one}${number === 1 ? '' : 's'}`;
  return `Without this person ${count(components, 'component')} and ${count(files, 'file')} become known by one person or by nobody, and ${count(runbooks, 'runbook')} ${runbooks === 1 ? 'loses' : 'lose'} the last author who is active.`;
}

function noRunbookLine({ runbooks }: Snapshot): string {
  return runbooks.length === 0 ? 'There is no runbook yet.' : 'No runbook loses the last author who is active.';
}

function fileLine({ after: { path, state } }: Change<Snapshot['files'][number]>): string {
  return `- ${code(path)}: ${stateText(state, 0, translate)}`;
}

function findingLine({ path, line }: Finding): string {
  return `- ${code(`${path}:${line}`)}`;
}

const names = (text: string, { id }: Person, { people }: Snapshot): boolean => {
  const found = findPerson(people, text.replace(/^@/, ''));
  return found.kind === 'one' && found.person.id === id;
};

/** Findings on pages that name the person as the one a reader needs. */
function mentionsOf(person: Person, snapshot: Snapshot): readonly Finding[] {
  return snapshot.findings.filter(({ rule, data }) => {
    const people = rule === 'RB020' && typeof data['people'] === 'string' ? data['people'] : '';
    return people !== '' && people.split(', ').some(name => names(name, person, snapshot));
  });
}

function ownedPages(person: Person, snapshot: Snapshot): readonly Runbook[] {
  return snapshot.runbooks.filter(({ owner }) => owner?.split(', ').some(name => names(name, person, snapshot)));
}
