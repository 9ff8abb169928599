// `node out/repo/lines/manyHistories.mjs <count> [seed] [--ignoring] [--statistics] [--engine <mistake>]`: compares the
// engine with blame on any number of random histories, and makes the first failing one small. With `--engine`, a wrong
// engine takes its place, to see how often a mistake of that kind shows.
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { blamed } from '../../support/blame';
import { isolatedEnvironment } from '../../support/isolatedGit';
import { RepositoryBuilder } from '../../support/repositoryBuilder';
import { compare, type Difference, described } from './agreement';
import { blameEngine, type Mistake } from './blameEngine';
import { writeAttributes } from './checkHistory';
import { failingHistory, reported } from './failingHistory';
import { type EngineFor, engineThatDescribesOnce, isolatedGit } from './lineEngine';
import { lineHistories } from './lineHistory';
import { type PlannedHistory, writePlan } from './plan';
import { planHistory } from './planHistory';
import { features, featuresByGit } from './statistics';

/** Histories in one repository: one import for all of them, and small enough to hold. */
const together = 200;

/** Wrong engines, to see how often a mistake of that kind shows. */
const mistakes: Readonly<Record<string, Mistake>> = {
  blame: {},
  whitespace: { options: { ignoreWhitespace: false } },
  firstParent: { options: { more: ['--first-parent'] } },
  minimal: { options: { more: ['--minimal'] } },
  noIndentHeuristic: { options: { more: ['--no-indent-heuristic'] } },
  noRenames: { options: { more: ['--no-follow'] } },
  copies: { options: { more: ['-C'] } },
  forgetsIgnored: { forgetsIgnored: true },
};

interface Totals {
  histories: number;
  lines: number;
  differing: number;
  failing: { readonly seed: number; readonly run: number }[];
  readonly features: Map<string, number>;
}

interface Options {
  readonly engineFor: EngineFor;
  readonly ignoring: boolean;
  readonly statistics: boolean;
}

/** Compares histories that are in one repository, each on its own branch. */
async function compareTogether(plans: readonly PlannedHistory[], seed: number, totals: Totals, options: Options) {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'single-points-lines-'));
  const builder = new RepositoryBuilder({ folder: path.join(folder, 'repository') });
  const written = plans.map((plan, index) => writePlan(builder, plan, { branch: `history-${index}` }));
  const repository = await builder.build();
  const asked = blamed(repository);
  try {
    await writeAttributes(repository);
    await repository.git('pack-refs', '--all');
    const git = await isolatedGit(isolatedEnvironment(repository.home));
    const engine = options.engineFor(asked);
    const questions = plans.map((plan, index) => {
      const ids = (written[index] ?? []).map(mark => repository.sha(mark));
      const ignored = new Set(options.ignoring ? plan.ignored.map(picked => ids[picked] ?? '') : []);
      return { head: ids[plan.head] ?? '', ignored };
    });
    const { signal } = new AbortController();
    await inPairs(questions, async ({ head, ignored }, index) => {
      const answer = await engine({ git, cwd: repository.path, head, ignored, signal }).catch((failure: unknown) =>
        failure instanceof Error ? failure : new Error(String(failure)),
      );
      const { lines, differences } =
        answer instanceof Error ? failed(answer) : await compare(asked, head, answer, { ignoreRevs: ignored });
      totals.histories++;
      totals.lines += lines;
      totals.differing += differences.length;
      if (differences.length > 0) totals.failing.push({ seed, run: index });
      if (differences.length > 0 && totals.failing.length === 1) console.log(described(differences, 5));
      if (!options.statistics) return;
      const plan = plans[index];
      const found = [...(plan ? features(plan) : []), ...(await featuresByGit(asked, head))];
      for (const feature of found) totals.features.set(feature, (totals.features.get(feature) ?? 0) + 1);
    });
  } finally {
    asked.shells.dispose();
    await repository.dispose();
    await rm(folder, { recursive: true, force: true });
  }
}

function failed(failure: Error): { lines: number; differences: Difference[] } {
  return { lines: 0, differences: [{ path: '', line: 0, ours: failure.stack ?? failure.message, blame: 'an answer' }] };
}

/** Two at a time: each waits for git most of the time. */
async function inPairs<Item>(
  items: readonly Item[],
  work: (item: Item, index: number) => Promise<void>,
): Promise<void> {
  const queue = items.entries();
  const worker = async (): Promise<void> => {
    for (const [index, item] of queue) await work(item, index);
  };
  await Promise.all([worker(), worker()]);
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      engine: { type: 'string' },
      ignoring: { type: 'boolean', default: false },
      statistics: { type: 'boolean', default: false },
    },
  });
  const [count = 1_000, firstSeed = Math.floor(Math.random() * 2 ** 30)] = positionals.map(Number);
  const mistake = values.engine === undefined ? undefined : mistakes[values.engine];
  if (values.engine !== undefined && mistake === undefined)
    throw new Error(`No engine is called "${values.engine}". There are: ${Object.keys(mistakes).join(', ')}.`);
  const engineFor: EngineFor = mistake === undefined ? engineThatDescribesOnce : asked => blameEngine(asked, mistake);
  const { ignoring, statistics } = values;
  const totals: Totals = { histories: 0, lines: 0, differing: 0, failing: [], features: new Map() };
  const started = performance.now();
  console.log(`seed ${firstSeed}`);
  for (let done = 0; done < count; done += together) {
    const seed = firstSeed + done / together;
    const runs = Math.min(together, count - done);
    const plans = fc.sample(lineHistories, { seed, numRuns: runs }).map(planHistory);
    await compareTogether(plans, seed, totals, { engineFor, ignoring, statistics });
    const seconds = ((performance.now() - started) / 1_000).toFixed(0);
    console.log(
      `${totals.histories} histories, ${totals.lines} lines compared, ${totals.differing} differ, ` +
        `in ${totals.failing.length} histories, ${seconds} s`,
    );
  }
  for (const [feature, times] of [...totals.features].sort(([, a], [, b]) => b - a))
    console.log(`${((100 * times) / totals.histories).toFixed(1).padStart(5)} % ${feature}`);
  const [first] = totals.failing;
  if (first === undefined) return;
  process.exitCode = 1;
  console.log(`Making run ${first.run} of seed ${first.seed} smaller …`);
  const search = { runs: together, seed: first.seed, from: first.run, check: { ignoring } };
  const failing = await failingHistory(engineFor, search);
  console.log(failing === null ? 'By itself it does not fail.' : reported(failing));
}

void main();
