// `node out/support/generateSample.cjs <folder>`: creates the sample that `npm start` shows, up to today.
import path from 'node:path';
import { locateGit } from '../../src/git/locate';
import { createSample } from '../../src/sample/createSample';

async function generate(folder: string): Promise<void> {
  const { env, platform } = process;
  const git = await locateGit({ candidates: [], platform, env });
  await createSample(folder, Math.floor(Date.now() / 1000), git);
  console.log(`Sample repository "harbour" in ${folder}`);
}

const [folder, ...more] = process.argv.slice(2);
if (folder === undefined || more.length > 0) {
  console.error('Usage: node out/support/generateSample.cjs <folder>');
  process.exitCode = 2;
} else {
  generate(path.resolve(folder)).catch((error: Error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
}
