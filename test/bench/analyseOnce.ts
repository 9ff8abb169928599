// `node out/bench/analyseOnce.cjs <repository> <store folder>`: analyses once and prints what it took as JSON.
import { LocalAnalysis } from '../../src/analysis/localAnalysis';

/** Milliseconds count from the call of `analyse`. */
export interface Analysed {
  /** Until the first Snapshot, stored or fresh. */
  readonly first: number;
  /** Until the fresh Snapshot. */
  readonly final: number;
  /** Whether the first one came from the store. */
  readonly warm: boolean;
  /** Most memory this process ever had resident, in bytes. */
  readonly memory: number;
}

async function analyse(path: string, storeDirectory: string): Promise<Analysed> {
  const handedOver: { at: number; final: boolean }[] = [];
  const analysis = new LocalAnalysis({ storeDirectory, log: line => console.error(line) });
  const start = performance.now();
  await analysis.analyse(
    { path, gitPath: null, tier: 1, settings: { exclude: [], runbookPaths: [], activeDays: null } },
    {
      signal: new AbortController().signal,
      onProgress: () => {},
      onSnapshot: (_, final) => handedOver.push({ at: performance.now() - start, final }),
    },
  );
  const [first] = handedOver;
  const final = handedOver.find(snapshot => snapshot.final);
  if (!first || !final) {
    throw new Error('The analysis ended without a Snapshot.');
  }
  return { first: first.at, final: final.at, warm: !first.final, memory: process.resourceUsage().maxRSS * 1024 };
}

const [repository = '.', store = ''] = process.argv.slice(2);
analyse(repository, store).then(
  analysed => console.log(JSON.stringify(analysed)),
  (error: Error) => {
    console.error(error.message);
    process.exitCode = 1;
  },
);
