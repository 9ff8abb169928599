import { type ParseArgsConfig, parseArgs } from 'node:util';
import { CommandError } from './failure';

export type Format = 'table' | 'json' | 'markdown';

/** What every command that analyses takes. */
export interface AnalysisArguments {
  readonly path: string;
  /** Null: none was asked for. */
  readonly format: Format | null;
  readonly cache: boolean;
  readonly pseudonymise: boolean;
  readonly verbose: boolean;
}

export interface ScanArguments extends AnalysisArguments {
  readonly component: string | null;
  readonly all: boolean;
  readonly failOn: FailOn;
}

/** What makes `scan` end with exit code 1. */
export interface FailOn {
  readonly states: ReadonlySet<'sole' | 'orphaned'>;
  readonly rules: ReadonlySet<string>;
}

export interface TruckFactorArguments extends AnalysisArguments {
  readonly definition: 'doa' | 'activity';
  readonly revision: string | null;
}

export interface StubArguments extends AnalysisArguments {
  readonly component: string;
  /** Null: as the kind of the component suggests. */
  readonly type: 'service' | 'procedure' | null;
  readonly out: string | null;
  readonly force: boolean;
}

const common = {
  format: { type: 'string' },
  'no-cache': { type: 'boolean' },
  pseudonymise: { type: 'boolean' },
  verbose: { type: 'boolean' },
} as const satisfies ParseArgsConfig['options'];

/** Reads the arguments of `scan`; throws a {@link CommandError} for what it does not take. */
export function scanArguments(args: readonly string[]): ScanArguments {
  const { values, positionals } = parse(args, {
    ...common,
    component: { type: 'string' },
    all: { type: 'boolean' },
    'fail-on': { type: 'string', multiple: true },
  });
  return {
    ...analysisArguments(values, positionals),
    component: given('--component', values.component),
    all: values.all === true,
    failOn: failOn(values['fail-on'] ?? []),
  };
}

/** Reads the arguments of `truck-factor`; throws a {@link CommandError} for what it does not take. */
export function truckFactorArguments(args: readonly string[]): TruckFactorArguments {
  const { values, positionals } = parse(args, {
    ...common,
    at: { type: 'string' },
    definition: { type: 'string' },
  });
  const revision = given('--at', values.at);
  if (revision?.startsWith('-')) {
    throw wrong(`"${revision}" is no revision: no name of one begins with "-".`);
  }
  const definition = values.definition ?? 'doa';
  if (definition === 'lines' || definition === 'combined') {
    throw notYet(`The definition "${definition}" is not there yet. There are: doa, activity.`);
  }
  if (definition !== 'doa' && definition !== 'activity') {
    throw wrong(`There is no definition "${definition}". There are: doa, activity.`);
  }
  return { ...analysisArguments(values, positionals), definition, revision };
}

/** Reads the arguments of `stub`; throws a {@link CommandError} for what it does not take. */
export function stubArguments(args: readonly string[]): StubArguments {
  const { values, positionals } = parse(args, {
    ...common,
    component: { type: 'string' },
    type: { type: 'string' },
    out: { type: 'string' },
    force: { type: 'boolean' },
  });
  const component = given('--component', values.component);
  if (component === null) {
    throw wrong('Say which component the runbook is for: `--component ID`. `single-points scan` lists them.');
  }
  const { type = null } = values;
  if (type !== null && type !== 'service' && type !== 'procedure') {
    throw wrong(`There is no type "${type}". There are: service, procedure.`);
  }
  const out = given('--out', values.out);
  if (values.force === true && out === null) {
    throw wrong('`--force` says that `--out FILE` may be overwritten; there is no `--out`.');
  }
  const analysis = analysisArguments(values, positionals);
  if (analysis.format === 'table') {
    throw wrong('A stub is Markdown. Formats of `stub` are: markdown, json.');
  }
  return { ...analysis, component, type, out, force: values.force === true };
}

function wrong(message: string): CommandError {
  return new CommandError('wrongUsage', message);
}

function notYet(message: string): CommandError {
  return new CommandError('notThereYet', message);
}

function parse<const Options extends NonNullable<ParseArgsConfig['options']>>(
  args: readonly string[],
  options: Options,
): ReturnType<typeof parseArgs<{ options: Options; args: string[]; allowPositionals: true; strict: true }>> {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    // Node's own message goes on with advice about `--` that helps nobody here.
    const message = error instanceof Error ? error.message : String(error);
    throw wrong(`${message.replace(/(?<=')\. .*|\n.*/s, '').replace(/\.?$/, '.')} \`--help\` lists the options.`);
  }
}

function analysisArguments(
  values: { readonly [Name in keyof typeof common]?: string | boolean | undefined },
  positionals: readonly string[],
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
    format: formatOf(values.format),
    cache: values['no-cache'] !== true,
    pseudonymise: values.pseudonymise === true,
    verbose: values.verbose === true,
  };
}

function formatOf(format: string | boolean | undefined): Format | null {
  switch (format) {
    case undefined:
      return null;
    case 'table':
    case 'json':
    case 'markdown':
      return format;
    case 'html':
    case 'sarif':
      throw notYet(`The format "${format}" is not there yet. There are: table, json, markdown.`);
    default:
      throw wrong(`There is no format "${format}". There are: table, json, markdown.`);
  }
}

function given(option: string, value: string | undefined): string | null {
  if (value !== undefined && value.trim() === '') {
    throw wrong(`\`${option}\` is empty.`);
  }
  return value ?? null;
}

/** RB060: a runbook's content was written by one person. */
const knownRules: readonly string[] = ['RB060'];

function failOn(lists: readonly string[]): FailOn {
  const states = new Set<'sole' | 'orphaned'>();
  const rules = new Set<string>();
  for (const word of lists.flatMap(list => list.split(',')).map(text => text.trim())) {
    if (word === 'sole' || word === 'orphaned') {
      states.add(word);
    } else if (knownRules.includes(word)) {
      rules.add(word);
    } else {
      throw wrong(`\`--fail-on\` does not know "${word}". It knows: sole, orphaned, ${knownRules.join(', ')}.`);
    }
  }
  return { states, rules };
}
