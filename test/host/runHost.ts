// Runs the tests of this folder inside a real VS Code extension host, on the sample repository.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runInHost } from './inHost';

const root = process.cwd();

async function main(): Promise<void> {
  // Not below the project: there, Git and the watchers would see the project's own repository.
  const scratch = mkdtempSync(path.join(tmpdir(), 'single-points-run-'));
  const folder = path.join(scratch, 'sample');
  try {
    execFileSync(process.execPath, [path.join(root, 'out', 'support', 'generateSample.cjs'), folder], {
      stdio: 'inherit',
    });
    await runInHost({
      entry: path.join(root, 'out', 'host', 'suite.cjs'),
      folder,
      scratch,
      result: process.env['SINGLE_POINTS_RESULT'] ?? path.join(root, 'out', 'results', 'host.json'),
    });
  } finally {
    rmSync(scratch, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
