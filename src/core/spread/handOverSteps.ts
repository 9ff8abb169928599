import type { AlertState } from '../alertState';
import type { Component, Snapshot } from '../model';
import { componentLabels } from '../report/names';
import { day } from '../report/numbers';
import { singlePointComponents } from '../report/singlePoints';
import { stateText } from '../report/states';
import { plainTranslate as translate } from '../report/translate';
import { lacksRunbook } from '../runbooks/alerts/coverage';
import { code, link, prose, relative } from '../scaffold/markdown';
import type { ChecklistDraft } from './checklistPage';
import { listed } from './stepDraft';

const daySeconds = 86_400;
/** What changed in so many days is news to who was not on call. */
const lately = 30;

const noAlert = 'No alert is defined in this repository.';

/**
 * The steps of a hand-over on call, with what the next shift must know: alerts without a runbook that helps, runbooks
 * changed in the last 30 days, risky components that are single points. `today`: `YYYY-MM-DD`.
 */
export function handOverChecklist(snapshot: Snapshot, path: string, today: string): ChecklistDraft {
  const { asOf } = snapshot;
  const labels = componentLabels(snapshot.components);
  const helpless = snapshot.alerts.filter(lacksRunbook);
  const changed = snapshot.runbooks
    .filter(({ type, lastTouched }) => type !== 'record' && lastTouched > asOf - lately * daySeconds)
    .sort((a, b) => b.lastTouched - a.lastTouched);
  const risky = singlePointComponents(snapshot).filter(({ risk }) => risk.level === 'high' || risk.level === 'medium');
  const riskLine = (component: Component): string => {
    const state = stateText(component.state, component.owners.length, translate);
    const [runbook] = component.runbooks;
    const page = runbook === undefined ? 'no runbook' : link(runbook, relative(path, runbook));
    return `- ${prose(`${labels.get(component.id) ?? component.id}: ${state}`)}; ${page}`;
  };
  const now = { who: 'Engineer on call', days: 0 } as const;
  const next = { who: 'Who takes over', days: 0 } as const;
  return {
    ...{ kind: 'handOver', component: null, today },
    title: `On-call hand-over of ${today}`,
    situation: [
      snapshot.alerts.length === 0
        ? noAlert
        : `Alerts without a runbook that helps: ${helpless.length} of ${snapshot.alerts.length}.`,
    ],
    steps: [
      {
        ...now,
        id: 'open',
        title: 'What is open or silenced is told, with what was tried',
        body: ['Incidents, silences, tickets.'],
      },
      {
        ...{ ...now, id: 'alerts', title: 'For each alert without a runbook that helps, it is said what to do' },
        body: listed(
          helpless.map(alertLine),
          snapshot.alerts.length === 0 ? noAlert : 'Every alert that is known has a runbook.',
        ),
      },
      {
        ...{ ...next, id: 'changed-runbooks', title: 'The runbooks that changed lately are read' },
        body: listed(
          changed.map(
            ({ path: file, title, lastTouched }) =>
              `- ${link(title || file, relative(path, file))}, ${day(lastTouched) ?? ''}`,
          ),
          `No runbook changed in the ${lately} days before the last commit.`,
        ),
      },
      {
        ...{
          ...now,
          id: 'risky',
          title: 'For each risky component it is agreed who helps when its owner cannot be reached',
        },
        body: listed(risky.map(riskLine), 'No component of medium or high risk is a single point.'),
      },
      {
        ...now,
        id: 'changes',
        title: 'What was deployed or repaired during the shift is told',
        body: ['Also what may have to be undone.'],
      },
      {
        ...next,
        id: 'access',
        title: 'Who takes over has logged in to all that the shift needs',
        body: ['Try it; do not look it up.'],
      },
      {
        ...next,
        id: 'escalation',
        title: 'It is known who is called next, and after how many minutes',
        body: ['A role or a channel, and a second one.'],
      },
      {
        ...{
          ...next,
          id: 'drill',
          title: 'One runbook is walked through by who takes over, its author staying silent',
          days: 7,
        },
        body: listed(drillOf(risky, path), 'Take the one that was needed last.'),
      },
    ],
  };
}

function alertLine({ name, path, line }: AlertState): string {
  return `- ${code(name)} (${code(`${path}:${line}`)})`;
}

function drillOf(risky: readonly Component[], path: string): readonly string[] {
  const page = risky.flatMap(({ runbooks }) => runbooks)[0];
  return page === undefined
    ? []
    : [`- Proposed, of the riskiest component that has one: ${link(page, relative(path, page))}`];
}
