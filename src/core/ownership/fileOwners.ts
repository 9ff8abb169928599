import type { Evidence, FileKnowledge, FileOwnership } from '../model';
import type { FileOwners } from './truckFactors';

/** The owners among those who know a file, highest share of knowledge first. */
export function fileOwners({ knowledge }: Pick<FileOwnership, 'knowledge'>): readonly FileKnowledge[] {
  return knowledge.filter(({ ownerBy }) => ownerBy.length > 0);
}

/** The same by kinds of evidence, as truck factors count them. */
export function ownersByEvidence(file: FileOwnership): FileOwners {
  const owners = fileOwners(file);
  const by = (evidence: Evidence): number[] =>
    owners.filter(({ ownerBy }) => ownerBy.includes(evidence)).map(({ person }) => person);
  return {
    state: file.state,
    owners: owners.map(({ person }) => person),
    recent: by('activity'),
    writers: by('lines'),
  };
}
