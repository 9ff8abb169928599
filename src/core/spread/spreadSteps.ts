import type { AlertState } from '../alertState';
import type { Component } from '../model';
import { shellWord } from '../report/shellWord';
import { noBackupText } from '../report/singlePoints';
import { plainTranslate } from '../report/translate';
import { commandLines } from '../scaffold/commandLines';
import type { Fact } from '../scaffold/fact';
import { code, link, prose, relative, sources } from '../scaffold/markdown';
import { type Lines, merged, nameLines } from '../scaffold/stubLines';
import type { Toil } from '../toil';
import type { ChecklistDraft } from './checklistPage';
import { listed, type StepDraft } from './stepDraft';

/** What is known of a component whose ownership is to spread. Texts are plain; names are left out where they must not be shown. */
export interface SpreadMaterial {
  readonly component: Pick<Component, 'id' | 'name' | 'state' | 'toil' | 'accepted'>;
  /** What people call the component. */
  readonly label: string;
  /** That of the page. */
  readonly path: string;
  /** A sentence: what it is, and who knows it. */
  readonly situation: string;
  /** The choices for a backup, each with its reasons, the best first; null where people must not be named. */
  readonly backups: readonly string[] | null;
  readonly facts: readonly Fact[];
  readonly runbooks: readonly { readonly path: string; readonly title: string }[];
  readonly alerts: readonly AlertState[];
  /** `YYYY-MM-DD`. */
  readonly today: string;
}

/**
 * The nine steps after which a component is no single point any more, filled with what the repository says of it. A step
 * of which nothing is known says what to find out.
 */
export function spreadChecklist(material: SpreadMaterial): ChecklistDraft {
  const { component, label, today } = material;
  return {
    ...{ kind: 'spread', component: component.id, today },
    title: `Spread ownership: ${label}`,
    situation: [prose(material.situation)],
    steps: stepsOf(material),
  };
}

function stepsOf({ component, path, backups, facts, runbooks, alerts }: SpreadMaterial): readonly StepDraft[] {
  const pages = runbooks.map(({ path: page, title }) => `- ${link(title || page, relative(path, page))}`);
  const secrets = nameLines(facts, 'secret');
  const dependents = merged(facts, ['dependent']).map(group => `- ${prose(group[0].value)} ${sources(group)}`);
  const ways = [...commandLines('deploy', facts), ...commandLines('rollback', facts)];
  const alertNames = alerts.map(({ name, path: file, line }) => `- ${code(name)} (${code(`${file}:${line}`)})`);
  return [
    {
      // A plan asks for two where nobody is left, too.
      ...(component.state === 'orphaned'
        ? { title: 'Name two who learn it, and write the names below', asksBackups: 2 }
        : { title: 'Name a backup, and write the name below', asksBackups: 1 }),
      ...{ id: 'backup', who: 'Service owner', days: 7, body: choiceLines(component, backups) },
    },
    {
      ...{ id: 'access', title: 'Every credential can be reached by two people', who: 'Service owner', days: 14 },
      body: listed(secrets, 'Its files name no secret: write down what one needs to be let in, and who is.'),
    },
    {
      id: 'silent-run',
      ...{ title: 'The backup works through the runbook while its author stays silent', who: 'Backup', days: 21 },
      body: listed(
        pages,
        `There is no runbook yet: ${code(`single-points stub --component ${shellWord(component.id)}`)} drafts one.`,
      ),
    },
    {
      ...{ id: 'mend-runbook', title: 'The backup mends what was unclear in the runbook', who: 'Backup', days: 28 },
      body: ['A commit by the backup that changes what the runbook says; a new date alone shows nothing.'],
    },
    {
      id: 'change',
      ...{
        title: 'The backup makes a small real change, deploys it and rehearses the way back',
        who: 'Backup',
        days: 42,
      },
      body: listed(ways, 'The repository does not say how it is deployed or rolled back: write it into the runbook.'),
    },
    {
      ...{ id: 'shift', title: 'The backup shadows a shift on call, then leads one', who: 'Backup', days: 60 },
      body: listed(alertNames, 'No alert here is known to be about it.'),
    },
    {
      ...{ id: 'review-swap', title: 'Of the next five changes each is reviewed by the other of the two' },
      ...{ who: 'Service owner', days: 60, body: ['`Reviewed-by:` in the commit lets git tell.'] },
    },
    {
      ...{
        id: 'automate',
        title: 'The edit that is made by hand most often is automated',
        who: 'Service owner',
        days: 75,
      },
      body: listed(component.toil.map(toilLine), 'No operations file here is edited by one person again and again.'),
    },
    {
      id: 'service-level',
      ...{ title: 'The service level is agreed with those who rely on it', who: 'Service owner', days: 90 },
      body: [
        ...acceptedLine(component.accepted),
        ...listed(dependents, 'The repository does not say who relies on it.'),
      ],
    },
  ];
}

/** Whom to name. A plan is for all components at once, so that it may name somebody else: the page says so. */
function choiceLines(component: Pick<Component, 'state'>, backups: readonly string[] | null): Lines {
  if (backups === null)
    return ['The policy of this repository keeps names off pages: a login or a role of one person will do.'];
  if (backups.length === 0) return [noChoiceLine(component)];
  return [
    ...backups.map((choice, index) => `- ${index === 0 ? 'Proposed' : 'Or'}: ${prose(choice)}`),
    '',
    'The best for this component by itself. A plan for all of them (`single-points plan`) may name another, so that nobody takes over too much: where there is one, take its name.',
  ];
}

/** What stands instead of choices for a backup. */
function noChoiceLine({ state }: Pick<Component, 'state'>): string {
  switch (state) {
    case 'shared':
      return 'More than one person knows it already: name the one who stands in for the others.';
    case 'unknown':
      return 'The history here does not tell who has worked on it: the team says who learns it.';
    default: {
      const why = noBackupText({ state }, plainTranslate);
      return `${why.charAt(0).toUpperCase()}${why.slice(1)}: the team says who learns it.`;
    }
  }
}

function toilLine({ path, edits, days }: Toil): string {
  return `- ${code(path)}: edited ${edits} times in ${days} days, mostly by one person`;
}

function acceptedLine(accepted: Component['accepted']): Lines {
  return accepted === null ? [] : [`- Accepted as it is until ${accepted.until}: ${prose(accepted.why)}`];
}
