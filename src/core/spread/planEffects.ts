import type { Component, PersonId, Snapshot, State } from '../model';
import { fileOwners } from '../ownership/fileOwners';
import { stateOf } from '../ownership/fileOwnership';
import { OwnerSets } from '../ownership/ownerSets';
import { smallestGroupInSteps } from '../ownership/smallestGroup';
import type { Change } from '../ownership/whatIf';
import { isCutOff } from '../snapshotLimits';
import type { Steps } from '../steps';
import type { ChosenStep, PlanStep } from './plan';

/**
 * What each step would change, after those before it: the state of the component, and truck factors by combined evidence,
 * the component's and the repository's, if the person became an owner of the files of it that have one, or where nobody owns
 * the component, of all. A truck factor counts the files that have an owner: so that of a component never falls, but whole
 * components that get their first owner can make that of the repository smaller.
 */
export function* planEffects(snapshot: Snapshot, steps: readonly ChosenStep[]): Steps<readonly PlanStep[]> {
  const owned = yield* PlannedOwners.of(snapshot);
  const owners = new Map<string, number>();
  const done: PlanStep[] = [];
  let group = yield* owned.group(null);
  for (const step of steps) {
    const { component, person } = step;
    const count = owners.get(component.id) ?? component.owners.length;
    const own = yield* owned.group(component.id);
    const before = group;
    owned.add(component.id, person, count === 0);
    owners.set(component.id, count + 1);
    // Who joins the owners of files makes no smaller group enough: one that still is stays the smallest.
    if (count === 0 || group === null || !owned.isEnough(group)) group = yield* owned.group(null);
    const after = yield* owned.group(component.id);
    done.push({
      ...step,
      state: stateChange(component, count),
      truckFactor: { before: sizeOf(own), after: sizeOf(after) },
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

const filesPerStep = 500;

/** The owners of every file as they would be. */
class PlannedOwners {
  readonly #isCut: boolean;
  /** By component; the empty name stands for files of none. */
  readonly #byComponent: Map<string, OwnerSets>;
  readonly #all: OwnerSets;

  private constructor(byComponent: Map<string, OwnerSets>, all: OwnerSets, isCut: boolean) {
    this.#byComponent = byComponent;
    this.#all = all;
    this.#isCut = isCut;
  }

  static *of(snapshot: Snapshot): Steps<PlannedOwners> {
    const byComponent = new Map<string, OwnerSets>();
    const all = new OwnerSets();
    for (const [at, file] of snapshot.files.entries()) {
      if (at % filesPerStep === filesPerStep - 1) yield;
      if (file.state === 'unknown') continue;
      const component = file.component ?? '';
      const own = byComponent.get(component) ?? new OwnerSets();
      byComponent.set(component, own);
      const owners = fileOwners(file).map(({ person }) => person);
      own.add(owners, 1);
      all.add(owners, 1);
    }
    return new PlannedOwners(byComponent, all, isCutOff(snapshot));
  }

  /** Whose loss leaves more than half of a component without an owner, null: of the repository; null where it has none. */
  *group(component: string | null): Steps<ReadonlySet<PersonId> | null> {
    const owned = component === null ? this.#all : this.#byComponent.get(component);
    if (this.#isCut || owned === undefined) return null;
    const group = yield* smallestGroupInSteps(owned);
    return group && new Set(group.people);
  }

  /** Whether the loss of those people leaves more than half of the repository's files without an owner. */
  isEnough(people: ReadonlySet<PersonId>): boolean {
    return this.#all.filesOfOnly(people) * 2 > this.#all.files;
  }

  /** @param all also of files that nobody owns */
  add(component: string, person: PersonId, all: boolean): void {
    const own = this.#byComponent.get(component);
    for (const { owners, files } of own?.all ?? []) {
      if (owners.includes(person) || (owners.length === 0 && !all)) continue;
      for (const sets of [own, this.#all]) {
        sets?.add(owners, -files);
        sets?.add([...owners, person], files);
      }
    }
  }
}
