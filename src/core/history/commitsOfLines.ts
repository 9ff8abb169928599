import type { LineOwnership } from '../lines/lineOwnership';
import type { History } from './history';
import { ShaTable } from './order';

/** The commits of a line ownership as indexes in the history, by their index there; −1 for one that is not in it. */
export function commitsOfLines({ commits, shaLength }: LineOwnership, history: History): Int32Array {
  const table = new ShaTable(history.shas.values, history.shaLength, history.commitCount);
  return Int32Array.from({ length: commits.length / shaLength }, (_, index) => table.find(commits, index * shaLength));
}
