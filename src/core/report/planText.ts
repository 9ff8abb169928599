import type { Component, Person } from '../model';
import type { Change } from '../ownership/whatIf';
import type { DroppedPin } from '../spread/pins';
import { isUrgent, type PlanStep, type SpreadPlan, type Unsolved } from '../spread/plan';
import type { PlannedRisk } from '../spread/planOptions';
import { personName } from './names';
import { wholeNumber } from './numbers';
import { printable } from './printable';
import { reasonText } from './reasons';
import { componentSentence, noBackupText } from './singlePoints';
import { riskText, stateText } from './states';
import type { Translate } from './translate';

/** What the plan comes to: `12 of 14 single points of medium or high risk end with 13 pairings, at most 2 for each person.` */
export function planSentence(
  { snapshot, planned, unsolved, steps, options }: SpreadPlan,
  translate: Translate,
): string {
  const points = plannedPointsText(options.risk, translate);
  if (snapshot.components.every(({ state }) => state === 'unknown')) return componentSentence(snapshot, translate);
  if (planned === 0) return translate('There are no {points}.', { points });
  const values = {
    ended: wholeNumber(planned - unsolved.length, translate),
    planned: wholeNumber(planned, translate),
    points,
    steps: wholeNumber(steps.length, translate),
    most: wholeNumber(options.mostPerPerson, translate),
  };
  return steps.length === 1
    ? translate('{ended} of {planned} {points} ends with one pairing.', values)
    : translate('{ended} of {planned} {points} end with {steps} pairings, at most {most} for each person.', values);
}

function plannedPointsText(risk: PlannedRisk, translate: Translate): string {
  switch (risk) {
    case 'high':
      return translate('single points of high risk', {});
    case 'medium':
      return translate('single points of medium or high risk', {});
    case 'low':
      return translate('single points of any risk', {});
  }
}

/** Whether a better plan can be ruled out. */
export function proofText({ isProven }: SpreadPlan, translate: Translate): string {
  return isProven
    ? translate('Proven: within these loads no other choice ends more of what comes first, and none fits better.', {})
    : translate('Not proven: another choice may fit better.', {});
}

/** Truck factor of the repository now, and with all steps; null where none can be told. */
export function planTruckFactorText({ steps }: SpreadPlan, translate: Translate): string | null {
  const [first] = steps;
  const last = steps.at(-1);
  if (first === undefined || last === undefined) return null;
  const { before } = first.repository;
  const { after } = last.repository;
  return before === null || after === null
    ? null
    : translate('Truck factor of the repository by combined evidence: {before} now, {after} with all steps', {
        before: wholeNumber(before, translate),
        after: wholeNumber(after, translate),
      });
}

/** What the truck factors of steps tell. */
export function effectMeaning(translate: Translate): string {
  return translate(
    'Truck factors of steps: if that person becomes an owner of the files that have one, and of all where nobody active knows the component',
    {},
  );
}

/** What a step is: `payments gets a second owner: Ben Ito`. The subject is the component. */
export function stepText(step: PlanStep, label: string, people: readonly Person[], translate: Translate): string {
  const values = { component: label, person: personName(step.person, people, translate) };
  switch (step.state.before) {
    case 'orphaned':
      return translate('{component} gets a first owner: {person}', values);
    case 'sole':
      return translate('{component} gets a second owner: {person}', values);
    default:
      return translate('{component} gets one more owner: {person}', values);
  }
}

/** Why it is this person, a sentence each, without full stops. */
export function stepReasons(step: PlanStep, people: readonly Person[], translate: Translate): readonly string[] {
  const { reasons, isPinned, passedOver } = step;
  return [
    ...(isPinned ? [translate('Pinned', {})] : []),
    ...reasons.map(reason => reasonText(reason, people, translate)),
    ...(reasons.length === 0 ? [translate('Has not worked on it or beside it yet', {})] : []),
    ...(isPinned || passedOver === 0 ? [] : [passedOverText(passedOver, translate)]),
  ];
}

