import type { Component, FileOwnership, PersonId, Snapshot, State } from '../model';
import { fileOwners } from '../ownership/fileOwners';
import { stateOf } from '../ownership/fileOwnership';
import { truckFactorOf } from '../ownership/truckFactor';
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
  const owned = new PlannedOwners(snapshot);
  const owners = new Map<string, number>();
  const done: PlanStep[] = [];
  let before = owned.truckFactor(null);
  for (const step of steps) {
    const { component, person } = step;
    const count = owners.get(component.id) ?? component.owners.length;
    const own = owned.truckFactor(component.id);
    owned.add(component.id, person, count === 0);
    owners.set(component.id, count + 1);
    const after = owned.truckFactor(null);
    done.push({
      ...step,
      state: stateChange(component, count),
      truckFactor: { before: own, after: owned.truckFactor(component.id) },
      repository: { before, after },
    });
    before = after;
    yield;
  }
  return done;
}

function stateChange({ state }: Component, owners: number): Change<State> {
  if (state === 'shared' || state === 'unknown') return { before: state, after: state };
  return { before: stateOf(owners), after: stateOf(owners + 1) };
}

/** The owners of every file as they would be. */
class PlannedOwners {
  readonly #isCut: boolean;
  /** By component; the empty name stands for files of none. */
  readonly #owners = new Map<string, PersonId[][]>();

  constructor(snapshot: Snapshot) {
    this.#isCut = isCutOff(snapshot);
    for (const file of snapshot.files) if (file.state !== 'unknown') this.#addFile(file);
  }

  /** Of a component; null: of the repository. */
  truckFactor(component: string | null): number | null {
    if (this.#isCut) return null;
    const files = component === null ? [...this.#owners.values()].flat() : (this.#owners.get(component) ?? []);
    return truckFactorOf('combined', files).value;
  }

  /** @param all also of files that nobody owns */
  add(component: string, person: PersonId, all: boolean): void {
    for (const owners of this.#owners.get(component) ?? []) {
      if ((all || owners.length > 0) && !owners.includes(person)) owners.push(person);
    }
  }

  #addFile(file: FileOwnership): void {
    const owners = fileOwners(file).map(({ person }) => person);
    const key = file.component ?? '';
    const known = this.#owners.get(key);
    if (known === undefined) this.#owners.set(key, [owners]);
    else known.push(owners);
  }
}
