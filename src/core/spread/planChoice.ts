import type { PersonId, Snapshot } from '../model';
import { type Pairing, type PlanOptions, usualPlan } from './planOptions';

/** A pairing as it is kept from one Snapshot to the next: numbers of people change, addresses stay. */
export interface KeptPairing {
  readonly email: string;
  readonly component: string;
}

/** What a person decided about the plan of a repository. */
export interface PlanChoice extends Pick<PlanOptions, 'mostPerPerson' | 'risk'> {
  readonly pinned: readonly KeptPairing[];
  readonly forbidden: readonly KeptPairing[];
}

/** What holds until somebody decides otherwise. */
export const usualChoice: PlanChoice = { ...usualPlan, pinned: [], forbidden: [] };

/** The choice in the words of the core; who is not in the history any more is left out. */
export function planOptionsOf({ people }: Snapshot, choice: PlanChoice): PlanOptions {
  const byAddress = new Map<string, PersonId>();
  for (const { id, email, aliases } of people) for (const address of [email, ...aliases]) byAddress.set(address, id);
  const pairingsOf = (kept: readonly KeptPairing[]): readonly Pairing[] =>
    kept.flatMap(({ email, component }) => {
      const person = byAddress.get(email);
      return person === undefined ? [] : [{ person, component }];
    });
  return { ...choice, pinned: pairingsOf(choice.pinned), forbidden: pairingsOf(choice.forbidden) };
}

/** That person stays with that component. */
export function withPin(choice: PlanChoice, pairing: KeptPairing): PlanChoice {
  const free = withoutPairing(choice, pairing);
  return { ...free, pinned: [...free.pinned, pairing] };
}

/** That person is not to take over that component. */
export function withRuledOut(choice: PlanChoice, pairing: KeptPairing): PlanChoice {
  const free = withoutPairing(choice, pairing);
  return { ...free, forbidden: [...free.forbidden, pairing] };
}

/** Nothing is decided about that pairing. */
export function withoutPairing(choice: PlanChoice, pairing: KeptPairing): PlanChoice {
  const others = (kept: readonly KeptPairing[]): readonly KeptPairing[] =>
    kept.filter(({ email, component }) => email !== pairing.email || component !== pairing.component);
  return { ...choice, pinned: others(choice.pinned), forbidden: others(choice.forbidden) };
}
