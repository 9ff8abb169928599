#!/usr/bin/env node
import { homedir } from 'node:os';
import { join } from 'node:path';
import { version } from '../../package.json';
import { LocalAnalysis } from '../analysis/localAnalysis';
import { optimizeLater } from './optimizeLater';
import { readRulePages } from './rulePages';
import { cancelledExitCode, run } from './run';
import { streamSink } from './terminal';

/** How long a cancelled analysis may take to end before the program does. */
const patience = 2000;

optimizeLater();

const cancellation = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    if (cancellation.signal.aborted) {
      process.exit(cancelledExitCode);
    }
    cancellation.abort();
    setTimeout(() => {
      process.stderr.write('single-points: cancelled.\n');
      process.exit(cancelledExitCode);
    }, patience).unref();
  });
}

// The exit code is set, not forced, so that what was written still reaches a slow reader.
void run(
  process.argv.slice(2),
  {
    stdout: streamSink(process.stdout),
    stderr: streamSink(process.stderr),
    environment: process.env,
    folder: process.cwd(),
    platform: process.platform,
    home: homedir(),
    signal: cancellation.signal,
  },
  {
    createAnalysis: options => new LocalAnalysis(options),
    serveAssistants: async (args, surroundings) => {
      const { serveStdio } = await import('./mcp/serveStdio');
      await serveStdio(args, { ...surroundings, version, workerPath: join(__dirname, 'worker.cjs') });
    },
    version,
    rulePages: () => readRulePages(join(__dirname, '..', 'media', 'rules')),
    now: () => performance.now(),
  },
).then(exitCode => {
  process.exitCode = exitCode;
});
