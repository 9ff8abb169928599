import type { ComponentShares } from '../componentShares';
import type { Component, Share, State } from '../model';
import type { AnalysisSettings } from '../settings';
import { type ComponentLines, componentLines } from './componentLines';
import { sharesOf } from './componentShares';
import { fewestFiles, toldFiles, workersOf, workOn } from './componentWork';
import type { FileOwners } from './fileOwners';
import { agree, type FileEvidence, stateOf } from './fileOwnership';
import { filesByPerson } from './truckFactor';
import { type PresentTruckFactors, truckFactors } from './truckFactors';

/** Whoever owns this share of a component's files is one of its owners. */
const ownerShare = 0.2;

/** Of a component that nobody owns so much of, so many are listed. */
const leastListed = 2;

/** At most this many people are listed for a component. */
export const listedPeople = 8;

/** Whose a component is now. */
export interface ComponentStanding {
  readonly state: State;
  readonly certain: boolean;
  readonly owners: readonly Share[];
  readonly soleFiles: number;
  readonly orphanedFiles: number;
}

/** What the history says of a component whoever is active. */
export interface ComponentHistory {
  /** Its truck factor by authorship. */
  readonly doa: number | null;
  /** Whether it is cut off. */
  readonly cut: boolean;
}

export interface ComponentOwnership extends ComponentLines, ComponentStanding {
  /** Over its files that have an owner; null where none has, or nothing can be said. */
  readonly truckFactors: Component['truckFactors'];
  readonly knowledge: readonly Share[];
  /** By each kind of evidence, of everyone who is listed. */
  readonly shares: readonly ComponentShares[];
  /** Of active people who own any of its files and are not among the first who are listed. */
  readonly otherShares: readonly ComponentShares[];
  /** Active people who did enough of the recent work. */
  readonly recent: readonly number[];
  readonly lastTouched: number;
}

/**
 * Who knows a component, by three kinds of evidence. By files: it is orphaned when more than half of its files have no
 * owner, sole when one person alone owns more than half of the others, else shared. By activity: whoever is active and
 * did enough of what was done lately on the component as a whole knows it. The owners of both together make the state. By
 * lines: whoever is active and wrote enough of what stands. That adds no owner, since lines had their say in each file
 * already, and one long file must not make an owner of the whole. The state is certain where at least two kinds agree.
 *
 * @param files evidence of each of its files; those of unknown state do not count
 * @param active by person
 */
export function componentOwnership(
  files: readonly FileEvidence[],
  active: readonly boolean[],
  settings: Pick<AnalysisSettings, 'activityThreshold' | 'linesThreshold'>,
  past: ComponentHistory,
): ComponentOwnership {
  const known = toldFiles(files);
  const work = workOn(known);
  const recent = workersOf(work, active, settings.activityThreshold);
  const lines = componentLines(files, known, active, settings.linesThreshold, fewestFiles(known.length));
  const standing = componentStanding(files, recent, lines.writers);
  const owners = new Set(standing.owners.map(({ person }) => person));
  const all = sharesOf(known, work, lines);
  const owning = new Set([...recent, ...known.flatMap(file => file.owners)]);
  const otherShares = all.slice(listedPeople).filter(({ person }) => owning.has(person));
  return {
    ...standing,
    shares: listedShares(all, otherShares, standing.owners),
    otherShares,
    truckFactors: componentTruckFactors(past.doa, truckFactors(toldFiles(files), past.cut)),
    knowledge: componentKnowledge(known),
    recent,
    ...lines,
    linesBy: lines.linesBy.filter(({ person }, index) => index < listedPeople || owners.has(person)),
    lastTouched: files.reduce((latest, file) => Math.max(latest, file.lastTouched), 0),
  };
}

/**
 * Whose a component is, given the owners of its files and who knows it as a whole.
 *
 * @param files all of them
 * @param recent active people who did enough of the recent work
 * @param writers active people with enough of the lines; null where lines do not tell
 */
export function componentStanding(
  files: readonly Pick<FileOwners, 'state' | 'owners'>[],
  recent: readonly number[],
  writers: readonly number[] | null,
): ComponentStanding {
  const known = toldFiles(files);
  const owned = [...filesByPerson(known.map(file => file.owners))]
    .map(([person, list]): Share => ({ person, share: list.length / known.length }))
    .sort(byShare);
  const byFiles = stateByFiles(known);
  const owners = new Set([...ownersByFiles(byFiles, owned), ...recent]);
  const state = known.length === 0 ? 'unknown' : stateOf(owners.size);
  const states = [byFiles, stateOf(recent.length), ...(writers ? [stateOf(writers.length)] : [])];
  const shareOf = new Map(owned.map(({ person, share }) => [person, share]));
  return {
    state,
    certain: known.length === files.length && state !== 'unknown' && agree(states, state),
    owners: [...owners]
      .map((person): Share => ({ person, share: shareOf.get(person) ?? 0 }))
      .sort(byShare)
      .slice(0, listedPeople),
    soleFiles: known.filter(file => file.state === 'sole').length,
    orphanedFiles: known.filter(file => file.state === 'orphaned').length,
  };
}

/** The truck factors of a component; those of active people change with who is away. */
export function componentTruckFactors(
  doa: number | null,
  { activity, lines, combined }: PresentTruckFactors,
): Component['truckFactors'] {
  return { doa, activity: activity.value, lines: lines.value, combined: combined.value };
}

/** The first ones, whoever is active, and owners. */
export function listedShares(
  first: readonly ComponentShares[],
  others: readonly ComponentShares[],
  owners: readonly Share[],
): ComponentShares[] {
  const owning = new Set(owners.map(({ person }) => person));
  return [...first.slice(0, listedPeople), ...others.filter(({ person }) => owning.has(person))];
}

function byShare(a: Share, b: Share): number {
  return b.share - a.share || a.person - b.person;
}

/** The state that the owners of its files give a component. */
function stateByFiles(files: readonly Pick<FileOwners, 'owners'>[]): State {
  const owned = files.filter(file => file.owners.length > 0);
  if (owned.length * 2 < files.length) {
    return 'orphaned';
  }
  const alone = filesByPerson(files.map(file => (file.owners.length === 1 ? file.owners : [])));
  const most = Math.max(0, ...[...alone.values()].map(list => list.length));
  return most * 2 > owned.length ? 'sole' : 'shared';
}

function ownersByFiles(state: State, owned: readonly Share[]): number[] {
  if (state === 'orphaned') {
    return [];
  }
  const many = owned.filter(({ share }) => share >= ownerShare);
  const listed = state === 'sole' ? owned.slice(0, 1) : many.length > 0 ? many : owned.slice(0, leastListed);
  return listed.map(({ person }) => person);
}

/** Mean share of knowledge over the files of which something is known, active or not. */
export function componentKnowledge(all: readonly Pick<FileEvidence, 'state' | 'knowledge'>[]): Share[] {
  const files = toldFiles(all);
  const totals = new Map<number, number>();
  for (const file of files) {
    for (const { person, share } of file.knowledge) {
      totals.set(person, (totals.get(person) ?? 0) + share);
    }
  }
  return [...totals]
    .map(([person, total]): Share => ({ person, share: total / files.length }))
    .sort(byShare)
    .slice(0, listedPeople);
}
