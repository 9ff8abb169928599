import type { Checklist } from '../core/checklist';
import type { Component, Person, Snapshot } from '../core/model';
import { choiceText } from '../core/report/choiceText';
import { componentLabels, peopleNames, personName } from '../core/report/names';
import { stateText } from '../core/report/states';
import { plainTranslate } from '../core/report/translate';
import { collectFacts } from '../core/scaffold/collect';
import { factSources } from '../core/scaffold/sources';
import { type ChecklistDraft, checklistSections, newChecklist } from '../core/spread/checklistPage';
import { handOverPath, leavingPath, spreadPath } from '../core/spread/checklistPath';
import { handOverChecklist } from '../core/spread/handOverSteps';
import { isLeaver } from '../core/spread/leaverMark';
import { leavingChecklist, ownedComponents } from '../core/spread/leavingSteps';
import { spreadChecklist } from '../core/spread/spreadSteps';
import { GitError } from '../git/errors';
import { type Analysed, componentIn, personWith } from './analysed';
import type { ChecklistRequest, StubDraft } from './protocol';
import { readChecklists } from './readChecklists';

/**
 * Drafts a checklist from what was analysed. Where there is one, its place is that of the draft. Throws GitError `failed`
 * where the policy of the repository does not allow it.
 */
export async function draftChecklist(
  analysed: Analysed,
  { of, page }: ChecklistRequest,
  signal: AbortSignal,
): Promise<StubDraft> {
  const { snapshot, paths } = analysed;
  const today = new Date(snapshot.scannedAt * 1000).toISOString().slice(0, 10);
  const known = await readChecklists(analysed, signal);
  const taken = new Set([...paths, ...known.map(({ path }) => path)]);
  if ('component' in of) {
    const component = componentIn(snapshot, of.component);
    const there = known.find(each => each.component === component.id)?.path;
    const path = page ?? there ?? spreadPath(component, each => taken.has(each));
    return written(path, await spreadDraft(component, path, today, analysed, signal));
  }
  if ('leaving' in of) {
    const person = leavingPerson(of.leaving, snapshot);
    const name = snapshot.policy.people ? personName(person.id, snapshot.people, plainTranslate) : null;
    const there = known.find(({ leaver }) => leaver !== null && isLeaver(leaver, person))?.path;
    // A page from before marks said for whom it is may be taken for that of a name, never for that of a day.
    const isTaken = (place: string): boolean =>
      taken.has(place) && !(name !== null && known.some(each => isUnmarked(each) && each.path === place));
    const path = page ?? there ?? leavingPath(name, today, isTaken);
    const secretsOf = await secretNames(ownedComponents(snapshot, person), analysed, signal);
    return written(path, leavingChecklist(snapshot, person, { path, today, secretsOf }));
  }
  const isOther = (place: string): boolean =>
    taken.has(place) && !known.some(each => each.path === place && each.kind === 'handOver');
  const path = page ?? handOverPath(today, isOther);
  return written(path, handOverChecklist(snapshot, path, today));
}

const isUnmarked = ({ kind, leaver }: Checklist): boolean => kind === 'leaving' && leaver === null;

function written(path: string, draft: ChecklistDraft): StubDraft {
  return { path, markdown: newChecklist(draft), sections: checklistSections(draft) };
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
    ...{ component, label, path, today },
    situation:
      component.state === 'unknown'
        ? `The history here does not tell who knows ${label}.`
        : `${label} is ${state}${owners === '' ? '' : `: ${owners}`}.`,
    backups: policy.people ? choices.map(each => choiceText(each, people, plainTranslate)) : null,
    facts: collectFacts(component, { paths, texts }),
    runbooks: snapshot.runbooks.filter(({ path: page }) => component.runbooks.includes(page)),
    alerts: snapshot.alerts.filter(alert => alert.component === component.id),
  });
}

/** More components are not looked into. */
const mostLookedInto = 12;

/** Names of the secrets of components, by id. */
async function secretNames(
  components: readonly Component[],
  { paths, files }: Analysed,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const names = new Map<string, readonly string[]>();
  for (const component of components.slice(0, mostLookedInto)) {
    const texts = await files.read([...factSources(component, paths)], signal);
    const secrets = collectFacts(component, { paths, texts }).filter(({ kind }) => kind === 'secret');
    names.set(component.id, [...new Set(secrets.map(({ name }) => name))]);
  }
  return names;
}

/** Whom the page is for. What it says is a what-if, and the policy may forbid that. */
function leavingPerson(address: string, snapshot: Snapshot): Person {
  if (!snapshot.policy.whatIf) {
    throw new GitError('failed', 'The settings of this repository do not allow it: `policy: {whatIf: false}`.');
  }
  return personWith(address, snapshot);
}
