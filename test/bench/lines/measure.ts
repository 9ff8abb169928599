import { cp, readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { ownLines } from '../../../src/analysis/lines/ownLines';
import type { LineOwnership } from '../../../src/core/lines/lineOwnership';
import { locateGit } from '../../../src/git/locate';
import { describeRepository } from '../../../src/git/repository';
import { SnapshotStore } from '../../../src/store/snapshotStore';
import { type TextFile, textFiles } from '../../support/blame';
import { GitShells } from '../../support/gitShells';
import { ask, benchEnvironment, git } from '../gitCost';
import { type Cost, costOf, outputOf } from '../processCost';
import { agreementOf, Blaming } from './blameCost';
import type { Grown, LineFigures } from './figures';
import { median } from './median';
import type { Owned } from './ownOnce';
import { peerCost } from './peerCost';
import { drawn, estimated } from './sample';

export interface LineBenchOptions {
  readonly runs: number;
  /** Files that are blamed, at most. */
  readonly sample: number;
  /** No file is blamed any more after so many CPU seconds. */
  readonly blameSeconds: number;
  /** The peer is stopped after so many seconds. */
  readonly peerSeconds: number;
  readonly growth: boolean;
}

type Run = Owned & Pick<Cost, 'wall'> & { readonly allCpu: number };

const newCommits = 10;
/** So short that one busy moment would show. */
const repeats = 3;

/**
 * Measures one repository, which is only read. One round after the other, so that a slow moment of the machine falls on
 * all that is compared; the sample for blame is spread over the rounds.
 * @param folder an empty one for stores and a clone that shares the objects
 */
export async function measureLines(
  repository: string,
  folder: string,
  { runs, sample, blameSeconds, peerSeconds, growth }: LineBenchOptions,
): Promise<LineFigures> {
  // A copy, because a build in between would take it away.
  const program = path.join(folder, 'ownOnce.cjs');
  await cp(path.join(__dirname, 'lines', 'ownOnce.cjs'), program);
  const own = async (commit: string, store: string): Promise<Run> => {
    const { output, cpu, wall } = await outputOf([process.execPath, program, repository, commit, store]);
    return { ...(JSON.parse(output) as Owned), allCpu: cpu, wall };
  };
  const head = (await ask(repository, 'rev-parse', 'HEAD')).trim();
  const files = (await filesWithText(repository)).filter(({ lines }) => lines > 0);
  const toBlame = drawn(files, sample, head);
  const { clone, writing } = await cloneWithGraph(repository, folder);
  const blaming = new Blaming(repository, clone, blameSeconds);
  const earlier = await commitBefore(repository, newCommits);
  const [store, earlierStore, updated] = ['store', 'earlier', 'updated'].map(name => path.join(folder, name));
  if (!store || !earlierStore || !updated) throw new Error('No folders.');
  await own(earlier.commit, earlierStore);

  const rounds: { log: Cost; cold: Run }[] = [];
  const warm: Run[] = [];
  const updates: Run[] = [];
  for (let round = 0; round < runs; round++) {
    await rm(store, { recursive: true, force: true });
    const logFirst = round % 2 === 0 ? await patchLog(repository, head) : null;
    const cold = await own(head, store);
    rounds.push({ log: logFirst ?? (await patchLog(repository, head)), cold });
    await blaming.take(toBlame.filter((_, index) => index % runs === round));
    for (let repeat = 0; repeat < repeats; repeat++) {
      warm.push(await own(head, store));
      await rm(updated, { recursive: true, force: true });
      await cp(earlierStore, updated, { recursive: true });
      updates.push(await own(head, updated));
    }
  }
  const { blamed } = blaming;
  const blamedFiles = blamed.map(({ file }) => file);
  const measured = (kind: 'plain' | 'graph'): { lines: number; figure: number }[] =>
    blamed.flatMap(each => (each[kind] === null ? [] : { lines: each.file.lines, figure: each[kind].cpu }));
  const peer = await peerCost(repository, blamedFiles, peerSeconds);
  const grown = growth ? await overGrowingHistories(repository, folder, own) : [];
  return {
    commits: Number(await ask(repository, 'rev-list', '--count', head)),
    files: files.length,
    lines: files.reduce((sum, { lines }) => sum + lines, 0),
    unknown: rounds[0]?.cold.unknown ?? 0,
    log: rounds.map(({ log }) => log.cpu),
    logWall: median(rounds.map(({ log }) => log.wall)),
    engine: rounds.map(({ cold }) => cold.allCpu),
    engineOfNode: median(rounds.map(({ cold }) => cold.cpu)),
    engineWall: median(rounds.map(({ cold }) => cold.wall)),
    memory: Math.max(...[...rounds.map(({ cold }) => cold), ...warm, ...updates].map(({ memory }) => memory)),
    blamedFiles: blamed.length,
    blamedLines: blamedFiles.reduce((sum, { lines }) => sum + lines, 0),
    failed: blamed.filter(({ plain, graph }) => plain === null || graph === null).length,
    blame: estimated(measured('plain'), files.length),
    graphBlame: estimated(measured('graph'), files.length),
    graphWriting: writing,
    agreement: agreementOf(await storedAnswer(repository, head, store), blamed),
    peer,
    store: await sizeOf(store),
    warm: median(warm.map(({ milliseconds }) => milliseconds)),
    warmProcess: median(warm.map(({ wall }) => wall * 1000)),
    newCommits: earlier.count,
    update: median(updates.map(({ milliseconds }) => milliseconds)),
    updateProcess: median(updates.map(({ wall }) => wall * 1000)),
    updateCpu: median(updates.map(({ allCpu }) => allCpu)),
    grown,
  };
}

/** The text files at HEAD, as git itself counts their lines. */
async function filesWithText(repository: string): Promise<TextFile[]> {
  const shells = new GitShells(benchEnvironment, 1);
  try {
    return await textFiles({ cwd: repository, shells });
  } finally {
    shells.dispose();
  }
}

/** The yardstick: every change of the history as a patch, thrown away. The shell has git write to where it costs least. */
async function patchLog(repository: string, commit: string): Promise<Cost> {
  const command = git(repository, 'log', '-p', '-U0', '-M', '-w', commit);
  const cost = await costOf(['bash', '-c', 'exec "$@" >/dev/null', 'bash', ...command], { env: benchEnvironment });
  if (cost.exitCode !== 0) throw new Error(`${command.join(' ')} ended with ${cost.exitCode}. ${cost.complaints}`);
  return cost;
}

/** A clone with a commit-graph; `writing` is the CPU of writing that. */
async function cloneWithGraph(repository: string, folder: string): Promise<{ clone: string; writing: number }> {
  const clone = path.join(folder, 'clone');
  await ask(repository, 'clone', '--quiet', '--shared', '--bare', repository, clone);
  const command = git(clone, 'commit-graph', 'write', '--reachable', '--changed-paths');
  const { cpu } = await outputOf(command, { env: benchEnvironment });
  return { clone, writing: cpu };
}

/** The newest ancestor of HEAD on its first parents that lacks so many commits of it. */
async function commitBefore(repository: string, most: number): Promise<{ commit: string; count: number }> {
  const main = await ask(repository, 'rev-list', '--first-parent', `--max-count=${most + 1}`, 'HEAD');
  for (const commit of main.split('\n').slice(1, -1)) {
    const count = Number(await ask(repository, 'rev-list', '--count', 'HEAD', `^${commit}`));
    if (count >= most) return { commit, count };
  }
  throw new Error(`${repository} has fewer than ${most} commits.`);
}

/** The log and the engine, once each, where the history was an eighth, a quarter and half as long. */
async function overGrowingHistories(
  repository: string,
  folder: string,
  own: (commit: string, store: string) => Promise<Run>,
): Promise<Grown[]> {
  const main = (await ask(repository, 'rev-list', '--first-parent', 'HEAD')).split('\n').slice(0, -1);
  const grown: Grown[] = [];
  for (const part of [8, 4, 2]) {
    const commit = main[main.length - Math.ceil(main.length / part)] ?? '';
    const store = path.join(folder, 'grown');
    await rm(store, { recursive: true, force: true });
    const log = await patchLog(repository, commit);
    const { allCpu, lines, memory } = await own(commit, store);
    const commits = Number(await ask(repository, 'rev-list', '--count', commit));
    grown.push({ part, commits, lines, log: log.cpu, engine: allCpu, memory });
  }
  return grown;
}

/** What the engine's store answers: the same that a cold run gave. */
async function storedAnswer(repository: string, head: string, folder: string): Promise<LineOwnership> {
  const git = await locateGit({ candidates: [], platform: process.platform, env: process.env });
  const { signal } = new AbortController();
  const description = await describeRepository(git, repository, signal);
  const store = await SnapshotStore.open(folder);
  return (await ownLines({ git, description, head, ignored: new Set(), store, signal })).ownership;
}

async function sizeOf(folder: string): Promise<number> {
  const sizes = (await readdir(folder)).map(async name => (await stat(path.join(folder, name))).size);
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}
