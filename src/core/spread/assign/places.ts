/** Places to fill with people: each of a component that some are to take over. Most urgent first. */
export interface Place {
  /** So many people are needed; fewer end nothing. */
  readonly needed: number;
  /** Who could take it, once each. */
  readonly offers: readonly Offer[];
}

export interface Offer {
  /** Index into the room that people have. */
  readonly person: number;
  /** What is lost by taking this person instead of the best placed one: a whole number from 0. */
  readonly loss: number;
}
