import path from 'node:path';
import type { RepositoryDescription } from '../../git/repository';
import { fileText } from '../fileText';
import { shallowBoundary } from '../repositoryHistory';

/** Where git takes other parents than a commit names. */
export interface ParentCuts {
  /** Commits at which a shallow clone ends: they count as without parents. */
  readonly boundary: readonly string[];
  /** The text of `info/grafts`; empty without one. */
  readonly grafts: string;
  /** Parents by commit, of both. */
  readonly parents: ReadonlyMap<string, readonly string[]>;
}

/** Reads them from a clone's files; what cannot be read is not there. */
export async function readParentCuts(description: RepositoryDescription): Promise<ParentCuts> {
  const [list, grafts] = await Promise.all([
    shallowBoundary(description),
    fileText(path.join(description.commonDir, 'info', 'grafts')),
  ]);
  const boundary = list.split('\n').filter(line => line !== '');
  const parents = new Map<string, readonly string[]>(boundary.map(commit => [commit, []]));
  for (const line of grafts.split('\n')) {
    const [commit = '', ...others] = line.trim().split(/\s+/);
    if (/^[0-9a-f]+$/.test(commit)) parents.set(commit, others);
  }
  return { boundary, grafts, parents };
}
