// `node out/support/generateSample.cjs <folder>`: generates the sample that `npm start` shows, up to today.
import { existsSync } from 'node:fs';
import { readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { buildSampleRepository } from './sampleRepository';

const marker = path.join('.git', 'single-points-sample');

async function generate(folder: string): Promise<string> {
  const entries = await readdir(folder).catch(() => []);
  if (entries.length > 0 && !existsSync(path.join(folder, marker))) {
    throw new Error(`${folder} is not empty and is no earlier sample; name a folder that does not exist yet.`);
  }
  await rm(folder, { recursive: true, force: true });
  const repository = await buildSampleRepository({ until: Math.floor(Date.now() / 1000), folder });
  await writeFile(path.join(folder, marker), 'Generated. The next run replaces this repository.\n');
  const commits = await repository.git('rev-list', '--count', 'HEAD');
  await repository.keep();
  return `Sample repository "harbour": ${commits} commits in ${folder}`;
}

const [folder, ...more] = process.argv.slice(2);
if (folder === undefined || more.length > 0) {
  console.error('Usage: node out/support/generateSample.cjs <folder>');
  process.exitCode = 2;
} else {
  generate(path.resolve(folder)).then(console.log, (error: Error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
}
