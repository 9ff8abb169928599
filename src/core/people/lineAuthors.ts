import { commitsOfLines } from '../history/commitsOfLines';
import type { History } from '../history/history';
import type { LineOwnership } from '../lines/lineOwnership';
import type { Identities } from './identities';

/**
 * The author of each commit of a line ownership, by its index: whom blame shows, after the mailmap and the joining of
 * identities. −1 for a commit that is not in the history. Co-authors are left out, bots and agents are not.
 */
export function lineAuthors(ownership: LineOwnership, history: History, { ofSignature }: Identities): Int32Array {
  return commitsOfLines(ownership, history).map(commit =>
    commit < 0 ? -1 : (ofSignature[history.authors.at(commit)] ?? -1),
  );
}
