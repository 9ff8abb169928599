import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { blamed } from '../../support/blame';
import type { BuiltRepository } from '../../support/builtRepository';
import { isolatedEnvironment } from '../../support/isolatedGit';
import { RepositoryBuilder } from '../../support/repositoryBuilder';
import { type Difference, differences } from './agreement';
import { type EngineFor, isolatedGit } from './lineEngine';
import { attributes, type PlannedHistory, writePlan } from './plan';

export interface CheckOptions {
  /** Ignore the commits that the history names. */
  readonly ignoring?: boolean;
  readonly objectFormat?: 'sha1' | 'sha256';
}

/** Builds one history and compares an engine's answer with blame's. Commits are named by their index in the history. */
export async function checkHistory(
  plan: PlannedHistory,
  engineFor: EngineFor,
  options: CheckOptions = {},
): Promise<Difference[]> {
  const { ignoring = false, objectFormat = 'sha1' } = options;
  const builder = new RepositoryBuilder({ objectFormat });
  const marks = writePlan(builder, plan, { objectFormat });
  const repository = await builder.build();
  const asked = blamed(repository);
  try {
    await writeAttributes(repository);
    const ids = marks.map(mark => repository.sha(mark));
    const head = ids[plan.head] ?? '';
    const ignored = new Set(ignoring ? plan.ignored.map(index => ids[index] ?? '') : []);
    const ignoreRevsFile = path.join(repository.home, 'ignored');
    await writeFile(ignoreRevsFile, [...ignored, ''].join('\n'));
    const git = await isolatedGit(isolatedEnvironment(repository.home));
    const signal = new AbortController().signal;
    const ownership = await engineFor(asked)({ git, cwd: repository.path, head, ignored, signal });
    const found = await differences(asked, head, ownership, { ignoreRevsFile });
    const named = (sha: string): string => (ids.includes(sha) ? `commit ${ids.indexOf(sha)}` : sha);
    return found.map(each => ({ ...each, ours: named(each.ours), blame: named(each.blame) }));
  } finally {
    asked.shells.dispose();
    await repository.dispose();
  }
}

/** Where they hold for every revision, in a work tree and without one, whatever the version of git. */
export async function writeAttributes(repository: BuiltRepository): Promise<void> {
  const folder = path.join(repository.gitFolder, 'info');
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, 'attributes'), attributes);
}
