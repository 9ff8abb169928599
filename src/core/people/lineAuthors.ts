import type { History } from '../history/history';
import { ShaTable } from '../history/order';
import type { LineOwnership } from '../lines/lineOwnership';
import type { Identities } from './identities';

/**
 * The author of each commit of a line ownership, by its index: whom blame shows, after the mailmap and the joining of
 * identities. −1 for a commit that is not in the history. Co-authors are left out, bots and agents are not.
 */
export function lineAuthors(
  { commits, shaLength }: LineOwnership,
  history: History,
  { ofSignature }: Identities,
): Int32Array {
  const table = new ShaTable(history.shas.values, history.shaLength, history.commitCount);
  return Int32Array.from({ length: commits.length / shaLength }, (_, index) => {
    const commit = table.find(commits, index * shaLength);
    return commit < 0 ? -1 : (ofSignature[history.authors.at(commit)] ?? -1);
  });
}
