import { editDistance } from '../../editDistance';

const mostCompared = 1000;

/** The one name that differs in at most `most` letters, and in a third of its own; null when none does, or two do equally. */
export function nearestName(name: string, known: Iterable<string>, most: number): string | null {
  const limit = Math.min(most, Math.floor(name.length / 3));
  let best: string | null = null;
  let distance = limit + 1;
  let compared = 0;
  for (const other of new Set(known)) {
    if (Math.abs(other.length - name.length) > limit || other === name || ++compared > mostCompared) continue;
    const found = editDistance(name.slice(0, 100), other.slice(0, 100));
    if (found < distance) [best, distance] = [other, found];
    else if (found === distance && found <= limit) best = null;
  }
  return distance <= limit ? best : null;
}
