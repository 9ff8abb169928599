// `node out/bench/lines/ownOnce.cjs <repository> <commit> [<store folder>]`: owns the lines at a commit once and prints
// what it took as JSON.
import path from 'node:path';
import { ownLines } from '../../../src/analysis/lines/ownLines';
import { optimizeLater } from '../../../src/cli/optimizeLater';
import { unknownCommit } from '../../../src/core/lines/lineOwnership';
import { locateGit } from '../../../src/git/locate';
import { describeRepository } from '../../../src/git/repository';
import { SnapshotStore } from '../../../src/store/snapshotStore';

export interface Owned {
  /** From the opening of the store to the answer, in milliseconds; finding git and the repository is not in it. */
  readonly milliseconds: number;
  /** User and system seconds of this process alone. */
  readonly cpu: number;
  /** Most memory this process ever had resident, in bytes. */
  readonly memory: number;
  readonly files: number;
  readonly lines: number;
  /** Lines whose commit is not known. */
  readonly unknown: number;
}

async function own(repository: string, head: string, storeFolder: string | undefined): Promise<Owned> {
  const git = await locateGit({ candidates: [], platform: process.platform, env: process.env });
  const { signal } = new AbortController();
  const description = await describeRepository(git, path.resolve(repository), signal);
  const start = performance.now();
  const store = storeFolder === undefined ? null : await SnapshotStore.open(storeFolder);
  const log = (line: string): void => console.error(line);
  const owned = await ownLines({ git, description, head, ignored: new Set(), store, signal, log });
  const { files } = owned.ownership;
  const milliseconds = performance.now() - start;
  await owned.store();
  const { user, system } = process.cpuUsage();
  let lines = 0;
  let unknown = 0;
  for (const { runs } of files) {
    for (let at = 0; at < runs.length; at += 2) {
      const length = runs[at] ?? 0;
      lines += length;
      if (runs[at + 1] === unknownCommit) unknown += length;
    }
  }
  const memory = process.resourceUsage().maxRSS * 1024;
  return { milliseconds, cpu: (user + system) / 1e6, memory, files: files.length, lines, unknown };
}

optimizeLater();
const [repository = '.', commit = 'HEAD', storeFolder] = process.argv.slice(2);
own(repository, commit, storeFolder).then(
  owned => console.log(JSON.stringify(owned)),
  (error: Error) => {
    console.error(error.message);
    process.exitCode = 1;
  },
);
