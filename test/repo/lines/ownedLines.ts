import { ownLines } from '../../../src/analysis/lines/ownLines';
import { type LineOwnership, unknownCommit } from '../../../src/core/lines/lineOwnership';
import { tidyOwnership } from '../../../src/core/lines/tidyOwnership';
import type { Git } from '../../../src/git/git';
import { describeRepository } from '../../../src/git/repository';
import type { SnapshotStore } from '../../../src/store/snapshotStore';
import type { BuiltRepository } from '../../support/builtRepository';
import { plainGit } from './lineEngine';

export interface OwnedOptions {
  /** null: cold. */
  readonly store?: SnapshotStore | null;
  /** HEAD without one. */
  readonly head?: string;
  readonly ignored?: readonly string[];
  readonly signal?: AbortSignal;
  readonly git?: (git: Git) => Git;
  readonly log?: (line: string) => void;
  readonly onProgress?: (done: number, total: number) => void;
}

/** The engine's answer for a repository as it is now, stored where there is a store, in the form that all answers share. */
export async function ownedLines(repository: BuiltRepository, options: OwnedOptions = {}): Promise<LineOwnership> {
  const { store = null, ignored = [], signal = new AbortController().signal, ...told } = options;
  const plain = await plainGit();
  // Short questions go through simple-git, which refuses more than this.
  const environment = { ...plain.environment, HOME: repository.home, XDG_CONFIG_HOME: repository.home };
  const git = { ...plain, environment };
  const description = await describeRepository(git, repository.path);
  const head = options.head ?? description.head ?? '';
  const request = { ...told, description, head, ignored: new Set(ignored), store, signal };
  const owned = await ownLines({ ...request, git: options.git?.(git) ?? git });
  await owned.store();
  return tidyOwnership(owned.ownership);
}

/** By path the commit of each line, null where it is not known. */
export function linesByPath({ files, commits, shaLength }: LineOwnership): Record<string, (string | null)[]> {
  const ids = Array.from({ length: commits.length / shaLength }, (_, commit) =>
    Buffer.from(commits.subarray(commit * shaLength, (commit + 1) * shaLength)).toString('hex'),
  );
  return Object.fromEntries(
    files.map(({ path, runs }) => {
      const lines: (string | null)[] = [];
      for (let at = 0; at < runs.length; at += 2) {
        const commit = runs[at + 1] ?? 0;
        const id = commit === unknownCommit ? null : (ids[commit] ?? `commit ${commit}?`);
        for (let left = runs[at] ?? 0; left > 0; left--) lines.push(id);
      }
      return [path, lines];
    }),
  );
}
