import { type ParseArgsConfig, parseArgs } from 'node:util';
import { CommandError } from './failure';

export type Format = 'table' | 'json' | 'markdown' | 'html' | 'sarif';

/** What most commands can print. */
const usualFormats: readonly Format[] = ['table', 'json', 'markdown'];

/** What every command that analyses takes. */
export interface AnalysisArguments {
  readonly path: string;
  /** Null: none was asked for. */
  readonly format: Format | null;
  readonly cache: boolean;
  readonly pseudonymise: boolean;
  readonly verbose: boolean;
}

/** Options of {@link AnalysisArguments}. */
export const commonOptions = {
  format: { type: 'string' },
  'no-cache': { type: 'boolean' },
  pseudonymise: { type: 'boolean' },
  verbose: { type: 'boolean' },
} as const satisfies ParseArgsConfig['options'];

export function wrong(message: string): CommandError {
  return new CommandError('wrongUsage', message);
}

/** Reads options and positionals, with the order they were in; throws a {@link CommandError} for what is not declared. */
export function parse<const Options extends NonNullable<ParseArgsConfig['options']>>(
  args: readonly string[],
  options: Options,
): ReturnType<
  typeof parseArgs<{ options: Options; args: string[]; allowPositionals: true; strict: true; tokens: true }>
> {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true, tokens: true });
  } catch (error) {
    // Node's own message goes on with advice about `--` that helps nobody here.
    const message = error instanceof Error ? error.message : String(error);
    throw wrong(`${message.replace(/(?<=')\. .*|\n.*/s, '').replace(/\.?$/, '.')} \`--help\` lists the options.`);
  }
}

export function analysisArguments(
  values: { readonly [Name in keyof typeof commonOptions]?: string | boolean | undefined },
  positionals: readonly string[],
  formats = usualFormats,
): AnalysisArguments {
  const [path = '.', ...more] = positionals;
  if (more.length > 0) {
    throw wrong(`One repository at a time; there are ${positionals.length}: ${positionals.join(', ')}.`);
  }
  if (path === '') {
    throw wrong('The path is empty. Leave it out to mean the folder you are in.');
  }
  return {
    path,
    format: formatOf(values.format, formats),
    cache: values['no-cache'] !== true,
    pseudonymise: values.pseudonymise === true,
    verbose: values.verbose === true,
  };
}

/** The value of an option, null without it; an empty one is refused. */
export function given(option: string, value: string | undefined): string | null {
  if (value !== undefined && value.trim() === '') {
    throw wrong(`\`${option}\` is empty.`);
  }
  return value ?? null;
}

function formatOf(wanted: string | boolean | undefined, formats: readonly Format[]): Format | null {
  const format = formats.find(each => each === wanted);
  if (format !== undefined || wanted === undefined) {
    return format ?? null;
  }
  throw wrong(`There is no format "${wanted}" here. There are: ${formats.join(', ')}.`);
}
