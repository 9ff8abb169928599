import { homedir } from 'node:os';
import { join } from 'node:path';
import { version } from '../../../package.json';
import { handedOver } from '../../analysis/handedRequests';
import { failureText } from '../failure';
import { mcpArguments } from '../mcpArguments';
import { storeFolder } from '../storeFolder';
import { serveStdio } from './serveStdio';

// The server alone, as it is inside the extension: `single-points mcp` without the other commands.
async function main(): Promise<void> {
  const ending = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => ending.abort());
  const args = mcpArguments(process.argv.slice(2), process.cwd());
  await serveStdio(args, {
    folder: process.cwd(),
    storeDirectory: args.cache ? (args.store ?? storeFolder(process.platform, process.env, homedir())) : null,
    workerPath: join(__dirname, 'worker.cjs'),
    requests: handedOver(process.env),
    version,
    signal: ending.signal,
  });
}

main().catch((error: unknown) => {
  process.stderr.write(`single-points: ${failureText(error, '')}\n`);
  process.exitCode = 2;
});
