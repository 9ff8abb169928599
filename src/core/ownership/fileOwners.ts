import type { FileKnowledge, FileOwnership } from '../model';
import type { FileEvidence } from './fileOwnership';

/** Owners of one file, of any evidence, by activity alone and by lines alone. */
export type FileOwners = Pick<FileEvidence, 'state' | 'owners' | 'recent' | 'writers'>;

/** The owners among those who know a file, highest share of knowledge first. */
export function fileOwners({ knowledge }: Pick<FileOwnership, 'knowledge'>): readonly FileKnowledge[] {
  return knowledge.filter(({ ownerBy }) => ownerBy.length > 0);
}

/** The same by kinds of evidence, as truck factors count them. */
export function ownersByEvidence(file: FileOwnership): FileOwners {
  const owners: number[] = [];
  const recent: number[] = [];
  const writers: number[] = [];
  for (const { person, ownerBy } of file.knowledge) {
    if (ownerBy.length > 0) owners.push(person);
    if (ownerBy.includes('activity')) recent.push(person);
    if (ownerBy.includes('lines')) writers.push(person);
  }
  return { state: file.state, owners, recent, writers };
}
