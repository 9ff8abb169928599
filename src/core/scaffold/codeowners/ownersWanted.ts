import type { Component, PersonId } from '../../model';
import type { SpreadPlan } from '../../spread/plan';

/** Who CODEOWNERS should name for a component: first who owns it, then who backs it up. */
export interface OwnersWanted {
  readonly component: Component;
  readonly primary: PersonId;
  readonly backup: PersonId;
  /** Whether the plan or the choice of a backup names them, and they do not own it yet. */
  readonly isPlanned: { readonly primary: boolean; readonly backup: boolean };
}

/**
 * The two people of each component of which two can be named: its two first owners; of a single point its owner and who takes it
 * over by the plan, or where the plan leaves it, its best backups.
 */
export function ownersWanted({ snapshot, steps }: SpreadPlan): readonly OwnersWanted[] {
  const planned = new Map<string, PersonId[]>();
  for (const { component, person } of steps) {
    planned.set(component.id, [...(planned.get(component.id) ?? []), person]);
  }
  return snapshot.components.flatMap(component => {
    if (component.state === 'unknown') return [];
    const owners = component.owners.map(({ person }) => person);
    const backups = component.backup === null ? [] : [component.backup, ...component.alternatives];
    const people = [...owners, ...(planned.get(component.id) ?? []), ...backups.map(({ person }) => person)];
    const [primary, backup] = new Set(people);
    if (primary === undefined || backup === undefined) return [];
    const isPlanned = { primary: !owners.includes(primary), backup: !owners.includes(backup) };
    return [{ component, primary, backup, isPlanned }];
  });
}
