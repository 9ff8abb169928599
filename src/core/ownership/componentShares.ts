import type { ComponentShares } from '../componentShares';
import type { ComponentLines } from './componentLines';
import type { Work } from './componentWork';
import type { FileEvidence } from './fileOwnership';

/**
 * What each person knows of a component by authorship, by activity and by lines, whoever is active; see
 * {@link ComponentShares}. Who knows most by all kinds together comes first.
 *
 * @param known files of which something is known
 * @param work on the same files
 */
export function sharesOf(
  known: readonly Pick<FileEvidence, 'authored'>[],
  { people, total }: Work,
  { lines, linesBy, linesByPeople }: Pick<ComponentLines, 'lines' | 'linesBy' | 'linesByPeople'>,
): ComponentShares[] {
  const authored = new Map<number, number>();
  for (const person of known.flatMap(file => file.authored)) {
    authored.set(person, (authored.get(person) ?? 0) + 1);
  }
  const wrote = new Map(linesBy.map(each => [each.person, each.lines]));
  const linesTell = lines !== null && linesByPeople > 0;
  const shares = [...new Set([...authored.keys(), ...people.keys(), ...wrote.keys()])].map(
    (person): ComponentShares => ({
      person,
      authored: authored.get(person) ?? 0,
      ofFiles: known.length,
      authorship: (authored.get(person) ?? 0) / known.length,
      activity: total > 0 ? (people.get(person)?.recency ?? 0) / total : 0,
      lines: linesTell ? (wrote.get(person) ?? 0) / linesByPeople : null,
    }),
  );
  return shares.sort((a, b) => together(b) - together(a) || a.person - b.person);
}

function together({ authorship, activity, lines }: ComponentShares): number {
  return authorship + activity + (lines ?? 0);
}
