import * as vscode from 'vscode';
import type { Component, PersonId } from '../../core/model';
import { personName } from '../../core/report/names';
import { reasonText } from '../../core/report/reasons';
import { sentences } from '../../core/report/sentence';
import { candidateSearch } from '../../core/spread/componentCandidates';
import { type KeptPairing, type PlanChoice, withoutPairing, withPin, withRuledOut } from '../../core/spread/planChoice';
import type { Pairing } from '../../core/spread/planOptions';
import type { PlanNode } from '../plan/planNode';
import type { PlannedRepository } from '../plan/plans';
import { translate } from '../text';
import type { Session } from './command';
import { isPlanNode, plannedRepository } from './planSpreading';

type Change = (choice: PlanChoice, pairing: KeptPairing) => PlanChoice;

/** Keeps the person of a step, whatever else would be best. */
export async function pinStep(session: Session, argument: unknown): Promise<void> {
  const title = vscode.l10n.t('Pin to the Plan');
  await change(session, await pairingOf(session, argument, title, unpinned), withPin);
}

/** Takes the person of a step out of the choice for that component. */
export async function ruleOutStep(session: Session, argument: unknown): Promise<void> {
  const title = vscode.l10n.t('Rule Out for This Component');
  await change(session, await pairingOf(session, argument, title, steps), withRuledOut);
}

/** Lets the plan decide again about what was pinned or ruled out. */
export async function undoPlanChoice(session: Session, argument: unknown): Promise<void> {
  const title = vscode.l10n.t('Let the Plan Decide Again');
  await change(session, await pairingOf(session, argument, title, decided), withoutPairing);
}

/** Picks who takes over a component instead, from everyone near it. */
export async function choosePerson(session: Session, argument: unknown): Promise<void> {
  const title = vscode.l10n.t('Choose Another Person');
  const place = await placeOf(session, argument, title);
  if (place === undefined) return;
  const { planned, component, instead } = place;
  const picked = await pickPerson(planned, component, instead, title);
  if (picked === undefined) return;
  const { key } = planned.repository.folder;
  const choice = session.planChoices.of(key);
  const kept = (person: PersonId): KeptPairing => keptPairing(planned, { person, component: component.id });
  // Of two people who are needed the other one may still be whom the person does not want.
  const free = instead === null ? choice : withoutPairing(choice, kept(instead));
  const others = instead === null || component.state === 'sole' ? free : withRuledOut(free, kept(instead));
  await session.planChoices.set(key, withPin(others, kept(picked)));
}

interface DecidedPairing {
  readonly planned: PlannedRepository;
  readonly pairing: Pairing;
}

async function change(session: Session, found: DecidedPairing | undefined, how: Change): Promise<void> {
  if (found === undefined) return;
  const { planned, pairing } = found;
  const { key } = planned.repository.folder;
  await session.planChoices.set(key, how(session.planChoices.of(key), keptPairing(planned, pairing)));
}

function keptPairing({ index }: PlannedRepository, { person, component }: Pairing): KeptPairing {
  return { email: index.snapshot.people[person]?.email ?? '', component };
}

/** The pairing of a row; without one the person picks among those that `pairingsOf` lists. */
async function pairingOf(
  session: Session,
  argument: unknown,
  title: string,
  pairingsOf: (planned: PlannedRepository) => readonly Pairing[],
): Promise<DecidedPairing | undefined> {
  const pairing = isPlanNode(argument) ? pairingOfRow(argument) : null;
  if (isPlanNode(argument) && pairing !== null) return { planned: argument.planned, pairing };
  const planned = await plannedRepository(session, argument, title);
  if (planned === undefined) return undefined;
  const { index } = planned;
  const items = pairingsOf(planned).map(each => {
    const component = index.component(each.component);
    return {
      label: component === undefined ? each.component : index.labelOf(component),
      description: personName(each.person, index.snapshot.people, translate),
      pairing: each,
    };
  });
  const placeHolder = items.length === 0 ? vscode.l10n.t('Nothing in the plan to choose from') : title;
  const picked = await vscode.window.showQuickPick(items, { title, placeHolder, matchOnDescription: true });
  return picked && { planned, pairing: picked.pairing };
}

function pairingOfRow(node: PlanNode): Pairing | null {
  switch (node.kind) {
    case 'step':
      return { person: node.step.person, component: node.step.component.id };
    case 'ruledOut':
      return node.pairing;
    case 'droppedPin':
      return node.dropped.pairing;
    default:
      return null;
  }
}

const steps = ({ plan }: PlannedRepository): readonly Pairing[] =>
  plan.steps.map(({ person, component }) => ({ person, component: component.id }));

const unpinned = ({ plan }: PlannedRepository): readonly Pairing[] =>
  plan.steps.filter(step => !step.isPinned).map(({ person, component }) => ({ person, component: component.id }));

const decided = ({ plan }: PlannedRepository): readonly Pairing[] => [
  ...plan.options.pinned,
  ...plan.options.forbidden,
];

/** A component, and whom somebody is to take the place of; null: one more person. */
interface Place {
  readonly planned: PlannedRepository;
  readonly component: Component;
  readonly instead: PersonId | null;
}

async function placeOf(session: Session, argument: unknown, title: string): Promise<Place | undefined> {
  if (isPlanNode(argument) && argument.kind === 'unsolved') {
    return { planned: argument.planned, component: argument.unsolved.component, instead: null };
  }
  if (isPlanNode(argument) && argument.kind === 'component') {
    const instead = argument.steps.length === 1 ? (argument.steps[0]?.person ?? null) : null;
    return { planned: argument.planned, component: argument.component, instead };
  }
  const found = await pairingOf(session, argument, title, steps);
  const component = found?.planned.index.component(found.pairing.component);
  return found && component && { planned: found.planned, component, instead: found.pairing.person };
}

async function pickPerson(
  { index, plan }: PlannedRepository,
  component: Component,
  instead: PersonId | null,
  title: string,
): Promise<PersonId | undefined> {
  const { people } = index.snapshot;
  const taken = plan.steps.filter(step => step.component.id === component.id).map(({ person }) => person);
  const items = candidateSearch(index.snapshot)
    .of(component)
    .filter(({ person }) => person !== instead && !taken.includes(person))
    .map(({ person, reasons }) => ({
      label: `$(person-add) ${personName(person, people, translate)}`,
      detail: sentences(
        reasons.map(reason => reasonText(reason, people, translate)),
        translate,
      ),
      person,
    }));
  const values = { component: index.labelOf(component) };
  const placeHolder =
    items.length === 0
      ? vscode.l10n.t('Nobody else active has worked on {component} or beside it', values)
      : vscode.l10n.t('Who takes over {component}? The best placed comes first.', values);
  return (await vscode.window.showQuickPick(items, { title, placeHolder, matchOnDetail: true }))?.person;
}
