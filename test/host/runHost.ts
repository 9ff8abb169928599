// Runs the tests of this folder inside a real VS Code extension host, on the sample repository.
// On Linux that is VS Code's server with its workbench in headless Chromium (test/support/host), elsewhere the VS Code
// that @vscode/test-electron downloads. VSCODE_EXECUTABLE names another one.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runTests } from '@vscode/test-electron';

const root = process.cwd();
const result = process.env['SINGLE_POINTS_RESULT'] ?? path.join(root, 'out', 'results', 'host.json');
const shim = process.platform === 'linux' ? path.join(root, 'test', 'support', 'host', 'codeShim.mjs') : undefined;
const executable = process.env['VSCODE_EXECUTABLE'] ?? shim;

async function main(): Promise<void> {
  // Not below the project: there, Git and the watchers would see the project's own repository.
  const scratch = mkdtempSync(path.join(tmpdir(), 'single-points-run-'));
  const repository = path.join(scratch, 'sample');
  rmSync(result, { force: true });
  try {
    execFileSync(process.execPath, [path.join(root, 'out', 'support', 'generateSample.cjs'), repository], {
      stdio: 'inherit',
    });
    await runTests({
      ...(executable === undefined ? {} : { vscodeExecutablePath: executable }),
      extensionDevelopmentPath: root,
      extensionTestsPath: path.join(root, 'out', 'host', 'suite.cjs'),
      launchArgs: [
        repository,
        `--user-data-dir=${path.join(scratch, 'user')}`,
        `--extensions-dir=${path.join(scratch, 'extensions')}`,
      ],
      extensionTestsEnv: { SINGLE_POINTS_ROOT: root, SINGLE_POINTS_RESULT: result },
    });
    if (!existsSync(result)) throw new Error('The extension host ended without a result.');
  } finally {
    rmSync(scratch, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
