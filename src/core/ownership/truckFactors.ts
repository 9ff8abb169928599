import type { History } from '../history/history';
import type { Snapshot } from '../model';
import type { Identities } from '../people/identities';
import type { Mailmap } from '../people/mailmap';
import { inOneGo, type Steps } from '../steps';
import type { TruckFactor, TruckFactorDefinition } from '../truckFactor';
import type { FileEvidence } from './fileOwnership';
import { OwnerSets } from './ownerSets';
import { referenceAuthors, referenceTruckFactor } from './referenceDoa';
import { truckFactorInSteps } from './truckFactor';

/**
 * The truck factor by authorship of any of the files at HEAD, all of them if wished. `cut`: history is cut off, so that
 * nothing can be said.
 */
export function authorshipTruckFactor(
  history: History,
  order: Int32Array,
  paths: readonly string[],
  mailmap: Mailmap,
  { identities, ofSignature }: Identities,
  cut: boolean,
): (paths: readonly string[]) => TruckFactor {
  if (cut) {
    return () => nothingToSay('doa');
  }
  const isHuman = (signature: number): boolean => identities[ofSignature[signature] ?? -1]?.kind === 'human';
  const authors = referenceAuthors(history, order, paths, mailmap, isHuman);
  return some => {
    const { developers, ...doa } = referenceTruckFactor(authors, some);
    return {
      ...doa,
      people: developers.map(({ signature, share }) => ({ person: ofSignature[signature] ?? 0, share })),
    };
  };
}

/** Owners of one file, of any evidence, by activity alone and by lines alone. */
export type FileOwners = Pick<FileEvidence, 'state' | 'owners' | 'recent' | 'writers'>;

/** All truck factors that tell of active people. */
export type PresentTruckFactors = Omit<Snapshot['truckFactor'], 'doa'>;

/**
 * The truck factors of some files that tell of active people. By lines there is one only where lines are known. `cut`:
 * history is cut off, so that nothing can be said.
 *
 * `combined` rests on the very owners that the states show, by whatever evidence: in 16 systems whose developers named
 * the people they depend on, that agreed with them far better than authorship does, and as well as any single kind
 * (`test/bench/EVALUATION.md`).
 */
export function truckFactors(files: readonly FileOwners[], cut: boolean): PresentTruckFactors {
  return {
    activity: inOneGo(presentTruckFactorInSteps('activity', files, cut)),
    lines: inOneGo(presentTruckFactorInSteps('lines', files, cut)),
    combined: inOneGo(presentTruckFactorInSteps('combined', files, cut)),
  };
}

const ownersBy: Readonly<Record<keyof PresentTruckFactors, (file: FileOwners) => readonly number[] | null>> = {
  activity: ({ recent }) => recent,
  lines: ({ writers }) => writers,
  combined: ({ owners }) => owners,
};

const filesPerStep = 1_000;

/** One of them, in short steps. */
export function* presentTruckFactorInSteps(
  definition: keyof PresentTruckFactors,
  files: readonly FileOwners[],
  cut: boolean,
): Steps<TruckFactor> {
  if (cut) return nothingToSay(definition);
  const sets = new OwnerSets();
  for (const [at, file] of files.entries()) {
    if (file.state !== 'unknown') sets.add(ownersBy[definition](file) ?? [], 1);
    if (at % filesPerStep === filesPerStep - 1) yield;
  }
  return yield* truckFactorInSteps(definition, sets);
}

function nothingToSay(definition: TruckFactorDefinition): TruckFactor {
  return { definition, value: null, people: [], files: 0, abandonedShare: 0, exact: false, atLeast: null };
}
