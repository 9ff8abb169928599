import { usualBurden } from './backup';

/**
 * How many components each person can take over: the most allowed, one less for each time that they own the usual once
 * more than others do, and one at least. What is pinned is taken off; nobody has less than none.
 *
 * @param burden what each person owns, see `Surroundings`
 * @param pinned how many pairings are settled already, by person
 */
export function roomOf(
  people: number,
  mostPerPerson: number,
  burden: ReadonlyMap<number, number>,
  pinned: ReadonlyMap<number, number>,
): number[] {
  const usual = usualBurden(burden);
  return Array.from({ length: people }, (_, person) => {
    const over = usual === 0 ? 0 : Math.floor(Math.max(0, (burden.get(person) ?? 0) / usual - 1));
    const allowed = Math.max(Math.min(1, mostPerPerson), mostPerPerson - over);
    return Math.max(0, allowed - (pinned.get(person) ?? 0));
  });
}
