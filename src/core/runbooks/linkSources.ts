import { isSiteFile } from './alerts/ownPlaces';
import { techDocs } from './siteOwner';

/** Pages that lead to others, and files that say where pages are published. */
const patterns: readonly RegExp[] = [
  /^(?:[^/]+\/){0,2}(?:readme|index|_index|operations|contributing)\.(?:md|markdown|mdx)$/i,
  /^docs?\/(?:[^/]+\/)*(?:readme|index|_index)\.(?:md|markdown|mdx)$/i,
  /(?:^|\/)catalog-info\.ya?ml$/i,
  techDocs,
];

/** Most files that are read for their links alone. */
const mostSources = 500;

/** The files, but for those with alerts, whose links may name runbooks; see `linkedRunbooks`. Those with the shortest paths when there are many. */
export function linkSources(paths: readonly string[]): string[] {
  return paths
    .filter(path => isSiteFile(path) || patterns.some(pattern => pattern.test(path)))
    .sort((a, b) => a.length - b.length || (a < b ? -1 : 1))
    .slice(0, mostSources);
}
