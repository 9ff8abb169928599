import type { Steps } from '../steps';
import type { OwnedAlike } from './ownerSets';

const setsPerStep = 5_000;

/**
 * Sets of owners to be counted with. People and sets are told by their places. What is of each lies one after the other in one
 * array, since tens of thousands of small ones would take more to throw away than the counting takes.
 */
export class OwnedSets {
  /** By number. */
  readonly people: readonly number[];
  /** Of each set. */
  readonly files: Int32Array;
  /** Those of a set are from its start to that of the next one. */
  readonly owners: Int32Array;
  readonly ownersFrom: Int32Array;
  /** The same of people. */
  readonly setsOf: Int32Array;
  readonly setsFrom: Int32Array;

  private constructor(sets: readonly OwnedAlike[], people: readonly number[], owners: Int32Array) {
    this.people = people;
    this.files = Int32Array.from(sets, ({ files }) => files);
    this.owners = owners;
    this.ownersFrom = startsOf(sets.map(set => set.owners.length));
    const counts = new Array<number>(people.length).fill(0);
    for (const owner of owners) counts[owner] = (counts[owner] ?? 0) + 1;
    this.setsFrom = startsOf(counts);
    this.setsOf = new Int32Array(owners.length);
    const next = this.setsFrom.slice();
    for (let set = 0; set < sets.length; set++) {
      for (let at = this.first(set); at < this.first(set + 1); at++) {
        const owner = this.owner(at);
        const place = next[owner] ?? 0;
        this.setsOf[place] = set;
        next[owner] = place + 1;
      }
    }
  }

  static *of(sets: readonly OwnedAlike[]): Steps<OwnedSets> {
    const found = new Set<number>();
    let length = 0;
    for (const [set, { owners }] of sets.entries()) {
      for (const owner of owners) found.add(owner);
      length += owners.length;
      if (set % setsPerStep === setsPerStep - 1) yield;
    }
    const people = [...found].sort((a, b) => a - b);
    const placeOf = new Map(people.map((person, place) => [person, place]));
    const owners = new Int32Array(length);
    let at = 0;
    for (const [set, alike] of sets.entries()) {
      for (const owner of alike.owners) owners[at++] = placeOf.get(owner) ?? 0;
      if (set % setsPerStep === setsPerStep - 1) yield;
    }
    return new OwnedSets(sets, people, owners);
  }

  get sets(): number {
    return this.files.length;
  }

  /** Where the owners of a set begin; of one after the last, where all end. */
  first(set: number): number {
    return this.ownersFrom[set] ?? 0;
  }

  owner(at: number): number {
    return this.owners[at] ?? 0;
  }

  filesOf(set: number): number {
    return this.files[set] ?? 0;
  }
}

function startsOf(lengths: readonly number[]): Int32Array {
  const starts = new Int32Array(lengths.length + 1);
  let sum = 0;
  for (const [at, length] of lengths.entries()) {
    sum += length;
    starts[at + 1] = sum;
  }
  return starts;
}
