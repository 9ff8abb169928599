import type { BetweenQuestion, CommitOrigin } from '../../core/lines/commitsBetween';
import { parseCommitOrigin } from '../../git/commitOrigin';
import type { ObjectReader } from '../../git/objectReader';
import type { ParentCuts } from './parentCuts';

/** With each commit so many of its line are read, which mostly are asked for next: an answer takes longer than a commit. */
const readAhead = 16;

/** Reads where commits come from, as git sees it with the cuts. */
export function originsFrom(objects: ObjectReader, { parents: cut }: ParentCuts): BetweenQuestion['read'] {
  const known = new Map<string, CommitOrigin>();
  const learn = (commit: string, contents: readonly (Buffer | null)[]): void => {
    let id: string | undefined = commit;
    for (const content of contents) {
      if (content === null || id === undefined) return;
      const origin = parseCommitOrigin(content);
      const parents = cut.get(id);
      known.set(id, parents === undefined ? origin : { ...origin, parents });
      id = parents === undefined ? origin.parents[0] : undefined;
    }
  };
  return async ids => {
    const unknown = ids.filter(id => !known.has(id));
    const names = unknown.flatMap(id => Array.from({ length: readAhead }, (_, back) => `${id}~${back}`));
    const contents = names.length === 0 ? [] : await objects.read(names);
    unknown.forEach((id, index) => {
      learn(id, contents.slice(index * readAhead, (index + 1) * readAhead));
    });
    return ids.map(id => known.get(id) ?? null);
  };
}
