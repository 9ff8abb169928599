import { resolve } from 'node:path';
import { given, parse, wrong } from './argumentReader';

/** What the server for assistants takes. */
export interface McpArguments {
  /** Absolute; none: those that the client has open, else the folder it is started in. */
  readonly repositories: readonly string[];
  /** Where what was analysed is kept, instead of the cache of the platform; null: there. */
  readonly store: string | null;
  readonly cache: boolean;
  readonly pseudonymise: boolean;
  readonly verbose: boolean;
}

/**
 * Reads the arguments of `mcp`; throws a {@link CommandError} for what it does not take.
 *
 * @param folder relative paths begin there
 */
export function mcpArguments(args: readonly string[], folder: string): McpArguments {
  const { values, positionals } = parse(args, {
    'no-cache': { type: 'boolean' },
    pseudonymise: { type: 'boolean' },
    store: { type: 'string' },
    verbose: { type: 'boolean' },
  });
  if (positionals.includes('')) {
    throw wrong('A path is empty. Leave it out to mean what the client has open.');
  }
  const store = given('--store', values.store);
  return {
    repositories: [...new Set(positionals.map(path => resolve(folder, path)))],
    store: store && resolve(folder, store),
    cache: values['no-cache'] !== true,
    pseudonymise: values.pseudonymise === true,
    verbose: values.verbose === true,
  };
}
