// What VS Code calls inside the extension host: measures the extension there and writes the figures as JSON.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import type { Snapshot } from '../../../src/core/model';
import { commands, views } from '../../../src/extension/ids';
import { pathKey } from '../../../src/extension/pathKey';
import { loadMilliseconds } from '../../host/loadTime';
import { extension } from '../../host/opened';
import { type ProfiledTurn, profileTurns } from './profiledTurns';

export interface HostFigures {
  readonly files: number;
  readonly components: number;
  /** Processor time of loading the extension's code, in milliseconds. */
  readonly load: number;
  /** From the opening of the repository to its first Snapshot, with an empty store; milliseconds. */
  readonly first: number;
  readonly firstTurns: LongestTurns;
  readonly againTurns: LongestTurns;
  readonly whatIfTurns: LongestTurns;
  /** Most bytes that the host's process had resident, worker included. */
  readonly memory: number;
}

/** The three longest turns of the host's loop by processor time, and by that of our code and of V8's collector; milliseconds. */
export type LongestTurns = Readonly<Record<keyof ProfiledTurn, readonly number[]>>;

/** Opens a repository that is somewhere else on the disk, as opening a file of it does. */
interface OpeningGit {
  getAPI(version: 1): { openRepository(root: vscode.Uri): Promise<unknown> };
}

const patience = 20 * 60_000;

export async function run(): Promise<void> {
  const { SINGLE_POINTS_BENCH: repository = '', SINGLE_POINTS_RESULT: result = '' } = process.env;
  const api = await extension().activate();
  const uri = vscode.Uri.file(repository);
  const snapshotWhere = async (isWanted: (snapshot: Snapshot) => boolean): Promise<Snapshot> => {
    for (const end = Date.now() + patience; Date.now() < end; ) {
      const snapshot = api.snapshotOf(uri);
      if (snapshot !== undefined && isWanted(snapshot)) return snapshot;
      await new Promise(resolve => setTimeout(resolve, 10));
    }
    throw new Error('The Snapshot did not come.');
  };
  const load = loadMilliseconds();
  const code = path.join(extension().extensionPath, 'dist');
  await vscode.commands.executeCommand(`${views.ownership}.focus`);

  const started = performance.now();
  let turns = await profileTurns(code);
  const git = await vscode.extensions.getExtension<OpeningGit>('vscode.git')?.activate();
  void git?.getAPI(1).openRepository(uri);
  await snapshotWhere(() => true);
  const first = performance.now() - started;
  const firstTurns = longest(await turns.end());
  const { scannedAt, files, components, people } = await snapshotWhere(({ tier }) => tier === 2);

  // Snapshots are told apart by the second they were made in.
  await new Promise(resolve => setTimeout(resolve, 1_100));
  turns = await profileTurns(code);
  await vscode.commands.executeCommand(commands.refresh);
  await snapshotWhere(snapshot => snapshot.scannedAt > scannedAt && snapshot.tier === 2);
  const againTurns = longest(await turns.end());

  turns = await profileTurns(code);
  const someone = people.find(({ active }) => active)?.email;
  await vscode.commands.executeCommand(commands.whatIf, { repository: pathKey(repository), people: [someone] });
  if (api.simulationOf(uri) === undefined) throw new Error('Nobody was thought away.');
  await vscode.commands.executeCommand(commands.endWhatIf);
  // Until the view has asked for its rows again.
  await new Promise(resolve => setTimeout(resolve, 2_000));
  const whatIfTurns = longest(await turns.end());
  const memory = process.resourceUsage().maxRSS * 1024;
  const figures: HostFigures = {
    ...{ files: files.length, components: components.length, load, first },
    ...{ firstTurns, againTurns, whatIfTurns, memory },
  };
  writeFileSync(result, JSON.stringify(figures));
}

function longest(turns: readonly ProfiledTurn[]): LongestTurns {
  const by = (kind: keyof ProfiledTurn): readonly number[] =>
    turns
      .map(turn => turn[kind])
      .sort((left, right) => right - left)
      .slice(0, 3);
  return { all: by('all'), ours: by('ours'), collecting: by('collecting') };
}
