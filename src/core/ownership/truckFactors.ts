import type { History } from '../history/history';
import type { Snapshot, TruckFactor, TruckFactorDefinition } from '../model';
import type { Identities } from '../people/identities';
import type { Mailmap } from '../people/mailmap';
import type { FileEvidence } from './fileOwnership';
import { referenceTruckFactor } from './referenceDoa';
import { truckFactorOf } from './truckFactor';

/** The truck factor by authorship, over all files of HEAD. `cut`: history is cut off, so that nothing can be said. */
export function authorshipTruckFactor(
  history: History,
  order: Int32Array,
  paths: readonly string[],
  mailmap: Mailmap,
  { identities, ofSignature }: Identities,
  cut: boolean,
): TruckFactor {
  if (cut) {
    return nothingToSay('doa');
  }
  const { developers, ...doa } = referenceTruckFactor(
    history,
    order,
    paths,
    mailmap,
    signature => identities[ofSignature[signature] ?? -1]?.kind === 'human',
  );
  const people = developers.map(({ signature, share }) => ({ person: ofSignature[signature] ?? 0, share }));
  return { ...doa, people };
}

/** All truck factors, given the one by authorship. By lines there is one only where lines are known. */
export function truckFactors(doa: TruckFactor, files: readonly FileEvidence[], cut: boolean): Snapshot['truckFactor'] {
  if (cut) {
    return { doa, activity: nothingToSay('activity'), lines: nothingToSay('lines') };
  }
  const known = files.filter(({ state }) => state !== 'unknown');
  return {
    doa,
    activity: truckFactorOf(
      'activity',
      known.map(({ recent }) => recent),
    ),
    lines: truckFactorOf(
      'lines',
      known.map(({ writers }) => writers ?? []),
    ),
  };
}

function nothingToSay(definition: TruckFactorDefinition): TruckFactor {
  return { definition, value: null, people: [], files: 0, abandonedShare: 0, exact: false };
}
