import type { FileKnowledge, FileOwnership } from '../model';

/** The owners among those who know a file, highest share of knowledge first. */
export function fileOwners({ knowledge }: Pick<FileOwnership, 'knowledge'>): readonly FileKnowledge[] {
  return knowledge.filter(({ ownerBy }) => ownerBy.length > 0);
}
