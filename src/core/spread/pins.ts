import type { Snapshot } from '../model';
import type { Pairing, PlanOptions } from './planOptions';

/** Why a pin does not stay: it is forbidden, too; there is no such component or person; not active; an owner already. */
export type DroppedWhy = 'forbidden' | 'noComponent' | 'notActive' | 'owner';

export interface DroppedPin {
  readonly pairing: Pairing;
  readonly why: DroppedWhy;
}

/** The pins that stay, each once, and those that cannot. */
export function settlePins(
  snapshot: Snapshot,
  { pinned, forbidden }: Pick<PlanOptions, 'pinned' | 'forbidden'>,
): { readonly pins: readonly Pairing[]; readonly dropped: readonly DroppedPin[] } {
  const pins: Pairing[] = [];
  const dropped: DroppedPin[] = [];
  for (const pairing of pinned) {
    if (isIn(pins, pairing)) continue;
    const why = isIn(forbidden, pairing) ? 'forbidden' : whyNot(snapshot, pairing);
    if (why === null) pins.push(pairing);
    else dropped.push({ pairing, why });
  }
  return { pins, dropped };
}

function isIn(pairings: readonly Pairing[], { person, component }: Pairing): boolean {
  return pairings.some(pairing => pairing.person === person && pairing.component === component);
}

function whyNot({ people, components }: Snapshot, pairing: Pairing): DroppedWhy | null {
  const component = components.find(({ id }) => id === pairing.component);
  if (component === undefined) return 'noComponent';
  const person = people[pairing.person];
  if (person?.active !== true || person.bot || person.agent) return 'notActive';
  return component.owners.some(owner => owner.person === pairing.person) ? 'owner' : null;
}
