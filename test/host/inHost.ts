// On Linux VS Code is its server with its workbench in headless Chromium (test/support/host), elsewhere the VS Code
// that @vscode/test-electron downloads. VSCODE_EXECUTABLE names another one.
import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { runTests } from '@vscode/test-electron';

const root = process.cwd();
const shim = process.platform === 'linux' ? path.join(root, 'test', 'support', 'host', 'codeShim.mjs') : undefined;
const executable = process.env['VSCODE_EXECUTABLE'] ?? shim;

/** What runs inside an extension host. */
export interface HostRun {
  /** Bundle whose `run` is called there. */
  readonly entry: string;
  /** Folder that is open. */
  readonly folder: string;
  /** For what VS Code writes; to be removed by the caller. */
  readonly scratch: string;
  /** File that the entry writes. */
  readonly result: string;
  readonly environment?: Readonly<Record<string, string>>;
}

/** Runs something inside a real VS Code extension host with the extension. Throws when it failed, or left no result. */
export async function runInHost({ entry, folder, scratch, result, environment = {} }: HostRun): Promise<void> {
  rmSync(result, { force: true });
  await runTests({
    ...(executable === undefined ? {} : { vscodeExecutablePath: executable }),
    extensionDevelopmentPath: root,
    extensionTestsPath: entry,
    launchArgs: [
      folder,
      `--user-data-dir=${path.join(scratch, 'user')}`,
      `--extensions-dir=${path.join(scratch, 'extensions')}`,
    ],
    extensionTestsEnv: { ...environment, SINGLE_POINTS_ROOT: root, SINGLE_POINTS_RESULT: result },
  });
  if (!existsSync(result)) throw new Error('The extension host ended without a result.');
}
