import fc from 'fast-check';
import { type Difference, described } from './agreement';
import { type CheckOptions, checkHistory } from './checkHistory';
import type { EngineFor } from './lineEngine';
import { lineHistories } from './lineHistory';
import type { PlannedHistory } from './plan';
import { planHistory } from './planHistory';
import { reducedPlan } from './reducedPlan';

/** A history in which an engine and blame differ, made small. */
export interface FailingHistory {
  readonly plan: PlannedHistory;
  readonly differences: readonly Difference[];
  /** Set when the engine did not answer at all. */
  readonly failure: unknown;
  readonly seed: number;
  readonly run: number;
}

export interface Search {
  readonly runs: number;
  /** Any without one. */
  readonly seed?: number | undefined;
  /** The run to begin with. */
  readonly from?: number;
  readonly check?: CheckOptions;
  /** How long to make the case smaller; 40 s without one. */
  readonly reducingMilliseconds?: number;
}

/** The first of some random histories about which an engine and blame differ; null: they agree on all. */
export async function failingHistory(engineFor: EngineFor, search: Search): Promise<FailingHistory | null> {
  const { runs, seed, from = 0, check = {}, reducingMilliseconds = 40_000 } = search;
  const details = await fc.check(
    fc.asyncProperty(lineHistories, async history => {
      if (await differs(planHistory(history), engineFor, check)) throw new Error('They differ.');
    }),
    // A description is not made smaller: see `reducedPlan`.
    {
      numRuns: runs,
      endOnFailure: true,
      ...(seed === undefined ? {} : { seed }),
      ...(from > 0 ? { path: `${from}` } : {}),
    },
  );
  if (details.counterexample === null) return null;
  const whole = planHistory(details.counterexample[0]);
  const plan = await reducedPlan(whole, smaller => differs(smaller, engineFor, check), reducingMilliseconds);
  const run = Number(details.counterexamplePath?.split(':')[0] ?? 0);
  const found = { plan, seed: details.seed, run, failure: null };
  try {
    return { ...found, differences: await checkHistory(plan, engineFor, check) };
  } catch (failure) {
    return { ...found, differences: [], failure };
  }
}

async function differs(plan: PlannedHistory, engineFor: EngineFor, check: CheckOptions): Promise<boolean> {
  return checkHistory(plan, engineFor, check).then(
    found => found.length > 0,
    () => true,
  );
}

/** What to do about a failing history: for the message of a test. */
export function reported({ plan, differences, failure, seed, run }: FailingHistory): string {
  return [
    `Run ${run} of seed ${seed}:`,
    failure === null ? described(differences) : failure instanceof Error ? failure.stack : String(failure),
    'To keep this history, add to keptHistories.ts:',
    `${asCode(plan)},`,
  ].join('\n');
}

/** As TypeScript that shows every byte. */
function asCode(plan: PlannedHistory): string {
  return JSON.stringify(plan).replace(/[^ -~]/g, byte => `\\x${byte.charCodeAt(0).toString(16).padStart(2, '0')}`);
}
