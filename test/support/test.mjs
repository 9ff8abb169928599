// `npm test [-- --only kind,kind…]`: installs what is missing, builds, runs every kind of test and ends with the line
// `N passed, N failed`. Plain Node: it runs on a fresh clone. Each kind writes a result file, and one that has none,
// or no test in it, counts as failed: a crashed extension host, for one, may end with exit code 0.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build, installDependencies, npm, run } from './commands.mjs';
import { serverRunsHere, setUpBrowser, setUpServer } from './host/setup.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const results = path.join(root, 'out', 'results');
const kindLimit = 20 * 60_000;

const kinds = {
  check: runCheck,
  unit: () => runMocha('unit', 30_000),
  // Two files at a time: they wait for git, which starts and ends.
  repo: () => runMocha('repo', 120_000, '--parallel', '--jobs=2'),
  host: () => runSuite('host', ['out/host/runHost.cjs']),
  // What touches VS Code's API, in the oldest that npm has.
  minimum: () => runSuite('minimum', ['out/host/runHost.cjs'], { SINGLE_POINTS_HOST: 'minimumHost' }),
  ui: () => runMocha('ui', 240_000),
};

/** Those that need VS Code, or a browser. */
const inHost = ['host', 'minimum', 'ui'];

async function runCheck() {
  return (await npm(['run', '--silent', 'check'], { cwd: root })) === 0
    ? { passed: 1, failed: 0 }
    : { passed: 0, failed: 1 };
}

function runMocha(kind, timeout, ...options) {
  return runSuite(kind, [
    'node_modules/mocha/bin/mocha.js',
    '--forbid-only',
    `--timeout=${timeout}`,
    ...options,
    '--reporter=test/support/specAndJson.cjs',
    `--reporter-option=output=${resultFile(kind)}`,
    `out/${kind}/**/*.test.{cjs,mjs}`,
  ]);
}

async function runSuite(kind, args, environment = {}) {
  const file = resultFile(kind);
  rmSync(file, { force: true });
  const env = { ...environment, SINGLE_POINTS_RESULT: file };
  const exitCode = await run(process.execPath, args, { cwd: root, env, timeout: kindLimit });
  const { passes: passed, failures } = existsSync(file)
    ? JSON.parse(readFileSync(file, 'utf8')).stats
    : { passes: 0, failures: 0 };
  const ran = passed + failures > 0;
  // A run that ends badly though no test failed broke somewhere else.
  const broken = !ran || (exitCode !== 0 && failures === 0);
  if (broken) console.error(`The ${kind} tests ${ran ? `ended with exit code ${exitCode}` : 'gave no result'}.`);
  return { passed, failed: failures + (broken ? 1 : 0) };
}

function resultFile(kind) {
  return path.join(results, `${kind}.json`);
}

function chosenKinds() {
  const { values } = parseArgs({ options: { only: { type: 'string' } } });
  const all = Object.keys(kinds);
  const chosen = values.only?.split(',') ?? all;
  const unknown = chosen.find(kind => !all.includes(kind));
  if (unknown !== undefined) throw new Error(`No kind of test is called "${unknown}". There are: ${all.join(', ')}.`);
  return chosen;
}

async function setUpHost(chosen) {
  const needsServer = chosen.includes('ui') || (chosen.includes('host') && serverRunsHere);
  await Promise.all([
    needsServer && setUpServer(),
    chosen.includes('minimum') && setUpServer('minimumHost'),
    (needsServer || chosen.includes('minimum')) && setUpBrowser(),
  ]);
}

let chosen;
try {
  chosen = chosenKinds();
} catch (error) {
  console.error(error.message);
  process.exit(2);
}
mkdirSync(results, { recursive: true });
const totals = new Map();
try {
  await installDependencies(root);
  await build(root, '--tests');
  // Mostly downloads and unpacking, beside which the first kinds run.
  const hostIsReady = setUpHost(chosen);
  // What nobody can install from here is known at once.
  await Promise.race([hostIsReady, setImmediate()]);
  hostIsReady.catch(() => {});
  for (const kind of chosen) {
    if (inHost.includes(kind)) await hostIsReady;
    console.log(`\n── ${kind}`);
    totals.set(kind, await kinds[kind]());
  }
} catch (error) {
  console.error(error.message);
  totals.set('set-up', { passed: 0, failed: 1 });
}

console.log(`\n${'kind'.padEnd(8)}${'passed'.padStart(8)}${'failed'.padStart(8)}`);
const sum = { passed: 0, failed: 0 };
for (const [kind, { passed, failed }] of totals) {
  console.log(`${kind.padEnd(8)}${String(passed).padStart(8)}${String(failed).padStart(8)}`);
  sum.passed += passed;
  sum.failed += failed;
}
console.log(`${sum.passed} passed, ${sum.failed} failed`);
process.exitCode = sum.failed > 0 ? 1 : 0;
