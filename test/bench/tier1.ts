// `npm run bench -- [--runs N] [--peer] [[name=]repository …]`: what tier 1 costs, as a Markdown table. Linux only.
import { cp, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { buildLargeRepository } from '../support/largeRepository';
import type { Analysed } from './analyseOnce';
import { ask, blameCost, filesAtHead, loggedCommits, ownLogCost, rawLogCost } from './gitCost';
import { costOf, outputOf } from './processCost';
import { type Figures, table } from './table';

const large = { commits: 25_000, files: 5_000, people: 60, checkout: true };
const newCommits = 20;
const blamedFiles = 40;
const peerSeconds = 900;

interface Programs {
  readonly cli: string;
  readonly analyseOnce: string;
}

/** Copies, because a build in between would take them away. */
async function programs(folder: string): Promise<Programs> {
  const root = path.resolve(__dirname, '..', '..');
  const cli = path.join(folder, 'cli.cjs');
  const analyseOnce = path.join(folder, 'analyseOnce.cjs');
  await cp(path.join(root, 'dist', 'cli.cjs'), cli);
  await cp(path.join(__dirname, 'analyseOnce.cjs'), analyseOnce);
  return { cli, analyseOnce };
}

async function measure(repository: string, folder: string, runs: number, peer: boolean): Promise<Figures> {
  const { cli, analyseOnce } = await programs(folder);
  const logged = await loggedCommits(repository, folder);
  const files = await filesAtHead(repository);
  const clone = await cloneBefore(repository, folder);
  const store = path.join(folder, 'store');
  const analyse = async (): Promise<Analysed & { cpu: number }> => {
    const { output, cpu } = await outputOf([process.execPath, analyseOnce, clone.path, store]);
    return { ...(JSON.parse(output) as Analysed), cpu };
  };
  const each: Record<'rawLog' | 'ownLog' | 'scan' | 'memory' | 'coldFirst', number[]> &
    Record<'incrementFinal' | 'incrementCpu' | 'warmFirst' | 'warmFinal' | 'whatIfFirst' | 'whatIf', number[]> = {
    rawLog: [],
    ownLog: [],
    scan: [],
    memory: [],
    coldFirst: [],
    incrementFinal: [],
    incrementCpu: [],
    warmFirst: [],
    warmFinal: [],
    whatIfFirst: [],
    whatIf: [],
  };
  // One round after the other, so that a busy moment of the machine falls on all of them.
  for (let run = 0; run < runs; run++) {
    each.rawLog.push(await rawLogCost(repository, logged));
    each.ownLog.push(await ownLogCost(repository, logged));
    const scan = [process.execPath, cli, 'scan', repository, '--no-cache', '--format', 'json'];
    each.scan.push((await outputOf(scan)).cpu);

    await rm(store, { recursive: true, force: true });
    await clone.moveTo(clone.before);
    const cold = await analyse();
    each.coldFirst.push(cold.first);
    await clone.moveTo(clone.head);
    const increment = await analyse();
    each.incrementFinal.push(increment.final);
    each.incrementCpu.push(increment.cpu);
    const warm = await analyse();
    each.warmFirst.push(warm.first);
    each.warmFinal.push(warm.final);
    each.whatIfFirst.push(warm.whatIf[0]);
    each.whatIf.push(warm.whatIf[1]);
    each.memory.push(cold.memory, increment.memory, warm.memory);
    if (!increment.warm || !warm.warm) {
      throw new Error(`What was stored of ${repository} was not found again.`);
    }
  }
  return {
    commits: logged.total,
    unreadable: logged.unreadable,
    files: files.length,
    rawLog: median(each.rawLog),
    ownLog: median(each.ownLog),
    scan: median(each.scan),
    memory: Math.max(...each.memory),
    coldFirst: median(each.coldFirst),
    warmFirst: median(each.warmFirst),
    warmFinal: median(each.warmFinal),
    whatIfFirst: median(each.whatIfFirst),
    whatIf: median(each.whatIf),
    increment: clone.commits,
    incrementFinal: median(each.incrementFinal),
    incrementCpu: median(each.incrementCpu),
    store: await sizeOf(store),
    blame: await blameCost(repository, files, blamedFiles),
    peer: peer ? await peerCost(repository) : null,
  };
}

interface Clone {
  readonly path: string;
  readonly head: string;
  /** An ancestor of `head`, and how many commits lie between. */
  readonly before: string;
  readonly commits: number;
  readonly moveTo: (commit: string) => Promise<void>;
}

/** A clone that shares the objects, bare where the repository is. */
async function cloneBefore(repository: string, folder: string): Promise<Clone> {
  const clone = path.join(folder, 'clone');
  const bare = (await ask(repository, 'rev-parse', '--is-bare-repository')) === 'true\n';
  await ask(repository, 'clone', '--quiet', '--shared', ...(bare ? ['--bare'] : []), path.resolve(repository), clone);
  const main = (await ask(clone, 'rev-list', '--first-parent', `--max-count=${newCommits + 1}`, 'HEAD')).split('\n');
  const head = main[0] ?? '';
  for (const before of main.slice(1, -1)) {
    const commits = Number(await ask(clone, 'rev-list', '--count', head, `^${before}`));
    if (commits >= newCommits) {
      const move = bare ? ['update-ref', 'HEAD'] : ['reset', '--quiet', '--hard'];
      const moveTo = async (commit: string): Promise<void> => void (await ask(clone, ...move, commit));
      return { path: clone, head, before, commits, moveTo };
    }
  }
  throw new Error(`${repository} has fewer than ${newCommits} commits.`);
}

/** CPU seconds of gitinspector, which tells ownership by `git blame` of every file; negative: it was stopped by then. */
async function peerCost(repository: string): Promise<number | null> {
  const { cpu, exitCode } = await costOf([
    'timeout',
    `${peerSeconds}`,
    'gitinspector',
    '-F',
    'xml',
    '-f',
    '**',
    repository,
  ]);
  return exitCode === 124 ? -cpu : exitCode === 0 ? cpu : null;
}

async function sizeOf(folder: string): Promise<number> {
  const sizes = (await readdir(folder)).map(async name => (await stat(path.join(folder, name))).size);
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? Number.NaN;
}

/** `name=path`, or a path that names itself. */
function named(argument: string): { name: string; repository: string } {
  const at = argument.indexOf('=');
  const repository = path.resolve(argument.slice(at + 1));
  return { name: at > 0 ? argument.slice(0, at) : path.basename(repository), repository };
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: { runs: { type: 'string', default: '3' }, peer: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  const runs = Math.max(1, Number(values.runs) || 1);
  const generated = positionals.length === 0 ? await buildLargeRepository(large) : null;
  const wanted = generated ? [{ name: 'generated', repository: generated.path }] : positionals.map(named);
  const columns: { name: string; figures: Figures }[] = [];
  try {
    for (const { name, repository } of wanted) {
      console.error(`${name}…`);
      const folder = await mkdtemp(path.join(os.tmpdir(), 'single-points-bench-'));
      try {
        columns.push({ name, figures: await measure(repository, folder, runs, values.peer) });
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    }
  } finally {
    await generated?.dispose();
  }
  const gitVersion = (await outputOf(['git', '--version'])).output.trim();
  const load = os.loadavg()[0]?.toFixed(1);
  console.log(table(columns));
  console.log(
    `\nMedians of ${runs} runs; ${os.cpus().length} cores, load ${load}, Node ${process.version}, ${gitVersion}.`,
  );
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
