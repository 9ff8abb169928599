import { folderOf } from '../components/repositoryPath';
import type { Familiarity } from '../grounds';
import type { Component } from '../model';

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
  /** Active people, most commits first. */
  readonly familiar: readonly Familiarity[];
};

/** Looks around all components at once. */
export function surroundingsOf(components: readonly Around[]): Surroundings {
  const neighbours = neighbourhoods(components);
  return { nearby: id => nearbyOf(id, neighbours), load: soleLoad(components), burden: burdenOf(components) };
}

type Neighbour = Nearby & { readonly id: string };

/** Who works in the components beside each other, under one folder; and in all of them, under the empty name. */
function neighbourhoods(components: readonly Around[]): ReadonlyMap<string, readonly Neighbour[]> {
  const byFolder = new Map<string, Neighbour[]>([['', []]]);
  const add = (folder: Neighbour[], people: readonly Neighbour[]): void => {
    folder.push(...people);
    if (folder.length > manyPeople) keepFirst(folder);
  };
  for (const { id, name, familiar } of components) {
    const people = familiar.slice(0, nearbyPeople).map((entry): Neighbour => ({ ...entry, component: name, id }));
    const folder = folderOf(id);
    const beside = byFolder.get(folder) ?? [];
    add(beside, people);
    byFolder.set(folder, beside);
    if (folder !== '') add(byFolder.get('') ?? [], people);
  }
  for (const people of byFolder.values()) keepFirst(people);
  return byFolder;
}

/** Of a folder no more are looked at, a component's own left out: those are at most half of them. */
const mostPeople = 2 * nearbyPeople;
/** The rest is dropped meanwhile, so that not all people of thousands of components are sorted at once. */
const manyPeople = 20 * mostPeople;

function keepFirst(people: Neighbour[]): void {
  people.sort((a, b) => b.touches - a.touches || a.person - b.person || (a.id < b.id ? -1 : 1));
  people.length = Math.min(people.length, mostPeople);
}

function nearbyOf(id: string, neighbours: ReadonlyMap<string, readonly Neighbour[]>): readonly Nearby[] {
  const firstOthers = (people: readonly Neighbour[]): Neighbour[] => {
    const others: Neighbour[] = [];
    for (const entry of people) {
      if (entry.id !== id && others.push(entry) === nearbyPeople) {
        break;
      }
    }
    return others;
  };
  const beside = firstOthers(neighbours.get(folderOf(id)) ?? []);
  return beside.length > 0 ? beside : firstOthers(neighbours.get('') ?? []);
}

function soleLoad(components: readonly Around[]): Map<number, number> {
  const load = new Map<number, number>();
  for (const { state, owners } of components) {
    const owner = state === 'sole' ? owners[0] : undefined;
    if (owner) {
      load.set(owner.person, (load.get(owner.person) ?? 0) + 1);
    }
  }
  return load;
}

/**
 * Twice the files are not twice the work; what several own they share. Rounded, so that who owns as much as somebody else
 * does so in whatever order components are added up.
 */
function burdenOf(components: readonly Around[]): Map<number, number> {
  const burden = new Map<number, number>();
  for (const { files, owners } of components) {
    for (const { person } of owners) {
      burden.set(person, (burden.get(person) ?? 0) + Math.log2(1 + files) / owners.length);
    }
  }
  for (const [person, own] of burden) burden.set(person, Math.round(own * 1e6) / 1e6);
  return burden;
}
