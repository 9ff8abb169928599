import { groupBy } from '../groupBy';
import type { Component, FileOwnership, PersonId, Snapshot, State } from '../model';
import { fileOwners } from '../ownership/fileOwners';
import { stateOf } from '../ownership/fileOwnership';
import { type OwnedAlike, smallestGroupOf } from '../ownership/smallestGroup';
import type { Change } from '../ownership/whatIf';
import { isCutOff } from '../snapshotLimits';
import type { ChosenStep, PlanStep } from './plan';

/**
 * What each step would change, after those before it: the state of the component, and truck factors by combined evidence,
 * the component's and the repository's, if the person became an owner of the files of it that have one, or where nobody owns
 * the component, of all. A truck factor counts the files that have an owner: so that of a component never falls, but whole
 * components that get their first owner can make that of the repository smaller.
 */
export function* planEffects(
  snapshot: Snapshot,
  steps: readonly ChosenStep[],
): Generator<undefined, readonly PlanStep[], undefined> {
  const owned = yield* PlannedOwners.of(snapshot);
  const owners = new Map<string, number>();
  const done: PlanStep[] = [];
  let group = owned.group(null);
  for (const step of steps) {
    const { component, person } = step;
    const count = owners.get(component.id) ?? component.owners.length;
    const own = owned.group(component.id);
    const before = group;
    owned.add(component.id, person, count === 0);
    owners.set(component.id, count + 1);
    // Who joins the owners of files makes no smaller group enough: one that still is stays the smallest.
    if (count === 0 || group === null || !owned.isEnough(group)) group = owned.group(null);
    done.push({
      ...step,
      state: stateChange(component, count),
      truckFactor: { before: sizeOf(own), after: sizeOf(owned.group(component.id)) },
      repository: { before: sizeOf(before), after: sizeOf(group) },
    });
    yield;
  }
  return done;
}

function sizeOf(group: ReadonlySet<PersonId> | null): number | null {
  return group?.size ?? null;
}

function stateChange({ state }: Component, owners: number): Change<State> {
  if (state === 'shared' || state === 'unknown') return { before: state, after: state };
  return { before: stateOf(owners), after: stateOf(owners + 1) };
}

/** The owners of every file as they would be. Of a component, files that the same people own are counted together. */
class PlannedOwners {
  readonly #isCut: boolean;
  /** By component; the empty name stands for files of none. */
  readonly #owned: Map<string, OwnedAlike[]>;

  private constructor(owned: Map<string, OwnedAlike[]>, isCut: boolean) {
    this.#owned = owned;
    this.#isCut = isCut;
  }

  static *of(snapshot: Snapshot): Generator<undefined, PlannedOwners, undefined> {
    const told = snapshot.files.filter(({ state }) => state !== 'unknown');
    const owned = new Map<string, OwnedAlike[]>();
    for (const [component, files] of groupBy(told, file => file.component ?? '')) {
      owned.set(component, ownedAlike(files));
      yield;
    }
    return new PlannedOwners(owned, isCutOff(snapshot));
  }

  /** Whose loss leaves more than half of a component without an owner, null: of the repository; null where it has none. */
  group(component: string | null): ReadonlySet<PersonId> | null {
    if (this.#isCut) return null;
    const all = component === null ? [...this.#owned.values()].flat() : (this.#owned.get(component) ?? []);
    const owned = all.filter(({ owners }) => owners.length > 0);
    return owned.length === 0 ? null : new Set(smallestGroupOf(owned).people);
  }

  /** Whether the loss of those people leaves more than half of the repository's files without an owner. */
  isEnough(people: ReadonlySet<PersonId>): boolean {
    let lost = 0;
    let total = 0;
    for (const owned of this.#owned.values()) {
      for (const { owners, files } of owned) {
        if (owners.length === 0) continue;
        total += files;
        if (owners.every(owner => people.has(owner))) lost += files;
      }
    }
    return lost * 2 > total;
  }

  /** @param all also of files that nobody owns */
  add(component: string, person: PersonId, all: boolean): void {
    const owned = this.#owned.get(component) ?? [];
    this.#owned.set(
      component,
      owned.map(({ owners, files }) => {
        const joins = (all || owners.length > 0) && !owners.includes(person);
        return { owners: joins ? [...owners, person] : owners, files };
      }),
    );
  }
}

function ownedAlike(files: readonly FileOwnership[]): OwnedAlike[] {
  const owned = groupBy(files, file =>
    fileOwners(file)
      .map(({ person }) => person)
      .sort((one, other) => one - other)
      .join(' '),
  );
  return [...owned.values()].map(alike => ({
    owners: fileOwners(alike[0] as FileOwnership).map(({ person }) => person),
    files: alike.length,
  }));
}
