import { groupBy } from '../groupBy';
import type { Component, PersonId, Reason, Snapshot, State } from '../model';
import type { Change } from '../ownership/whatIf';
import { singlePointComponents } from '../report/singlePoints';
import { inOneGo, type Steps } from '../steps';
import { chooseBest } from './assign/chooseBest';
import { fillPlaces } from './assign/fillPlaces';
import type { Place } from './assign/places';
import { type Candidate, mostBurdened } from './backup';
import { type CandidateSearch, candidateSearchInSteps } from './componentCandidates';
import { type DroppedPin, settlePins } from './pins';
import { planEffects } from './planEffects';
import { type Pairing, type PlanOptions, plannedRisks } from './planOptions';
import { roomOf } from './room';

/** One person takes over one component. */
export interface PlanStep {
  readonly component: Component;
  readonly person: PersonId;
  /** Why this person; empty for who is pinned and has done nothing near it. */
  readonly reasons: readonly Reason[];
  readonly isPinned: boolean;
  /** Among all who are near the component the best placed is 1; null for who is not near. */
  readonly choice: number | null;
  /** People who are better placed and do not take it over: other components need them, or they are ruled out. */
  readonly passedOver: number;
  /** What the steps before and this one make of the component. */
  readonly state: Change<State>;
  /** Its truck factor by combined evidence, see {@link planEffects}; null where none can be told. */
  readonly truckFactor: Change<number | null>;
  /** The same of the repository. */
  readonly repository: Change<number | null>;
}

/**
 * `nobodyNear`: nobody active has worked on it or beside it. `ownsMost`: only who owns most already has. `passersBy`: only who
 * passed by has. `forbidden`: all others who have are ruled out. `oneNear`: two are needed, one has. `noRoom`: who has takes over
 * as much as allowed.
 */
export type Obstacle = 'nobodyNear' | 'ownsMost' | 'passersBy' | 'forbidden' | 'oneNear' | 'noRoom';

/** A single point that the plan does not end. */
export interface Unsolved {
  readonly component: Component;
  /** Owners that it still lacks. */
  readonly lacks: number;
  readonly why: Obstacle;
  /** Who is near it, did not just pass by and was not ruled out, the best placed first. */
  readonly near: readonly PersonId[];
}

export interface SpreadPlan {
  readonly snapshot: Snapshot;
  readonly options: PlanOptions;
  /** Most urgent component first. */
  readonly steps: readonly PlanStep[];
  readonly unsolved: readonly Unsolved[];
  readonly droppedPins: readonly DroppedPin[];
  /** Single points that were to end. */
  readonly planned: number;
  /** No other choice of people ends more of what comes first, and none that ends the same fits better. */
  readonly isProven: boolean;
}

/** What comes before everything else: what is needed when something breaks, and what is marked as critical. */
export function isUrgent({ kind, criticality }: Component): boolean {
  return kind === 'operations' || criticality === 'high';
}

/**
 * Who should take over which component, so that no single point of a risk is left: one more person for a component that one
 * person owns, two for one that nobody active does. Accepted risks are left alone.
 *
 * Whoever is near takes part who did not just pass by, and nobody takes over more than they have room for ({@link roomOf}).
 * Where that is not enough for all, what is urgent comes first, then what ends most risk with each person it needs
 * ({@link fillPlaces}). Then everyone is chosen so that all fit as well as they can: what is lost by a choice is how far its
 * score is below that of the component's best placed person ({@link chooseBest}).
 */
export function planSpread(snapshot: Snapshot, options: PlanOptions): SpreadPlan {
  return inOneGo(planSpreadInSteps(snapshot, options));
}

/** The same in short steps, for who must not hold a thread. */
export function* planSpreadInSteps(snapshot: Snapshot, options: PlanOptions): Steps<SpreadPlan> {
  const { people } = snapshot;
  const search = yield* candidateSearchInSteps(snapshot);
  yield;
  const { pins, dropped } = settlePins(snapshot, options);
  const planned = plannedComponents(snapshot, options.risk);
  const tasks: Task[] = [];
  for (const component of planned) {
    tasks.push(taskOf(component, search, pins, options.forbidden));
    yield;
  }
  tasks.sort(byWorth);
  const room = roomOf(people.length, options.mostPerPerson, search.burden, countBy(pins));
  const places: Place[] = [];
  for (const task of tasks) {
    places.push(placeOf(task));
    yield;
  }
  const counts = yield* fillPlaces(places, room);
  const best = yield* chooseBest(places, counts, room);
  yield;
  const chosen = tasks.flatMap(({ component, ranked }, place) => {
    const group = best.people[place] ?? [];
    return group
      .map(person => ({ component, person, isPinned: false, ...standingOf(person, group, ranked) }))
      .sort((one, other) => (one.choice ?? 0) - (other.choice ?? 0));
  });
  const steps = yield* planEffects(snapshot, inOrder([...pinnedSteps(snapshot, pins, search), ...chosen]));
  yield;
  const unsolved: Unsolved[] = [];
  for (const [place, task] of tasks.entries()) {
    unsolved.push(...unsolvedOf(task, counts[place] ?? 0, search));
    yield;
  }
  return {
    ...{ snapshot, options, steps },
    unsolved: unsolved.sort((one, other) => byPriority(one.component, other.component)),
    droppedPins: dropped,
    planned: planned.length,
    isProven: best.loss === best.atLeast,
  };
}

