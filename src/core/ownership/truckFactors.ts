import type { History } from '../history/history';
import type { FileOwnership, Snapshot } from '../model';
import type { Identities } from '../people/identities';
import type { Mailmap } from '../people/mailmap';
import { inOneGo, type Steps } from '../steps';
import type { TruckFactor } from '../truckFactor';
import { type FileOwners, ownersByEvidence } from './fileOwners';
import { OwnerSets } from './ownerSets';
import { referenceAuthors, referenceTruckFactor } from './referenceDoa';
import { nothingToSay, truckFactorInSteps } from './truckFactor';

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
  const counted = new Counted();
  for (const file of files) counted.add(file);
  return inOneGo(counted.truckFactors(cut));
}

const filesPerStep = 500;

/** The same of files of a Snapshot, in short steps for who must not hold a thread. */
export function* truckFactorsInSteps(files: readonly FileOwnership[], cut: boolean): Steps<PresentTruckFactors> {
  const counted = new Counted();
  for (const [at, file] of files.entries()) {
    counted.add(ownersByEvidence(file));
    if (at % filesPerStep === filesPerStep - 1) yield;
  }
  return yield* counted.truckFactors(cut);
}

/** Files by their owners of each kind. */
class Counted {
  readonly #activity = new OwnerSets();
  readonly #lines = new OwnerSets();
  readonly #combined = new OwnerSets();

  add({ state, recent, writers, owners }: FileOwners): void {
    if (state === 'unknown') return;
    this.#activity.add(recent, 1);
    this.#lines.add(writers ?? [], 1);
    this.#combined.add(owners, 1);
  }

  *truckFactors(cut: boolean): Steps<PresentTruckFactors> {
    if (cut) {
      return { activity: nothingToSay('activity'), lines: nothingToSay('lines'), combined: nothingToSay('combined') };
    }
    const activity = yield* truckFactorInSteps('activity', this.#activity);
    yield;
    const lines = yield* truckFactorInSteps('lines', this.#lines);
    yield;
    const combined = yield* truckFactorInSteps('combined', this.#combined);
    return { activity, lines, combined };
  }
}
