import { nameOf } from '../components/repositoryPath';
import { editDistance } from '../editDistance';

const mostNear = 5;

/** What differs in more than that part of its letters is another name. */
const mostDifferent = 0.4;

/** Longer texts are no names, and comparing takes the product of the lengths. */
const longestCompared = 64;

/** The names that a text comes closest to, the closest first, at most five: those that hold it, then those spelled like it. */
export function nearNames(names: readonly string[], wanted: string): readonly string[] {
  const text = wanted.toLowerCase();
  const near = [...new Set(names)].map(name => ({ name, distance: distanceBetween(name.toLowerCase(), text) }));
  return closest(near);
}

/** The paths that end like one, or whose last part is spelled like its last part, the closest first, at most five. */
export function nearPaths(paths: readonly string[], wanted: string): readonly string[] {
  const text = wanted.toLowerCase();
  const last = nameOf(text);
  const near = paths.map(path => {
    const lower = path.toLowerCase();
    if (lower.endsWith(text)) return { name: path, distance: 0 };
    return { name: path, distance: 0.1 + distanceBetween(nameOf(lower), last) };
  });
  return closest(near);
}

function closest(names: readonly { readonly name: string; readonly distance: number }[]): readonly string[] {
  return names
    .filter(({ distance }) => distance <= mostDifferent)
    .sort((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1))
    .slice(0, mostNear)
    .map(({ name }) => name);
}

/** 0 for the same, 1 for nothing in common; what holds the whole other text is near. */
function distanceBetween(name: string, text: string): number {
  const longer = Math.max(name.length, text.length);
  const shorter = Math.min(name.length, text.length);
  if (shorter >= 3 && (name.includes(text) || text.includes(name))) return 0.3 * (1 - shorter / longer);
  // Most differ in length by too much already.
  if (longer === 0 || longer > longestCompared || (longer - shorter) / longer > mostDifferent) return 1;
  return editDistance(name, text) / longer;
}
