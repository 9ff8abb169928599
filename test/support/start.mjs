// `npm start -- [repository] [--no-open]`: on a fresh clone installs and builds, prints who owns what in the repository
// (without one: in a generated sample) and opens it in VS Code with the extension loaded. Plain Node.
import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build, installDependencies, must, run, StepFailed } from './commands.mjs';
import { installExtension, startServer } from './host/server.mjs';
import { setUpServer } from './host/setup.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const usage = 'Usage: npm start -- [repository] [--no-open]';

class WrongUsage extends Error {}

function readArguments() {
  let parsed;
  try {
    parsed = parseArgs({ allowPositionals: true, options: { 'no-open': { type: 'boolean' } } });
  } catch (error) {
    throw new WrongUsage(`${error.message.replace(/\. .*/s, '.')}\n${usage}`);
  }
  const [given, ...more] = parsed.positionals;
  if (more.length > 0) throw new WrongUsage(`One repository at a time.\n${usage}`);
  // npm runs us in the project's folder; a relative path is meant from where the person typed it.
  const repository = given === undefined ? undefined : path.resolve(process.env['INIT_CWD'] ?? '', given);
  if (repository !== undefined && !existsSync(repository)) throw new WrongUsage(`There is no folder ${repository}.`);
  return { repository, open: !parsed.values['no-open'] };
}

async function generateSample() {
  const sample = path.join(root, 'out', 'sample');
  rmSync(sample, { recursive: true, force: true });
  await must('The sample repository', run(process.execPath, ['out/support/generateSample.cjs', sample], { cwd: root }));
  return sample;
}

/** Opens the repository in an installed VS Code. False when there is none, or it would not open. */
async function openInstalled(repository) {
  const windows = process.platform === 'win32';
  const folders = (process.env['PATH'] ?? '').split(path.delimiter);
  if (!folders.some(folder => existsSync(path.join(folder, windows ? 'code.cmd' : 'code')))) return false;
  const quoted = text => (windows ? `"${text}"` : text);
  const args = [quoted(`--extensionDevelopmentPath=${root}`), quoted(repository)];
  return (await run('code', args, { shell: windows })) === 0;
}

/** Serves the repository until Ctrl-C. */
async function serve(repository) {
  await setUpServer();
  const dataFolder = path.join(root, 'out', 'vscode');
  const extensionsFolder = path.join(dataFolder, 'extensions');
  installExtension(root, extensionsFolder);
  // The person named this repository, so the question whether it is trusted is answered.
  const server = await startServer({ root, dataFolder, extensionsFolder, args: ['--disable-workspace-trust'] });
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      stopping = true;
      void server.stop();
    });
  }
  console.log(`\nOpen ${server.address({ folder: repository })}\nCtrl-C ends it.`);
  const code = await server.exited;
  if (!stopping) throw new Error(`VS Code's server ended with ${code}.`);
  await server.stop();
}

try {
  const { repository: given, open } = readArguments();
  await installDependencies(root);
  // The generator of the sample is built with the tests.
  await build(root, ...(given === undefined ? ['--tests'] : []));
  const repository = given ?? (await generateSample());
  const exitCode = await run(process.execPath, ['dist/cli.cjs', 'scan', repository, '--format', 'table'], {
    cwd: root,
  });
  if (exitCode !== 0) process.exitCode = exitCode;
  else if (open && !(await openInstalled(repository))) await serve(repository);
} catch (error) {
  console.error(
    error instanceof WrongUsage || error instanceof StepFailed ? error.message : `npm start: ${error.message}`,
  );
  process.exitCode = error instanceof WrongUsage ? 2 : 1;
}
