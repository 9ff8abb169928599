import { once } from 'node:events';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import type { AnalyseRequest } from '../../analysis/protocol';
import { WorkerAnalysis } from '../../analysis/workerAnalysis';
import { printable } from '../../core/report/printable';
import type { McpArguments } from '../mcpArguments';
import { assistantServer } from './assistantServer';

export interface ServeSurroundings {
  readonly folder: string;
  /** Null: nothing is kept. */
  readonly storeDirectory: string | null;
  /** The built worker, `dist/worker.cjs`. */
  readonly workerPath: string;
  /** How the editor asks for repositories; without it, and for others, as the command line does. */
  readonly requests?: readonly AnalyseRequest[];
  readonly version: string;
  /** Fires when the program is to end. */
  readonly signal: AbortSignal;
}

/**
 * Serves assistants on stdin and stdout until the client closes them or the signal fires. Nothing but the protocol is
 * written to stdout. Analyses run in a thread of their own, so that the server always listens.
 */
export async function serveStdio(args: McpArguments, surroundings: ServeSurroundings): Promise<void> {
  const { folder, storeDirectory, workerPath, requests, version, signal } = surroundings;
  const log = (line: string): void => {
    if (args.verbose) process.stderr.write(`single-points: ${line.split('\n').map(printable).join('\n')}\n`);
  };
  const analysis = new WorkerAnalysis({ workerPath, storeDirectory, words: null, requests, log });
  const server = assistantServer({
    ...{ analysis, folder, version, log },
    repositories: args.repositories,
    pseudonyms: args.pseudonymise,
    now: () => performance.now(),
  });
  const closed = new Promise<void>(resolve => {
    server.onclose = resolve;
  });
  server.onerror = error => log(error.message);
  const end = (): void => void server.close();
  signal.addEventListener('abort', end, { once: true });
  // The transport itself does not notice that the client has gone.
  once(process.stdin, 'end').then(end, end);
  process.stdout.on('error', end);
  await server.connect(new StdioServerTransport());
  await closed;
  analysis.dispose();
}
