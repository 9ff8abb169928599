import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Git } from '../git/git';
import { readGit } from '../git/streamGit';
import { CommitStream, type Mark } from './commitStream';
import { FastImport } from './fastImport';
import { describeSample } from './sampleHistory';
import { sampleCreatedAt, sampleMarker } from './sampleMarker';

/**
 * Creates the sample repository with its work tree; one that was created there before is replaced.
 * Throws where the folder holds anything else, and GitError where git fails.
 * @param until as in {@link describeSample}
 */
export async function createSample(folder: string, until: number, git: Git): Promise<void> {
  if (!(await isFree(folder)) && (await sampleCreatedAt(folder)) === null) {
    throw new Error(`${folder} is not empty and is no earlier sample; name a folder that does not exist yet.`);
  }
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const scratch = await mkdtemp(path.join(os.tmpdir(), 'single-points-'));
  try {
    await write(folder, until, git, path.join(scratch, 'marks'));
    await writeFile(sampleMarker(folder), 'Generated. The next run replaces this repository.\n');
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

/** Whether nothing is lost when a folder is made there. A file is something. */
async function isFree(folder: string): Promise<boolean> {
  try {
    return (await readdir(folder)).length === 0;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT';
  }
}

async function write(folder: string, until: number, git: Git, marksFile: string): Promise<void> {
  const run = (...args: string[]): Promise<Buffer> => readGit(git, args, { cwd: folder });
  // No template: no hooks. Git before 2.28 knows no option for the initial branch.
  await run('init', '--quiet', '--template=');
  await run('symbolic-ref', 'HEAD', 'refs/heads/main');
  const stream = new CommitStream();
  const send = async (): Promise<void> => {
    const process = new FastImport(git, path.join(folder, '.git'), marksFile);
    await stream.send(process);
    await process.end();
  };
  const shaOf = async (mark: Mark): Promise<string> => {
    await send();
    return new RegExp(`^:${mark} ([0-9a-f]+)$`, 'm').exec(await readFile(marksFile, 'utf8'))?.[1] ?? '';
  };
  const merged = await describeSample(stream, until, shaOf);
  await send();
  await run('reset', '--hard', '--quiet');
  await run('branch', '--quiet', '-D', ...merged);
}
