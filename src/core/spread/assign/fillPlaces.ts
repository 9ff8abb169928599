import type { Steps } from '../../steps';
import type { Place } from './places';

/**
 * How many people each place gets: all it needs wherever that is possible together with the places before it, then one
 * person for those of the others that need two.
 *
 * That is the best there is in the order of the places, whoever is then chosen: a place is passed over only when no way of
 * moving the people of the places before it would make room (augmenting paths, Berge 1957). Where each place needs one person,
 * it also is the most places, and the most by any weights that fall in their order, because sets of places that can be filled
 * together are a matroid (Edmonds and Fulkerson 1965).
 *
 * @param room how many places each person can take
 * @returns by place; in short steps, for who must not hold a thread
 */
export function* fillPlaces(places: readonly Place[], room: readonly number[]): Steps<number[]> {
  const people = new Filling(places, room);
  const filled: number[] = [];
  for (const [place, { needed }] of places.entries()) {
    filled.push(people.take(place, needed) ? needed : 0);
    yield;
  }
  for (const [place, { needed }] of places.entries()) {
    if (filled[place] === needed || needed <= 1) continue;
    if (people.take(place, 1)) filled[place] = 1;
    yield;
  }
  return filled;
}

/** A place changes people: one comes, and one may go, who then has room. */
interface Move {
  readonly place: number;
  readonly comes: number;
  readonly goes: number | null;
}

class Filling {
  private readonly offers: readonly (readonly number[])[];
  private readonly room: number[];
  /** Places of each person, in the order in which they were taken. */
  private readonly takenBy: Set<number>[];
  private readonly taken: Set<number>[];

  constructor(places: readonly Place[], room: readonly number[]) {
    this.offers = places.map(({ offers }) => offers.map(({ person }) => person));
    this.room = [...room];
    this.takenBy = room.map(() => new Set());
    this.taken = places.map(() => new Set());
  }

  /** Gives a place so many people more, and moves others for it; changes nothing where that is not possible. */
  take(place: number, people: number): boolean {
    if ((this.offers[place]?.length ?? 0) < people) return false;
    const made: Move[] = [];
    for (let count = 0; count < people; count++) {
      const moves = this.wayFor(place);
      if (moves === null) {
        for (const move of made.reverse()) this.undo(move);
        return false;
      }
      for (const move of moves) this.make(move);
      made.push(...moves);
    }
    return true;
  }

  /** The shortest way to somebody with room: the last place on it takes that person, the one before takes whom it gives up. */
  private wayFor(place: number): Move[] | null {
    const cameFrom = new Map<number, { readonly place: number; readonly goes: number | null }>();
    const open: { readonly place: number; readonly goes: number | null }[] = [{ place, goes: null }];
    for (let at = 0; at < open.length; at++) {
      const step = open[at] as (typeof open)[number];
      for (const person of this.offers[step.place] ?? []) {
        if (cameFrom.has(person) || this.taken[step.place]?.has(person)) continue;
        cameFrom.set(person, step);
        if ((this.room[person] ?? 0) > 0) return movesTo(person, cameFrom);
        for (const other of this.takenBy[person] ?? []) open.push({ place: other, goes: person });
      }
    }
    return null;
  }

  private make({ place, comes, goes }: Move): void {
    if (goes !== null) this.leave(place, goes);
    this.taken[place]?.add(comes);
    this.takenBy[comes]?.add(place);
    this.room[comes] = (this.room[comes] ?? 0) - 1;
  }

  private undo({ place, comes, goes }: Move): void {
    this.leave(place, comes);
    if (goes !== null) this.make({ place, comes: goes, goes: null });
  }

  private leave(place: number, person: number): void {
    this.taken[place]?.delete(person);
    this.takenBy[person]?.delete(place);
    this.room[person] = (this.room[person] ?? 0) + 1;
  }
}

/** From the end: the last place takes who has room, and gives up whom the place before it takes. */
function movesTo(
  last: number,
  cameFrom: ReadonlyMap<number, { readonly place: number; readonly goes: number | null }>,
): Move[] {
  const moves: Move[] = [];
  for (let person: number | null = last; person !== null; ) {
    const step = cameFrom.get(person);
    if (step === undefined) break;
    moves.push({ place: step.place, comes: person, goes: step.goes });
    person = step.goes;
  }
  return moves;
}
