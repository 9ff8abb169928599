// `node out/bench/analyseOnce.cjs <repository> <store folder>`: analyses once and prints what it took as JSON.
import { LocalAnalysis } from '../../src/analysis/localAnalysis';
import type { Snapshot } from '../../src/core/model';
import { whatIf } from '../../src/core/ownership/whatIf';

/** Milliseconds count from the call of `analyse`. */
export interface Analysed {
  /** Until the first Snapshot, stored or fresh. */
  readonly first: number;
  /** Until the fresh Snapshot. */
  readonly final: number;
  /** Whether the first one came from the store. */
  readonly warm: boolean;
  /** The first question what would be without someone, and the median of the next ones. */
  readonly whatIf: readonly [first: number, next: number];
  /** Most memory this process ever had resident, in bytes. */
  readonly memory: number;
}

async function analyse(path: string, storeDirectory: string): Promise<Analysed> {
  const handedOver: { at: number; final: boolean; snapshot: Snapshot }[] = [];
  const analysis = new LocalAnalysis({ storeDirectory, log: line => console.error(line) });
  const start = performance.now();
  await analysis.analyse(
    { path, gitPath: null, tier: 1, settings: { exclude: [], runbookPaths: [], runbookRules: [], activeDays: null } },
    {
      signal: new AbortController().signal,
      onProgress: () => {},
      onSnapshot: (snapshot, final) => handedOver.push({ at: performance.now() - start, final, snapshot }),
    },
  );
  const [first] = handedOver;
  const final = handedOver.find(snapshot => snapshot.final);
  if (!first || !final) {
    throw new Error('The analysis ended without a Snapshot.');
  }
  const memory = process.resourceUsage().maxRSS * 1024;
  return {
    ...{ first: first.at, final: final.at, warm: !first.final, memory },
    whatIf: whatIfTimes(final.snapshot),
  };
}

/** Without each of those the truck factor by activity names, and without all of them. */
function whatIfTimes(snapshot: Snapshot): readonly [number, number] {
  const people = snapshot.truckFactor.activity.people.map(({ person }) => person);
  const times = [...people.map(person => [person]), people].map(away => {
    const start = performance.now();
    whatIf(snapshot, away);
    return performance.now() - start;
  });
  const [first = 0, ...next] = times;
  return [first, next.sort((a, b) => a - b)[next.length >> 1] ?? first];
}

const [repository = '.', store = ''] = process.argv.slice(2);
analyse(repository, store).then(
  analysed => console.log(JSON.stringify(analysed)),
  (error: Error) => {
    console.error(error.message);
    process.exitCode = 1;
  },
);
