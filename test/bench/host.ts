// `npm run bench:host -- [repository …]`: what the extension costs its host in a real VS Code, as a Markdown table. Without a
// repository it makes up one of 25,000 commits and 50,000 files.
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runInHost } from '../host/inHost';
import { buildLargeRepository } from '../support/largeRepository';
import type { HostFigures, LongestTurns } from './host/measure';

const large = { commits: 25_000, files: 50_000, people: 500, checkout: true };

async function madeUp(): Promise<{ readonly path: string; dispose(): void }> {
  const repository = await buildLargeRepository(large);
  return {
    path: repository.path,
    dispose: () => rmSync(repository.home, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }),
  };
}

async function measure(repository: string): Promise<HostFigures> {
  const scratch = mkdtempSync(path.join(tmpdir(), 'single-points-bench-'));
  const folder = path.join(scratch, 'empty');
  const result = path.join(scratch, 'figures.json');
  mkdirSync(folder);
  try {
    const entry = path.join(process.cwd(), 'out', 'bench', 'host', 'measure.cjs');
    await runInHost({ entry, folder, scratch, result, environment: { SINGLE_POINTS_BENCH: repository } });
    return JSON.parse(readFileSync(result, 'utf8')) as HostFigures;
  } finally {
    rmSync(scratch, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

type Row = readonly [label: string, budget: string, cell: (figures: HostFigures) => string];

/** What others do in the host, VS Code's own Git extension first of all, is not in our hands. */
function turnRows(when: string, turns: (figures: HostFigures) => LongestTurns): readonly Row[] {
  const told = (times: readonly number[]): string => times.map(time => time.toFixed(1)).join(', ');
  return [
    [`longest turns ${when}, our code in them, CPU ms`, '16', figures => told(turns(figures).ours)],
    ['the same, V8 collecting garbage', '', figures => told(turns(figures).collecting)],
    ['the same, whatever ran', '', figures => told(turns(figures).all)],
  ];
}

const rows: readonly Row[] = [
  ['files at HEAD', '', ({ files }) => files.toLocaleString('en')],
  ['components', '', ({ components }) => components.toLocaleString('en')],
  ['loading the code, CPU ms', '50', ({ load }) => load.toFixed(0)],
  ['first tree cold, ms', '', ({ first }) => first.toFixed(0)],
  ...turnRows('until then', ({ firstTurns }) => firstTurns),
  ...turnRows('while it is analysed again', ({ againTurns }) => againTurns),
  ...turnRows('while someone is thought away and comes back', ({ whatIfTurns }) => whatIfTurns),
  ['peak memory of the host with its worker, MB', '', ({ memory }) => (memory / 1e6).toFixed(0)],
];

async function main(): Promise<void> {
  const given = process.argv.slice(2);
  const made = given.length === 0 ? await madeUp() : null;
  const repositories = made === null ? given.map(each => path.resolve(each)) : [made.path];
  try {
    const figures: HostFigures[] = [];
    for (const repository of repositories) figures.push(await measure(repository));
    const names = made === null ? repositories.map(each => path.basename(each)) : ['made up'];
    console.log(`| | budget | ${names.join(' | ')} |\n|---|---|${names.map(() => '---:|').join('')}`);
    for (const [label, budget, cell] of rows)
      console.log(`| ${label} | ${budget} | ${figures.map(cell).join(' | ')} |`);
  } finally {
    made?.dispose();
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