/** A step before it is said what it changes. */
export type ChosenStep = Omit<PlanStep, 'state' | 'truckFactor' | 'repository'>;

/** Single points of that risk and higher. */
function plannedComponents(snapshot: Snapshot, risk: PlanOptions['risk']): readonly Component[] {
  const levels: readonly string[] = plannedRisks.slice(0, plannedRisks.indexOf(risk) + 1);
  return singlePointComponents(snapshot).filter(component => levels.includes(component.risk.level));
}

/** A component, and who could take it over. */
interface Task {
  readonly component: Component;
  readonly needed: number;
  /** Everyone near it, the best placed first. */
  readonly ranked: readonly Candidate[];
  /** Those of them who did not just pass by and are neither ruled out nor pinned to it. */
  readonly free: readonly Candidate[];
}

function taskOf(
  component: Component,
  search: CandidateSearch,
  pins: readonly Pairing[],
  forbidden: readonly Pairing[],
): Task {
  const peopleIn = (pairings: readonly Pairing[]): number[] =>
    pairings.filter(pairing => pairing.component === component.id).map(({ person }) => person);
  const settled = peopleIn(pins);
  const ruledOut = new Set([...settled, ...peopleIn(forbidden)]);
  const ranked = search.of(component);
  const lacks = component.state === 'sole' ? 1 : 2;
  return {
    component,
    needed: Math.max(0, lacks - settled.length),
    ranked,
    free: ranked.filter(({ person, isPasserBy }) => !isPasserBy && !ruledOut.has(person)),
  };
}

/** What is urgent comes first, then what ends most risk with each person it needs. */
function byWorth(one: Task, other: Task): number {
  const byUrgent = Number(isUrgent(other.component)) - Number(isUrgent(one.component));
  const worth = ({ component, needed }: Task): number => component.risk.score / Math.max(1, needed);
  return byUrgent || worth(other) - worth(one) || byPriority(one.component, other.component);
}

/** Losses are told in thousandths of the best score. */
const thousandths = 1000;

function placeOf({ needed, free }: Task): Place {
  const best = free[0]?.score ?? 1;
  return {
    needed,
    offers: free.map(({ person, score }) => ({ person, loss: Math.round(thousandths * (1 - score / best)) })),
  };
}

function standingOf(
  person: PersonId,
  group: readonly PersonId[],
  ranked: readonly Candidate[],
): Pick<PlanStep, 'reasons' | 'choice' | 'passedOver'> {
  const at = ranked.findIndex(candidate => candidate.person === person);
  const better = ranked.slice(0, Math.max(0, at));
  return {
    reasons: ranked[at]?.reasons ?? [],
    choice: at < 0 ? null : at + 1,
    passedOver: better.filter(candidate => !candidate.isPasserBy && !group.includes(candidate.person)).length,
  };
}

function pinnedSteps({ components }: Snapshot, pins: readonly Pairing[], search: CandidateSearch): ChosenStep[] {
  return components.flatMap(component => {
    const own = pins.filter(pin => pin.component === component.id);
    const ranked = own.length === 0 ? [] : search.of(component);
    const group = own.map(({ person }) => person);
    return group.map(person => ({ component, person, isPinned: true, ...standingOf(person, group, ranked) }));
  });
}

/** By component as they are to be done; within one, what is pinned first. */
function inOrder(steps: readonly ChosenStep[]): readonly ChosenStep[] {
  const byComponent = groupBy(steps, ({ component }) => component.id);
  const components = [...new Set(steps.map(({ component }) => component))].sort(byPriority);
  return components.flatMap(({ id }) => byComponent.get(id) ?? []);
}

/** What is urgent first, then by risk. */
function byPriority(one: Component, other: Component): number {
  const byUrgent = Number(isUrgent(other)) - Number(isUrgent(one));
  return byUrgent || other.risk.score - one.risk.score || other.files - one.files || (one.id < other.id ? -1 : 1);
}

function unsolvedOf(task: Task, count: number, search: CandidateSearch): Unsolved[] {
  const { component, needed, free } = task;
  if (count === needed) return [];
  const near = free.map(({ person }) => person);
  return [{ component, lacks: needed - count, near, why: obstacleOf(task, search) }];
}

function obstacleOf({ component, needed, ranked, free }: Task, { burden }: CandidateSearch): Obstacle {
  if (free.length >= needed) return 'noRoom';
  if (free.length > 0) return 'oneNear';
  if (ranked.some(({ isPasserBy }) => !isPasserBy)) return 'forbidden';
  const heaviest = mostBurdened(burden);
  const owns = component.owners.some(({ person }) => person === heaviest);
  if (!owns && component.grounds.familiar.some(({ person }) => person === heaviest)) return 'ownsMost';
  return ranked.length > 0 ? 'passersBy' : 'nobodyNear';
}

function countBy(pairings: readonly Pairing[]): Map<PersonId, number> {
  const counts = new Map<PersonId, number>();
  for (const { person } of pairings) counts.set(person, (counts.get(person) ?? 0) + 1);
  return counts;
}
