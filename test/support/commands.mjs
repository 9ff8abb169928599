// Running other programs from the scripts of this folder. They run before anything is installed, so plain Node only.
import { spawn } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';

/**
 * Runs a program and resolves with its exit code: 1 when it could not start or a signal ended it.
 * `quiet` keeps its output back and prints it only when the program fails.
 */
export function run(program, args, { cwd, env, quiet = false, shell = false, timeout } = {}) {
  return new Promise(resolve => {
    const child = spawn(program, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
      shell,
      timeout,
    });
    const output = [];
    child.stdout?.on('data', chunk => output.push(chunk));
    child.stderr?.on('data', chunk => output.push(chunk));
    child.on('error', error => {
      process.stderr.write(`${program}: ${error.message}\n`);
      resolve(1);
    });
    child.on('close', code => {
      if (code !== 0) process.stderr.write(Buffer.concat(output));
      resolve(code ?? 1);
    });
  });
}

/** Runs npm: the one that started us, because on Windows `npm` itself is a batch file. */
export function npm(args, options = {}) {
  const own = process.env['npm_execpath'];
  return own && /npm-cli\.js$/.test(own)
    ? run(process.execPath, [own, ...args], options)
    : run('npm', args, { ...options, shell: process.platform === 'win32' });
}

/** Like `run` and `npm`, for a step that the rest cannot do without. */
export async function must(step, exitCode) {
  if ((await exitCode) !== 0) throw new StepFailed(step);
}

export class StepFailed extends Error {
  constructor(step) {
    super(`${step} failed, see above.`);
  }
}

/** Installs the project's own packages when they are missing or older than the lock file. */
export async function installDependencies(root) {
  const installed = path.join(root, 'node_modules', '.package-lock.json');
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(path.join(root, 'package-lock.json')).mtimeMs) {
    return;
  }
  console.log('Installing packages…');
  await must('npm ci', npm(['ci', '--no-audit', '--no-fund'], { cwd: root, quiet: true }));
}

/** Builds the extension and the command line into `dist/`, and with `--tests` the tests and their support into `out/`. */
export async function build(root, ...args) {
  console.log('Building…');
  await must('The build', run(process.execPath, ['esbuild.mjs', ...args], { cwd: root }));
}
