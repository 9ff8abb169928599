import { folderOf } from '../components/repositoryPath';
import type { Familiarity } from '../grounds';
import type { Component } from '../model';
import { inOneGo, type Steps } from '../steps';

/** People considered as a backup from the components beside one. */
const nearbyPeople = 40;

/** What one person has done in a neighbour of a component. */
export interface Nearby extends Familiarity {
  /** Name of the neighbour. */
  readonly component: string;
}

/** What the choice of a backup for one component knows of all the others. */
export interface Surroundings {
  /** Active people who work beside a component, by its id: in those of its folder; when there are none, in all. */
  readonly nearby: (id: string) => readonly Nearby[];
  /** How many components each person is the only owner of. */
  readonly load: ReadonlyMap<number, number>;
  /** What each person owns: components by the logarithm of their size, each divided by its owners. */
  readonly burden: ReadonlyMap<number, number>;
}

type Around = Pick<Component, 'id' | 'name' | 'files' | 'state' | 'owners'> & {
  readonly grounds: Pick<Component['grounds'], 'familiar'>;
};

/** Looks around all components at once. */
export function surroundingsOf(components: readonly Around[]): Surroundings {
  return inOneGo(surroundingsInSteps(components));
}

/** The same in short steps, for who must not hold a thread. */
export function* surroundingsInSteps(components: readonly Around[]): Steps<Surroundings> {
  const neighbours = new Neighbourhoods();
  const load = new Map<number, number>();
  const burden = new Map<number, number>();
  for (const [at, component] of components.entries()) {
    neighbours.add(component);
    addLoad(load, component);
    addBurden(burden, component);
    if (at % componentsPerStep === componentsPerStep - 1) yield;
  }
  // So that who owns as much as somebody else does so in whatever order components are added up.
  for (const [person, own] of burden) burden.set(person, Math.round(own * 1e6) / 1e6);
  return { nearby: id => neighbours.of(id), load, burden };
}

const componentsPerStep = 50;

type Neighbour = Nearby & { readonly id: string };

/** Who works in the components beside each other, under one folder, and in all of them. */
class Neighbourhoods {
  readonly #all: Neighbour[] = [];
  readonly #byFolder = new Map<string, Neighbour[]>([['', this.#all]]);

  add({ id, name, grounds }: Around): void {
    const folder = folderOf(id);
    const beside = this.#byFolder.get(folder) ?? [];
    this.#byFolder.set(folder, beside);
    for (const entry of grounds.familiar.slice(0, nearbyPeople)) {
      const neighbour = { ...entry, component: name, id };
      keep(beside, neighbour);
      if (beside !== this.#all) keep(this.#all, neighbour);
    }
  }

  /** Those of its folder, or where there are none, of all. */
  of(id: string): readonly Nearby[] {
    const beside = firstOthers(this.#byFolder.get(folderOf(id)) ?? [], id);
    return beside.length > 0 ? beside : firstOthers(this.#all, id);
  }
}

/** Of a folder no more are looked at, a component's own left out: those are at most half of them. */
const mostPeople = 2 * nearbyPeople;

/** Puts someone in their place among those who did more and those who did less. */
function keep(people: Neighbour[], neighbour: Neighbour): void {
  const last = people.at(-1);
  if (people.length === mostPeople && last !== undefined && compareNeighbours(neighbour, last) > 0) return;
  let from = 0;
  for (let to = people.length; from < to; ) {
    const middle = (from + to) >> 1;
    if (compareNeighbours(neighbour, people[middle] as Neighbour) > 0) from = middle + 1;
    else to = middle;
  }
  people.splice(from, 0, neighbour);
  if (people.length > mostPeople) people.pop();
}

function compareNeighbours(a: Neighbour, b: Neighbour): number {
  return b.touches - a.touches || a.person - b.person || (a.id < b.id ? -1 : 1);
}

function firstOthers(people: readonly Neighbour[], own: string): Neighbour[] {
  const others: Neighbour[] = [];
  for (const entry of people) {
    if (entry.id !== own && others.push(entry) === nearbyPeople) break;
  }
  return others;
}

function addLoad(load: Map<number, number>, { state, owners }: Around): void {
  const owner = state === 'sole' ? owners[0] : undefined;
  if (owner) load.set(owner.person, (load.get(owner.person) ?? 0) + 1);
}

/** Twice the files are not twice the work; what several own they share. */
function addBurden(burden: Map<number, number>, { files, owners }: Around): void {
  const part = Math.log2(1 + files) / owners.length;
  for (const { person } of owners) burden.set(person, (burden.get(person) ?? 0) + part);
}
