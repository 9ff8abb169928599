import type { Component, FileOwnership, Person, Runbook, Snapshot, State } from '../model';
import { inOneGo, type Steps } from '../steps';
import type { TruckFactor } from '../truckFactor';
import { withoutPeopleInSteps } from './withoutPeople';

/** Something whose state would change. */
export interface Change<T> {
  readonly before: T;
  readonly after: T;
}

/** What would be if some people were away. */
export interface WhatIf {
  /** Who is thought away. */
  readonly people: readonly Person[];
  readonly before: Snapshot;
  readonly after: Snapshot;
  /** Components that become sole-owned or orphaned, riskiest first; the ones after hold the best backup among who stays. */
  readonly components: readonly Change<Component>[];
  /** Files that do, by path. */
  readonly files: readonly Change<FileOwnership>[];
  /** Runbooks of which no author who is active would stay, by path. */
  readonly runbooks: readonly Runbook[];
  /** Those that tell of active people. */
  readonly truckFactors: readonly Change<TruckFactor>[];
}

const gravity: Readonly<Record<State, number>> = { unknown: 0, shared: 0, sole: 1, orphaned: 2 };

/**
 * What becomes known by one person or by nobody if those people are away, from a Snapshot alone. Everything of a
 * Snapshot afterwards is in `after`, see `withoutPeople`. Ids that nobody has are left out.
 */
export function whatIf(snapshot: Snapshot, away: Iterable<number>): WhatIf {
  return inOneGo(whatIfInSteps(snapshot, away));
}

const filesPerStep = 1_000;

/** The same in short steps, for who must not hold a thread. */
export function* whatIfInSteps(snapshot: Snapshot, away: Iterable<number>): Steps<WhatIf> {
  const gone = new Set(away);
  const after = yield* withoutPeopleInSteps(snapshot, gone);
  yield;
  const components = new Map(snapshot.components.map(component => [component.id, component]));
  yield;
  const files: Change<FileOwnership>[] = [];
  for (const [index, file] of after.files.entries()) {
    files.push(...worse(snapshot.files[index], file));
    if (index % filesPerStep === filesPerStep - 1) yield;
  }
  return {
    people: snapshot.people.filter(({ id }) => gone.has(id)),
    before: snapshot,
    after,
    components: after.components.flatMap(component => worse(components.get(component.id), component)),
    files,
    runbooks: snapshot.runbooks.filter(runbook => losesLastAuthor(runbook, snapshot.people, gone)),
    truckFactors: (['combined', 'activity', 'lines'] as const)
      .map(definition => ({ before: snapshot.truckFactor[definition], after: after.truckFactor[definition] }))
      .filter(({ before }) => before.value !== null),
  };
}

function worse<T extends { readonly state: State }>(before: T | undefined, after: T): Change<T>[] {
  return before !== undefined && gravity[after.state] > gravity[before.state] ? [{ before, after }] : [];
}

function losesLastAuthor({ authors }: Runbook, people: readonly Person[], away: ReadonlySet<number>): boolean {
  const active = authors.filter(({ person }) => people[person]?.active === true);
  return active.length > 0 && active.every(({ person }) => away.has(person));
}
