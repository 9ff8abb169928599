import type { History } from '../history/history';
import type { Snapshot } from '../model';
import type { Identities } from '../people/identities';
import type { Mailmap } from '../people/mailmap';
import type { TruckFactor, TruckFactorDefinition } from '../truckFactor';
import type { FileEvidence } from './fileOwnership';
import { referenceAuthors, referenceTruckFactor } from './referenceDoa';
import { truckFactorOf } from './truckFactor';

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
    activity: presentTruckFactor('activity', files, cut),
    lines: presentTruckFactor('lines', files, cut),
    combined: presentTruckFactor('combined', files, cut),
  };
}

const ownersBy: Readonly<Record<keyof PresentTruckFactors, (file: FileOwners) => readonly number[] | null>> = {
  activity: ({ recent }) => recent,
  lines: ({ writers }) => writers,
  combined: ({ owners }) => owners,
};

/** One of them. */
export function presentTruckFactor(
  definition: keyof PresentTruckFactors,
  files: readonly FileOwners[],
  cut: boolean,
): TruckFactor {
  if (cut) return nothingToSay(definition);
  const known = files.filter(({ state }) => state !== 'unknown');
  return truckFactorOf(
    definition,
    known.map(file => ownersBy[definition](file) ?? []),
  );
}

function nothingToSay(definition: TruckFactorDefinition): TruckFactor {
  return { definition, value: null, people: [], files: 0, abandonedShare: 0, exact: false, atLeast: null };
}
