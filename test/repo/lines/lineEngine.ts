import { ownLines } from '../../../src/analysis/lines/ownLines';
import type { LineOwnership } from '../../../src/core/lines/lineOwnership';
import type { Git } from '../../../src/git/git';
import { locateGit } from '../../../src/git/locate';
import { describeRepository, type RepositoryDescription } from '../../../src/git/repository';
import type { BlamedRepository } from '../../support/blame';

export interface LineQuestion {
  readonly git: Git;
  readonly cwd: string;
  readonly head: string;
  /** Commit ids in hex. */
  readonly ignored: ReadonlySet<string>;
  readonly signal: AbortSignal;
}

/** What is compared with blame. */
export type LineEngine = (question: LineQuestion) => Promise<LineOwnership>;

/** The engine for one repository; only fakes need to know which. */
export type EngineFor = (repository: BlamedRepository) => LineEngine;

/** The engine itself, without a store. */
export const lineEngine: LineEngine = question => engineThatDescribesOnce()(question);

/** The same for many questions about one repository, which is described with the first. */
export function engineThatDescribesOnce(): LineEngine {
  let described: Promise<RepositoryDescription> | undefined;
  return async question => {
    // A short question through simple-git, which takes no configuration from the environment.
    described ??= plainGit().then(git => describeRepository(git, question.cwd, question.signal));
    return (await ownLines({ ...question, description: await described, store: null })).ownership;
  };
}

let located: Promise<Git> | undefined;

export function plainGit(): Promise<Git> {
  located ??= locateGit({ candidates: [], platform: process.platform, env: process.env });
  return located;
}

/** The git that the engine runs, without anybody's configuration. */
export async function isolatedGit(environment: NodeJS.ProcessEnv): Promise<Git> {
  const git = await plainGit();
  const isolated = Object.entries(environment).filter((pair): pair is [string, string] => pair[1] !== undefined);
  return { ...git, environment: { ...git.environment, ...Object.fromEntries(isolated) } };
}
