import type { Share, State } from '../model';
import type { FileEvidence } from './fileOwnership';
import { filesByPerson, truckFactorOf } from './truckFactor';

/** Whoever owns this share of a component's files is listed as one of its owners. */
const ownerShare = 0.2;

/** At most this many people are listed for a component. */
const listedPeople = 8;

export interface ComponentOwnership {
  readonly state: State;
  readonly certain: boolean;
  readonly owners: readonly Share[];
  readonly knowledge: readonly Share[];
  readonly truckFactor: number;
  readonly soleFiles: number;
  readonly orphanedFiles: number;
  readonly lastTouched: number;
}

/**
 * Who knows a component, from who knows its files. It is orphaned when more than half of its files have no owner, sole
 * when the loss of one person would leave more than half of the others without one, else shared. Certain: authorship
 * alone and activity alone give the same state.
 *
 * @param files evidence of each of its files; those of unknown state do not count
 */
export function componentOwnership(files: readonly FileEvidence[]): ComponentOwnership {
  const known = files.filter(file => file.state !== 'unknown');
  const state = stateBy(known.map(file => file.owners));
  const owned = [...filesByPerson(known.map(file => file.owners))]
    .map(([person, list]): Share => ({ person, share: list.length / known.length }))
    .sort((a, b) => b.share - a.share || a.person - b.person);
  return {
    state: state.state,
    certain:
      state.state !== 'unknown' &&
      stateBy(known.map(file => file.authors)).state === state.state &&
      stateBy(known.map(file => file.recent)).state === state.state,
    owners: state.state === 'sole' ? owned.slice(0, 1) : owned.filter(({ share }) => share >= ownerShare).slice(0, listedPeople),
    knowledge: knowledgeOf(known),
    truckFactor: truckFactorOf('activity', known.map(file => file.recent)).value ?? 0,
    soleFiles: known.filter(file => file.state === 'sole').length,
    orphanedFiles: known.filter(file => file.state === 'orphaned').length,
    lastTouched: files.reduce((latest, file) => Math.max(latest, file.lastTouched), 0),
  };
}

/** The state that the owners of its files give a component. */
function stateBy(owners: readonly (readonly number[])[]): { readonly state: State } {
  if (owners.length === 0) {
    return { state: 'unknown' };
  }
  const ownedFiles = owners.filter(people => people.length > 0);
  if (ownedFiles.length * 2 < owners.length) {
    return { state: 'orphaned' };
  }
  const alone = new Map<number, number>();
  for (const people of ownedFiles) {
    if (people.length === 1) {
      const person = people[0] as number;
      alone.set(person, (alone.get(person) ?? 0) + 1);
    }
  }
  const most = Math.max(0, ...alone.values());
  return { state: most * 2 > ownedFiles.length ? 'sole' : 'shared' };
}

/** Mean share of knowledge over the files, active or not. */
function knowledgeOf(files: readonly FileEvidence[]): Share[] {
  const totals = new Map<number, number>();
  for (const file of files) {
    for (const { person, share } of file.knowledge) {
      totals.set(person, (totals.get(person) ?? 0) + share);
    }
  }
  return [...totals]
    .map(([person, total]): Share => ({ person, share: total / files.length }))
    .sort((a, b) => b.share - a.share || a.person - b.person)
    .slice(0, listedPeople);
}