function passedOverText(people: number, translate: Translate): string {
  return people === 1
    ? translate('1 better placed person is needed elsewhere, or ruled out', {})
    : translate('{people} better placed people are needed elsewhere, or ruled out', {
        people: wholeNumber(people, translate),
      });
}

/** What a step changes, without a full stop: `known by one person → shared by 2; its truck factor 1 → 2`. */
export function stepEffect({ state, truckFactor, repository }: PlanStep, translate: Translate): string {
  const change = ({ before, after }: Change<number | null>): string => `${factor(before)} → ${factor(after)}`;
  const factor = (value: number | null): string =>
    value === null ? translate('none', {}) : wholeNumber(value, translate);
  return [
    `${stateText(state.before, 0, translate)} → ${stateText(state.after, state.before === 'shared' ? 0 : 2, translate)}`,
    translate('its truck factor {change}', { change: change(truckFactor) }),
    ...(repository.before === repository.after
      ? []
      : [translate('that of the repository {change}', { change: change(repository) })]),
  ].join('; ');
}

/** How urgent a component is: `operations, high risk`. */
export function urgencyText(component: Component, translate: Translate): string {
  const risk = translate('{level} risk', { level: riskText(component.risk.level, translate) });
  if (!isUrgent(component)) return risk;
  const urgent = component.criticality === 'high' ? translate('high criticality', {}) : translate('operations', {});
  return `${urgent}, ${risk}`;
}

/** Why a component comes where it does, without a full stop: how urgent it is, and the first reason of its risk. */
export function whyPlannedText(component: Component, people: readonly Person[], translate: Translate): string {
  const [first] = component.risk.reasons;
  const urgency = urgencyText(component, translate);
  return first === undefined ? urgency : `${urgency}; ${reasonText(first, people, translate)}`;
}

/** Why a component stays a single point, without a full stop. */
export function unsolvedText(
  { component, lacks, why, near }: Unsolved,
  people: readonly Person[],
  translate: Translate,
): string {
  const names = nearNames(near, people, translate);
  switch (why) {
    case 'nobodyNear':
      return noBackupText(component, translate);
    case 'ownsMost':
      return translate('only who owns most already has worked on it; pin them to plan it nevertheless', {});
    case 'passersBy':
      return translate('only people who passed by have worked on it or beside it; pin one to plan it nevertheless', {});
    case 'forbidden':
      return translate('everybody near it is ruled out', {});
    case 'oneNear':
      return lacks === 1
        ? translate('two people are needed, and only {names} is near it: it would be known by one person', { names })
        : translate('two people are needed, and only {names} is near it', { names });
    case 'noRoom':
      return lacks === 1
        ? translate('who is near it takes as much as allowed already: {names}', { names })
        : translate('two people are needed, and who is near it takes as much as allowed already: {names}', { names });
  }
}

const mostNamed = 3;

function nearNames(near: Unsolved['near'], people: readonly Person[], translate: Translate): string {
  const names = near.slice(0, mostNamed).map(person => personName(person, people, translate));
  const more = near.length - names.length;
  return more === 0
    ? names.join(', ')
    : translate('{names} and {more} more', { names: names.join(', '), more: wholeNumber(more, translate) });
}

/** Why a pin does not stay. */
export function droppedPinText({ pairing, why }: DroppedPin, people: readonly Person[], translate: Translate): string {
  const values = { person: personName(pairing.person, people, translate), component: printable(pairing.component) };
  switch (why) {
    case 'forbidden':
      return translate('{component} with {person} is pinned and ruled out; ruled out counts', values);
    case 'noComponent':
      return translate('There is no component {component} any more; it was pinned with {person}', values);
    case 'notActive':
      return translate('{component} was pinned with {person}, who is not active', values);
    case 'owner':
      return translate('{component} was pinned with {person}, who owns it already', values);
  }
}
