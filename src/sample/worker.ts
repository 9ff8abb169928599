import { parentPort, workerData } from 'node:worker_threads';
import { locateGit } from '../git/locate';
import { createSample } from './createSample';

/** What the host hands over when it starts the thread that creates the sample. */
export interface SampleRequest {
  readonly folder: string;
  readonly gitPath: string | null;
}

/** Creates the sample away from the host's thread; a failure is the thread's error. */
async function create({ folder, gitPath }: SampleRequest): Promise<void> {
  const { env, platform } = process;
  const git = await locateGit({ candidates: gitPath === null ? [] : [gitPath], platform, env });
  await createSample(folder, Math.floor(Date.now() / 1000), git);
}

if (parentPort) {
  void create(workerData as SampleRequest);
}
