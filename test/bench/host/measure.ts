// What VS Code calls inside the extension host: measures the extension there and writes the figures as JSON.
import { writeFileSync } from 'node:fs';
import * as vscode from 'vscode';
import type { Snapshot } from '../../../src/core/model';
import { commands, views } from '../../../src/extension/ids';
import { pathKey } from '../../../src/extension/pathKey';
import { loadMilliseconds } from '../../host/loadTime';
import { extension } from '../../host/opened';
import { measureTurns } from '../../host/turns';

export interface HostFigures {
  readonly files: number;
  readonly components: number;
  /** Processor time of loading the extension's code, in milliseconds. */
  readonly load: number;
  /** From the opening of the repository to its first Snapshot, with an empty store; milliseconds. */
  readonly first: number;
  /** The three longest turns of the host's loop by processor time, in milliseconds. */
  readonly firstTurns: string;
  readonly againTurns: string;
  readonly whatIfTurns: string;
  /** Most bytes that the host's process had resident, worker included. */
  readonly memory: number;
}

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
  await vscode.commands.executeCommand(`${views.ownership}.focus`);

  const started = performance.now();
  let turns = measureTurns();
  const git = await vscode.extensions.getExtension<OpeningGit>('vscode.git')?.activate();
  void git?.getAPI(1).openRepository(uri);
  await snapshotWhere(() => true);
  const first = performance.now() - started;
  const firstTurns = longest(turns.end());
  const { scannedAt, files, components, people } = await snapshotWhere(({ tier }) => tier === 2);

  // Snapshots are told apart by the second they were made in.
  await new Promise(resolve => setTimeout(resolve, 1_100));
  turns = measureTurns();
  await vscode.commands.executeCommand(commands.refresh);
  await snapshotWhere(snapshot => snapshot.scannedAt > scannedAt && snapshot.tier === 2);
  const againTurns = longest(turns.end());

  turns = measureTurns();
  const someone = people.find(({ active }) => active)?.email;
  await vscode.commands.executeCommand(commands.whatIf, { repository: pathKey(repository), people: [someone] });
  if (api.simulationOf(uri) === undefined) throw new Error('Nobody was thought away.');
  await vscode.commands.executeCommand(commands.endWhatIf);
  // Until the view has asked for its rows again.
  await new Promise(resolve => setTimeout(resolve, 2_000));
  const whatIfTurns = longest(turns.end());
  const memory = process.resourceUsage().maxRSS * 1024;
  const figures: HostFigures = {
    ...{ files: files.length, components: components.length, load, first },
    ...{ firstTurns, againTurns, whatIfTurns, memory },
  };
  writeFileSync(result, JSON.stringify(figures));
}

function longest(turns: readonly number[]): string {
  const sorted = [...turns].sort((left, right) => right - left);
  return sorted
    .slice(0, 3)
    .map(turn => turn.toFixed(1))
    .join(', ');
}
