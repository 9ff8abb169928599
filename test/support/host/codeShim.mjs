#!/usr/bin/env node
// A stand-in for VS Code's executable: takes the command line that @vscode/test-electron builds and runs it in VS
// Code's own server with the workbench in headless Chromium. Exits as the extension host's test run ends.
// With --serve it only prints the address, so that the same run can be watched in one's own browser.
// SINGLE_POINTS_SHIM_VERBOSE=1 prints every line of the workbench's console, SINGLE_POINTS_SHIM_SCREENSHOT=<file>
// takes a picture when no result comes, SINGLE_POINTS_SHIM_TIMEOUT=<ms> sets how long to wait for one.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { format, parseArgs } from 'node:util';
import { launchChromium } from './chromium.mjs';
import { serverCommand, startServer } from './server.mjs';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const verbose = Boolean(process.env['SINGLE_POINTS_SHIM_VERBOSE']);
const limit = Number(process.env['SINGLE_POINTS_SHIM_TIMEOUT'] ?? 600_000);

// The workbench's own console comes through the same channel as the test run's output.
const noise =
  /^Error: (Could not locate the bindings file|Cannot find module '\.\/build\/Release\/watchdog')|^(Resolving|Resolved) connection token|^Creating a socket |^\[(reconnection-grace-time|AgentHost|AgentHost:remote|AccountPolicyGate|ChatModelSelection|Service Worker|RemoteAgentHostProtocol)\]|^Updating additional builtin extensions cache|^getaddrinfo ENOTFOUND|^Timed out waiting for authentication provider/;

const text = { type: 'string' };
const { values, positionals } = parseArgs({
  strict: false,
  allowPositionals: true,
  options: {
    extensionDevelopmentPath: { type: 'string', multiple: true },
    extensionTestsPath: text,
    'user-data-dir': text,
    'extensions-dir': text,
    'install-extension': text,
    'uninstall-extension': text,
    'disable-extension': text,
    'enable-proposed-api': text,
    locale: text,
    log: text,
    profile: text,
  },
});

if (values['install-extension'] || values['uninstall-extension'] || values['list-extensions'] || values['version']) {
  const { program, args } = serverCommand(root);
  process.exit(spawnSync(program, [...args, ...process.argv.slice(2)], { stdio: 'inherit' }).status ?? 1);
}

const dataFolder = mkdtempSync(path.join(tmpdir(), 'single-points-host-'));
let server;
let browser;
let cleaning;
const clean = () => {
  cleaning ??= (async () => {
    await browser?.close().catch(() => {});
    await server?.stop();
    rmSync(dataFolder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  })();
  return cleaning;
};
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, async () => {
    await clean();
    process.exit(130);
  });
}

let exitCode = 1;
try {
  server = await startServer({
    root,
    dataFolder,
    userFolder: values['user-data-dir'],
    extensionsFolder: values['extensions-dir'],
    // The smoke-test driver is what lets an address name an extension under development and its tests.
    args: [
      '--disable-workspace-trust',
      '--enable-smoke-test-driver',
      ...(values['log'] ? [`--log=${values['log']}`] : []),
    ],
  });
  const address = server.address(workbenchQuery(server.port));
  if (values['serve']) {
    console.log(address);
    await server.exited;
  } else {
    browser = await launchChromium();
    exitCode = await testRun(address);
  }
} catch (error) {
  process.stderr.write(`codeShim: ${error.message}\n`);
} finally {
  await clean();
}
// What was written last must leave the pipe before the process ends.
process.stdout.write('', () => process.exit(exitCode));

/** What to open: the folder, workspace or file of the command line, and the extension under test. */
function workbenchQuery(port) {
  const remote = file => `vscode-remote://127.0.0.1:${port}${pathToFileURL(path.resolve(file)).pathname}`;
  const payload = [['skipWelcome', 'true']];
  for (const extension of values.extensionDevelopmentPath ?? []) {
    payload.push(['extensionDevelopmentPath', remote(extension)]);
  }
  if (values.extensionTestsPath) payload.push(['extensionTestsPath', remote(values.extensionTestsPath)]);
  if (values['disable-extensions']) payload.push(['disableExtensions', 'true']);

  const paths = positionals.map(given => path.resolve(given));
  const workspace = paths.find(given => given.endsWith('.code-workspace'));
  const folder = paths.find(given => statSync(given).isDirectory());
  const file = paths.find(given => given !== workspace && statSync(given).isFile());
  if (file) payload.push(['openFile', remote(file)]);
  const opened = workspace ? { workspace } : folder ? { folder } : { ew: 'true' };
  return { ...opened, payload: JSON.stringify(payload) };
}

/** Opens the workbench, prints what the extension host logs, and resolves with the code its run ended with. */
async function testRun(address) {
  const page = await (await browser.newContext({ viewport: { width: 1400, height: 900 } })).newPage();
  let hostLost = false;
  const ended = new Promise((resolve, reject) => {
    page.exposeFunction('codeAutomationLog', (_type, args) => {
      const line = format(...args);
      // An extension host that crashed or called process.exit() ends its run with 0: its lost connection tells.
      if (/^\[remote-connection\]\[ExtensionHost\].*socket (close|timeout)/.test(line)) hostLost = true;
      if (verbose || !noise.test(line)) process.stdout.write(`${line}\n`);
    });
    page.exposeFunction('codeAutomationExit', code => resolve(Number(code)));
    page.once('crash', () => reject(new Error('the workbench page crashed')));
    server.exited.then(code => reject(new Error(`VS Code's server ended with ${code} during the run`)));
    setTimeout(() => reject(new Error(`no result from the extension host after ${limit} ms`)), limit).unref();
  });
  // It may be rejected before it is awaited.
  ended.catch(() => {});
  try {
    await page.goto(address);
    const code = await ended;
    if (code === 0 && hostLost) throw new Error('the extension host went away during the run');
    return code;
  } catch (error) {
    const screenshot = process.env['SINGLE_POINTS_SHIM_SCREENSHOT'];
    if (screenshot) await page.screenshot({ path: screenshot }).catch(() => {});
    throw error;
  }
}
