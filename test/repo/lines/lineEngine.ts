import type { LineOwnership } from '../../../src/core/lines/lineOwnership';
import type { Git } from '../../../src/git/git';
import { locateGit } from '../../../src/git/locate';
import type { BlamedRepository } from '../../support/blame';

export interface LineQuestion {
  readonly git: Git;
  readonly cwd: string;
  readonly head: string;
  /** Commit ids in hex. */
  readonly ignored: ReadonlySet<string>;
  readonly store: null;
  readonly signal: AbortSignal;
}

/** What is compared with blame. */
export type LineEngine = (question: LineQuestion) => Promise<LineOwnership>;

/** The engine for one repository; only fakes need to know which. */
export type EngineFor = (repository: BlamedRepository) => LineEngine;

let located: Promise<Git> | undefined;

/** The git that the engine runs, without anybody's configuration. */
export async function isolatedGit(environment: NodeJS.ProcessEnv): Promise<Git> {
  located ??= locateGit({ candidates: [], platform: process.platform, env: process.env });
  const git = await located;
  const isolated = Object.entries(environment).filter((pair): pair is [string, string] => pair[1] !== undefined);
  return { ...git, environment: { ...git.environment, ...Object.fromEntries(isolated) } };
}
