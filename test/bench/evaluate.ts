// `npm run evaluate -- [--active-days N] <csv> <folder of clones>`: how well the truck factors name the people whom developers named, as
// Markdown tables. What the columns of the table must be, and how it is judged: EVALUATION.md.
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { LocalAnalysis } from '../../src/analysis/localAnalysis';
import type { Snapshot } from '../../src/core/model';
import { allDefinitions } from '../../src/core/report/states';
import type { TruckFactorDefinition } from '../../src/core/truckFactor';
import { findClone } from './evaluate/clones';
import { type Judgement, judge, namesOf } from './evaluate/judgement';
import { detailTable, summaryTable } from './evaluate/report';
import { readSystems, type System } from './evaluate/systems';

/** One system and how each definition did on it. */
export interface Evaluated {
  readonly system: System;
  readonly judged: Readonly<Record<TruckFactorDefinition, Judgement>>;
}

async function snapshotOf(path: string, revision: string, activeDays: number | null): Promise<Snapshot> {
  const analysis = new LocalAnalysis({ storeDirectory: null, log: line => console.error(line) });
  let last: Snapshot | null = null;
  await analysis.analyse(
    {
      path,
      gitPath: null,
      tier: 2,
      revision,
      settings: { exclude: [], runbookPaths: [], runbookRules: [], activeDays },
    },
    {
      signal: new AbortController().signal,
      onProgress: () => {},
      onSnapshot: (snapshot, final) => {
        last = final ? snapshot : last;
      },
    },
  );
  if (last === null) throw new Error('The analysis ended without a result.');
  return last;
}

function judgeAll(system: System, { truckFactor, people }: Snapshot): Evaluated {
  const judged = allDefinitions.map((definition): [TruckFactorDefinition, Judgement] => {
    const found = truckFactor[definition].people.map(({ person }) => namesOf(people[person]));
    return [definition, judge(found, system.developers)];
  });
  return { system, judged: Object.fromEntries(judged) as Record<TruckFactorDefinition, Judgement> };
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({ options: { 'active-days': { type: 'string' } }, allowPositionals: true });
  const [table, folder] = positionals;
  const activeDays = values['active-days'] === undefined ? null : Number(values['active-days']);
  if (table === undefined || folder === undefined || Number.isNaN(activeDays)) {
    console.error('Usage: npm run evaluate -- [--active-days N] <csv> <folder of clones>');
    return 2;
  }
  const evaluated: Evaluated[] = [];
  let missing = 0;
  for (const system of readSystems(await readFile(table, 'utf8'))) {
    const clone = await findClone(folder, system.repository);
    try {
      if (clone === null) throw new Error('there is no clone of it');
      evaluated.push(judgeAll(system, await snapshotOf(clone, system.commit, activeDays)));
      console.error(`${system.repository}: done`);
    } catch (error) {
      missing++;
      console.error(`${system.repository}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  if (evaluated.length === 0) return 2;
  console.log(`${summaryTable(evaluated)}\n\n${detailTable(evaluated)}`);
  return missing > 0 ? 1 : 0;
}

main().then(
  code => {
    process.exitCode = code;
  },
  (error: Error) => {
    console.error(error.message);
    process.exitCode = 2;
  },
);
