import { Heap } from '../../heap';
import type { Steps } from '../../steps';
import type { Place } from './places';

/** Who takes which place, with the proof that no other choice loses less. */
export interface BestChoice {
  /** People of each place. */
  readonly people: readonly (readonly number[])[];
  /** What all of them lose together. */
  readonly loss: number;
  /** No choice loses less: the value of the dual problem. Equal to `loss` where that is proven to be the least. */
  readonly atLeast: number;
}

/**
 * Who takes which place, so that all of them together lose as little as possible: a transportation problem, solved by
 * shortest augmenting paths with potentials (Edmonds and Karp 1972; Tomizawa 1971). Places are filled one person after the
 * other, and each time the cheapest chain of changes is made.
 *
 * @param counts how many people each place gets; together they must fit into the room, as {@link fillPlaces} sees to
 * @param room how many places each person can take
 * @returns in short steps, for who must not hold a thread
 */
export function* chooseBest(
  places: readonly Place[],
  counts: readonly number[],
  room: readonly number[],
): Steps<BestChoice> {
  const choice = new Choice(places, room);
  for (const [place, count] of counts.entries()) {
    for (let taken = 0; taken < count; taken++) choice.fill(place);
    yield;
  }
  return { people: choice.people(), ...choice.value(counts) };
}

class Choice {
  /** By place; made for those that somebody may be taken away from. */
  private readonly losses = new Map<number, ReadonlyMap<number, number>>();
  private readonly taken: readonly Set<number>[];
  private readonly takenBy: readonly Set<number>[];
  private readonly left: number[];
  /** Potentials; that of the end, where everyone with room leads to, stays 0. */
  private readonly placePrice: number[];
  private readonly personPrice: number[];

  constructor(
    private readonly places: readonly Place[],
    private readonly room: readonly number[],
  ) {
    this.taken = places.map(() => new Set());
    this.takenBy = room.map(() => new Set());
    this.left = [...room];
    this.placePrice = places.map(() => 0);
    this.personPrice = room.map(() => 0);
  }

  /** Gives a place one person more, at the least loss for all. */
  fill(place: number): void {
    if (this.taken[place]?.size === 0) this.placePrice[place] = this.leastPrice(place);
    const reached = this.search(place);
    if (reached === null) throw new Error('There is no room for a place that was to be filled.');
    for (let person: number | null = reached.last; person !== null; ) {
      const step = reached.cameFrom.get(person);
      if (step === undefined) break;
      if (step.goes !== null) {
        this.taken[step.place]?.delete(step.goes);
        this.takenBy[step.goes]?.delete(step.place);
      }
      this.taken[step.place]?.add(person);
      this.takenBy[person]?.add(step.place);
      person = step.goes;
    }
    this.left[reached.last] = (this.left[reached.last] ?? 0) - 1;
  }

  people(): number[][] {
    return this.taken.map(taken => [...taken].sort((a, b) => a - b));
  }

  /** The loss, and the bound that the potentials prove by weak duality. */
  value(counts: readonly number[]): { readonly loss: number; readonly atLeast: number } {
    let loss = 0;
    let atLeast = 0;
    const worth = this.personPrice.map(price => Math.max(0, -price));
    for (const [place, { offers }] of this.places.entries()) {
      const pays = -(this.placePrice[place] ?? 0);
      const count = counts[place] ?? 0;
      if (count === 0) continue;
      atLeast += count * pays;
      for (const offer of offers) {
        atLeast -= Math.max(0, pays - (worth[offer.person] ?? 0) - offer.loss);
        if (this.taken[place]?.has(offer.person)) loss += offer.loss;
      }
    }
    for (const [person, room] of this.room.entries()) atLeast -= Math.max(0, room) * (worth[person] ?? 0);
    return { loss, atLeast };
  }

  private lossOf(place: number): ReadonlyMap<number, number> {
    const known = this.losses.get(place);
    if (known !== undefined) return known;
    const losses = new Map((this.places[place]?.offers ?? []).map(({ person, loss }) => [person, loss]));
    this.losses.set(place, losses);
    return losses;
  }

  /** The price at which no offer of a place that has nobody yet is better than free. */
  private leastPrice(place: number): number {
    const prices = (this.places[place]?.offers ?? []).map(({ person, loss }) => (this.personPrice[person] ?? 0) - loss);
    return Math.max(...prices);
  }

  /** Dijkstra over people; each place between two of them gives one up and takes the other. */
  private search(from: number): Reached | null {
    const distances = new Map<number, number>();
    const placesAt = new Map<number, number>();
    const cameFrom = new Map<number, Step>();
    const settled = new Set<number>();
    const entries: Entry[] = [];
    const heap = new Heap((one, other) => isNearer(entries[one], entries[other]));
    const leave = (place: number, distance: number, goes: number | null): void => {
      placesAt.set(place, Math.min(distance, placesAt.get(place) ?? Number.POSITIVE_INFINITY));
      for (const { person, loss } of this.places[place]?.offers ?? []) {
        if (settled.has(person) || this.taken[place]?.has(person)) continue;
        const there = distance + loss + (this.placePrice[place] ?? 0) - (this.personPrice[person] ?? 0);
        if (there >= (distances.get(person) ?? Number.POSITIVE_INFINITY)) continue;
        distances.set(person, there);
        cameFrom.set(person, { place, goes });
        heap.push(entries.push({ distance: there, person }) - 1);
      }
    };
    leave(from, 0, null);
    let end: { readonly distance: number; readonly last: number } | null = null;
    for (let next = entries[heap.pop()]; next !== undefined; next = entries[heap.pop()]) {
      const { distance, person } = next;
      if (end !== null && distance >= end.distance) break;
      if (settled.has(person) || distance > (distances.get(person) ?? 0)) continue;
      settled.add(person);
      if ((this.left[person] ?? 0) > 0) {
        const there = distance + (this.personPrice[person] ?? 0);
        if (end === null || there < end.distance) end = { distance: there, last: person };
      }
      for (const place of this.takenBy[person] ?? []) {
        const back = this.lossOf(place).get(person) ?? 0;
        leave(place, distance - back + (this.personPrice[person] ?? 0) - (this.placePrice[place] ?? 0), person);
      }
    }
    if (end === null) return null;
    this.raise(placesAt, distances, end.distance);
    return { last: end.last, cameFrom };
  }

  /** Keeps every step from now on at no less than nothing. */
  private raise(placesAt: ReadonlyMap<number, number>, distances: ReadonlyMap<number, number>, end: number): void {
    // Potentials rise by the distance, at most by that of the end; all of them are put down by that of the end again.
    for (const [place, distance] of placesAt) {
      if (distance < end) this.placePrice[place] = (this.placePrice[place] ?? 0) + distance - end;
    }
    for (const [person, distance] of distances) {
      if (distance < end) this.personPrice[person] = (this.personPrice[person] ?? 0) + distance - end;
    }
  }
}

interface Entry {
  readonly distance: number;
  readonly person: number;
}

/** Of two as near, the one with the smaller number. */
function isNearer(one: Entry | undefined, other: Entry | undefined): boolean {
  if (one === undefined || other === undefined) return false;
  return one.distance === other.distance ? one.person < other.person : one.distance < other.distance;
}

interface Step {
  readonly place: number;
  /** Whom the place gives up. */
  readonly goes: number | null;
}

interface Reached {
  readonly last: number;
  readonly cameFrom: ReadonlyMap<number, Step>;
}
