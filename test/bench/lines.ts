// `npm run bench:lines -- [options] [name=]repository …`: what the commit of every line costs, as a Markdown table, beside
// git and a peer. Linux only.
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { LineFigures } from './lines/figures';
import { linesTable } from './lines/linesTable';
import { measureLines } from './lines/measure';
import { findPeer } from './lines/peerCost';
import { outputOf } from './processCost';

const usage = `Usage: npm run bench:lines -- [options] [name=]repository …

  --runs N            rounds; figures are their medians (3)
  --sample N          files that are blamed (100)
  --blame-seconds N   begins to blame no further file after so much CPU (300)
  --peer-seconds N    stops git-fame after so much time (600)
  --growth            the log and the engine at an eighth, a quarter and half of the history as well`;

/** `name=path`, or a path that names itself. */
function named(argument: string): { name: string; repository: string } {
  const at = argument.indexOf('=');
  const repository = path.resolve(argument.slice(at + 1));
  return { name: at > 0 ? argument.slice(0, at) : path.basename(repository, '.git'), repository };
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: {
      runs: { type: 'string', default: '3' },
      sample: { type: 'string', default: '100' },
      'blame-seconds': { type: 'string', default: '300' },
      'peer-seconds': { type: 'string', default: '600' },
      growth: { type: 'boolean', default: false },
    },
    allowPositionals: true,
  });
  const number = (text: string): number => Math.max(1, Math.floor(Number(text)) || 1);
  if (positionals.length === 0) throw new Error(usage);
  const options = {
    runs: number(values.runs),
    sample: number(values.sample),
    blameSeconds: number(values['blame-seconds']),
    peerSeconds: number(values['peer-seconds']),
    growth: values.growth,
  };
  const columns: { name: string; figures: LineFigures }[] = [];
  for (const { name, repository } of positionals.map(named)) {
    console.error(`${name}…`);
    const folder = await mkdtemp(path.join(os.tmpdir(), 'single-points-bench-'));
    try {
      const column = { name, figures: await measureLines(repository, folder, options) };
      columns.push(column);
      // The next one may take an hour, and fail.
      if (positionals.length > 1) console.error(linesTable([column]));
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }
  const gitVersion = (await outputOf(['git', '--version'])).output.trim();
  const peer = await findPeer();
  const load = os.loadavg()[0]?.toFixed(1);
  console.log(linesTable(columns));
  console.log(
    `\nMedians of ${options.runs} rounds; ${os.cpus().length} cores, load ${load}, Node ${process.version}, ${gitVersion}, ` +
      `${peer === null ? 'git-fame not found (`pip install git-fame`)' : `git-fame ${peer.version}`}.`,
  );
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
