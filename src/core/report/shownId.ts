import type { Snapshot } from '../model';

/** The id that a component has under pseudonyms, which stand in ids, too; components stay in their order. */
export function shownId(id: string, { components }: Snapshot, shown: Snapshot): string {
  return shown.components[components.findIndex(component => component.id === id)]?.id ?? id;
}
