import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Analysis, LineAnalysis } from '../analysis/client';
import { printable } from '../core/report/printable';
import type { AnalysisArguments } from './argumentReader';
import { checklist } from './checklist';
import { checklistArguments, progressArguments } from './checklistArguments';
import { codeowners } from './codeowners';
import type { CommandContext } from './command';
import {
  commitsArguments,
  runbooksArguments,
  scanArguments,
  stubArguments,
  truckFactorArguments,
  whatIfArguments,
} from './commandArguments';
import { commits } from './commits';
import { CommandError, failureReason, failureText } from './failure';
import { type CommandName, commandHelp, generalHelp } from './help';
import { lines } from './lines';
import { linesArguments } from './linesArguments';
import { type McpArguments, mcpArguments } from './mcpArguments';
import { plan } from './plan';
import { codeownersArguments, planArguments } from './planArguments';
import { progress } from './progress';
import { report } from './report';
import { reportArguments } from './reportArguments';
import { runbooks } from './runbooks';
import { scan } from './scan';
import { storeFolder } from './storeFolder';
import { stub } from './stub';
import type { Surroundings } from './terminal';
import { truckFactor } from './truckFactor';
import { whatIf } from './whatIf';

/** What {@link run} needs from outside. */
export interface Ports {
  readonly createAnalysis: (options: {
    /** Null: nothing is kept. */
    readonly storeDirectory: string | null;
    readonly log: (line: string) => void;
  }) => Analysis & LineAnalysis;
  /** Serves assistants until the client has gone; see `mcp/serveStdio`. */
  readonly serveAssistants: (
    args: McpArguments,
    surroundings: { readonly folder: string; readonly storeDirectory: string | null; readonly signal: AbortSignal },
  ) => Promise<void>;
  readonly version: string;
  readonly rulePages: CommandContext['rulePages'];
  /** Milliseconds. */
  readonly now: () => number;
}

/** As shells count: 128 and the number of SIGINT. */
export const cancelledExitCode = 130;

/** Commands of the contract that are still to come. */
const later: ReadonlySet<string> = new Set(['check', 'export']);

/** A command line that was understood: text to print, a command to perform on a repository, or assistants to serve. */
type Invocation =
  | { readonly kind: 'help'; readonly text: string; readonly exitCode: 0 | 2 }
  | { readonly kind: 'server'; readonly args: McpArguments }
  | {
      readonly kind: 'command';
      readonly options: AnalysisArguments;
      readonly perform: (context: CommandContext) => Promise<number>;
    };

/**
 * Runs one command line and resolves with its exit code: 0 fine, 1 findings, 2 wrong usage or not analysable, 130
 * cancelled. Never rejects.
 *
 * @param args what was typed after the name of the program
 */
export async function run(args: readonly string[], surroundings: Surroundings, ports: Ports): Promise<number> {
  let options: AnalysisArguments | null = null;
  try {
    const invocation = invocationOf(args, surroundings.folder, ports.version);
    if (invocation.kind === 'help') {
      await (invocation.exitCode === 0 ? surroundings.stdout : surroundings.stderr).write(invocation.text);
      return invocation.exitCode;
    }
    if (invocation.kind === 'server') {
      return await serve(invocation.args, surroundings, ports);
    }
    ({ options } = invocation);
    return await invocation.perform(contextOf(options, surroundings, ports));
  } catch (error) {
    if (surroundings.signal.aborted || failureReason(error) === 'cancelled') {
      await surroundings.stderr.write('single-points: cancelled.\n');
      return cancelledExitCode;
    }
    const path = options === null || options.path === '.' ? 'This folder' : options.path;
    await surroundings.stderr.write(`single-points: ${printable(failureText(error, path))}\n`);
    if (options?.verbose && error instanceof Error && !(error instanceof CommandError)) {
      await surroundings.stderr.write(`${printableLines(error.stack ?? '')}${printableLines(detailOf(error))}`);
    }
    return 2;
  }
}

async function serve(args: McpArguments, surroundings: Surroundings, ports: Ports): Promise<number> {
  const { folder, signal, platform, environment, home } = surroundings;
  const storeDirectory = args.cache ? (args.store ?? storeFolder(platform, environment, home)) : null;
  await ports.serveAssistants(args, { folder, storeDirectory, signal });
  return signal.aborted ? cancelledExitCode : 0;
}

function invocationOf([command, ...args]: readonly string[], folder: string, version: string): Invocation {
  const end = args.indexOf('--');
  const asksForHelp = args.some((word, at) => (word === '--help' || word === '-h') && (end < 0 || at < end));
  switch (command) {
    case undefined:
      return { kind: 'help', text: generalHelp, exitCode: 2 };
    case '--help':
    case '-h':
      return { kind: 'help', text: generalHelp, exitCode: 0 };
    case '--version':
      return { kind: 'help', text: `${version}\n`, exitCode: 0 };
  }
  const name = names.find(each => each === command);
  if (name !== undefined) {
    return asksForHelp ? { kind: 'help', text: commandHelp[name], exitCode: 0 } : commands[name](args, folder);
  }
  const there = `There are: ${names.join(', ')}.`;
  throw later.has(command)
    ? new CommandError('notThereYet', `The command "${command}" is not there yet. ${there}`)
    : new CommandError('wrongUsage', `There is no command "${command}". ${there}`);
}

const commands: Readonly<Record<CommandName, (args: readonly string[], folder: string) => Invocation>> = {
  scan: performing(scanArguments, scan),
  lines: performing(linesArguments, lines),
  'truck-factor': performing(truckFactorArguments, truckFactor),
  'what-if': performing(whatIfArguments, whatIf),
  plan: performing(planArguments, plan),
  codeowners: performing(codeownersArguments, codeowners),
  commits: performing(commitsArguments, commits),
  runbooks: performing(runbooksArguments, runbooks),
  stub: performing(stubArguments, stub),
  checklist: performing(checklistArguments, checklist),
  progress: performing(progressArguments, progress),
  report: performing(reportArguments, report),
  mcp: (args, folder) => ({ kind: 'server', args: mcpArguments(args, folder) }),
};

const names = Object.keys(commandHelp) as CommandName[];

function performing<Options extends AnalysisArguments>(
  read: (args: readonly string[], folder: string) => Options,
  perform: (options: Options, context: CommandContext) => Promise<number>,
): (args: readonly string[], folder: string) => Invocation {
  return (args, folder) => {
    const options = read(args, folder);
    return { kind: 'command', options, perform: context => perform(options, context) };
  };
}

function contextOf(options: AnalysisArguments, surroundings: Surroundings, ports: Ports): CommandContext {
  const path = resolve(surroundings.folder, options.path);
  if (!existsSync(path)) {
    throw new CommandError('noSuchFolder', `There is no folder ${options.path}. Check the path.`);
  }
  const { platform, environment, home, stderr } = surroundings;
  return {
    surroundings,
    path,
    now: ports.now,
    version: ports.version,
    rulePages: ports.rulePages,
    analysis: ports.createAnalysis({
      storeDirectory: options.cache ? storeFolder(platform, environment, home) : null,
      log: line => {
        if (options.verbose) {
          void stderr.write(printableLines(line));
        }
      },
    }),
  };
}

function detailOf(error: Error): string {
  return 'detail' in error && typeof error.detail === 'string' ? error.detail : '';
}

function printableLines(text: string): string {
  return text === '' ? '' : `${text.trimEnd().split('\n').map(printable).join('\n')}\n`;
}
