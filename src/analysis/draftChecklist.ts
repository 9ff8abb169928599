import type { Component, Person, Snapshot } from '../core/model';
import { choiceText } from '../core/report/choiceText';
import { componentLabels, peopleNames, personName } from '../core/report/names';
import { stateText } from '../core/report/states';
import { plainTranslate } from '../core/report/translate';
import { collectFacts } from '../core/scaffold/collect';
import { factSources } from '../core/scaffold/sources';
import { type ChecklistDraft, newChecklist, refreshedChecklist } from '../core/spread/checklistPage';
import { handOverPath, leavingPath, spreadPath } from '../core/spread/checklistPath';
import { handOverChecklist } from '../core/spread/handOverSteps';
import { leavingChecklist } from '../core/spread/leavingSteps';
import { spreadChecklist } from '../core/spread/spreadSteps';
import { GitError } from '../git/errors';
import { type Analysed, componentIn, personWith } from './analysed';
import type { ChecklistRequest, StubDraft } from './protocol';
import { readChecklists } from './readChecklists';

/**
 * Drafts a checklist from what was analysed: a new page, or the one that is there with what the repository says now.
 * Throws GitError `failed` where the policy of the repository does not allow it.
 */
export async function draftChecklist(
  analysed: Analysed,
  { of, page }: ChecklistRequest,
  signal: AbortSignal,
): Promise<StubDraft> {
  const { snapshot, paths } = analysed;
  const today = new Date(snapshot.scannedAt * 1000).toISOString().slice(0, 10);
  const pages = await readChecklists(analysed, signal);
  const all = new Set([...paths, ...pages.map(({ checklist }) => checklist.path)]);
  const isTaken =
    (kind: 'leaving' | 'handOver' | 'spread') =>
    (path: string): boolean =>
      all.has(path) &&
      !pages.some(({ checklist }) => checklist.path === path && checklist.kind === kind && kind !== 'spread');
  if ('component' in of) {
    const component = componentIn(snapshot, of.component);
    const known = pages.find(({ checklist }) => checklist.component === component.id)?.checklist.path;
    const path = known ?? spreadPath(component, isTaken('spread'));
    return written(path, await spreadDraft(component, path, today, analysed, signal), page ?? textAt(path, pages));
  }
  if ('leaving' in of) {
    const person = leavingPerson(of.leaving, snapshot);
    const name = snapshot.policy.people ? personName(person.id, snapshot.people, plainTranslate) : null;
    const path = leavingPath(name, today, isTaken('leaving'));
    return written(path, leavingChecklist(snapshot, person, path, today), page ?? textAt(path, pages));
  }
  const path = handOverPath(today, isTaken('handOver'));
  return written(path, handOverChecklist(snapshot, path, today), page ?? textAt(path, pages));
}

type Pages = Awaited<ReturnType<typeof readChecklists>>;

function textAt(path: string, pages: Pages): string | null {
  return pages.find(({ checklist }) => checklist.path === path)?.text ?? null;
}

function written(path: string, draft: ChecklistDraft, page: string | null): StubDraft {
  return { path, markdown: page === null ? newChecklist(draft) : refreshedChecklist(page, draft) };
}

async function spreadDraft(
  component: Component,
  path: string,
  today: string,
  { snapshot, paths, files }: Analysed,
  signal: AbortSignal,
): Promise<ChecklistDraft> {
  const texts = await files.read([...factSources(component, paths)], signal);
  const { people, policy } = snapshot;
  const choices = component.backup === null ? [] : [component.backup, ...component.alternatives];
  const label = componentLabels(snapshot.components).get(component.id) ?? component.id;
  const state = stateText(component.state, component.owners.length, plainTranslate);
  const owners = policy.people ? peopleNames(component.owners, people, 3, plainTranslate) : '';
  return spreadChecklist({
    ...{ component, path, today },
    situation: `${label} is ${state}${owners === '' ? '' : `: ${owners}`}.`,
    backups: policy.people ? choices.map(each => choiceText(each, people, plainTranslate)) : null,
    facts: collectFacts(component, { paths, texts }),
    runbooks: snapshot.runbooks.filter(({ path: page }) => component.runbooks.includes(page)),
    alerts: snapshot.alerts.filter(alert => alert.component === component.id),
  });
}

/** Whom the page is for. What it says is a what-if, and the policy may forbid that. */
function leavingPerson(address: string, snapshot: Snapshot): Person {
  if (!snapshot.policy.whatIf) {
    throw new GitError('failed', 'The settings of this repository do not allow it: `policy: {whatIf: false}`.');
  }
  return personWith(address, snapshot);
}
