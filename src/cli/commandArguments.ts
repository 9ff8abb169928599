import type { Severity } from '../core/model';
import { severities } from '../core/report/findings';
import { allDefinitions } from '../core/report/states';
import { alertRules, pageRules } from '../core/runbooks/lint/rules';
import { type StubType, stubTypes } from '../core/scaffold/stubMaterial';
import type { TruckFactorDefinition } from '../core/truckFactor';
import { type AnalysisArguments, analysisArguments, commonOptions, given, parse, wrong } from './argumentReader';

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
  readonly definition: TruckFactorDefinition;
  readonly revision: string | null;
  /** The part it is asked of; null for all of the repository. */
  readonly part: { readonly component: string } | { readonly folder: string } | null;
}

export interface WhatIfArguments extends AnalysisArguments {
  /** Names or addresses, as they were typed. */
  readonly without: readonly string[];
  readonly all: boolean;
}

export interface RunbooksArguments extends AnalysisArguments {
  /** Other repositories that runbooks of alerts may be in. */
  readonly others: readonly string[];
  readonly all: boolean;
  readonly failOn: {
    /** That severity and worse; null: none. */
    readonly severity: Severity | null;
    readonly rules: ReadonlySet<string>;
  };
}

export interface CommitsArguments extends AnalysisArguments {
  readonly of: { readonly file: string } | { readonly component: string };
  /** As it was typed; null: everyone's. */
  readonly person: string | null;
  readonly all: boolean;
}

export interface StubArguments extends AnalysisArguments {
  readonly subject: { readonly component: string } | { readonly alert: string };
  /** Null: as the kind of the component suggests. */
  readonly type: StubType | null;
  readonly out: string | null;
  readonly force: boolean;
}

/** Reads the arguments of `scan`; throws a {@link CommandError} for what it does not take. */
export function scanArguments(args: readonly string[]): ScanArguments {
  const { values, positionals } = parse(args, {
    ...commonOptions,
    component: { type: 'string' },
    all: { type: 'boolean' },
    'fail-on': { type: 'string', multiple: true },
  });
  const component = given('--component', values.component);
  const analysis = analysisArguments(values, positionals, ['table', 'json', 'markdown', 'html']);
  if (analysis.format === 'html' && component !== null) {
    throw wrong('HTML is the report on a whole repository. Formats of one component are: table, json, markdown.');
  }
  return {
    ...analysis,
    component,
    all: values.all === true,
    failOn: failOn(values['fail-on'] ?? []),
  };
}

/** Reads the arguments of `truck-factor`; throws a {@link CommandError} for what it does not take. */
export function truckFactorArguments(args: readonly string[]): TruckFactorArguments {
  const { values, positionals } = parse(args, {
    ...commonOptions,
    at: { type: 'string' },
    definition: { type: 'string' },
    component: { type: 'string' },
    folder: { type: 'string' },
  });
  const revision = given('--at', values.at);
  if (revision?.startsWith('-')) {
    throw wrong(`"${revision}" is no revision: no name of one begins with "-".`);
  }
  const wanted = values.definition ?? 'combined';
  const definition = allDefinitions.find(each => each === wanted);
  if (definition === undefined) {
    throw wrong(`There is no definition "${wanted}". There are: ${allDefinitions.join(', ')}.`);
  }
  const component = given('--component', values.component);
  const folder = given('--folder', values.folder);
  if (component !== null && folder !== null) {
    throw wrong('Of a component or of a folder, not of both: name one of `--component` and `--folder`.');
  }
  if (definition === 'doa' && (component !== null || folder !== null)) {
    throw wrong(
      'The definition "doa" is of a whole repository here; `scan --format json` has its value for components.',
    );
  }
  const part = component !== null ? { component } : folder !== null ? { folder } : null;
  return { ...analysisArguments(values, positionals), definition, revision, part };
}

/**
 * Reads the arguments of `what-if`; throws a {@link CommandError} for what it does not take. What follows the first
 * `--without` and is no option is a person, too: `what-if . --without Ann Ben`.
 */
export function whatIfArguments(args: readonly string[]): WhatIfArguments {
  const { values, tokens } = parse(args, {
    ...commonOptions,
    all: { type: 'boolean' },
    without: { type: 'string', multiple: true },
  });
  const first = tokens.findIndex(token => token.kind === 'option' && token.name === 'without');
  const paths: string[] = [];
  const without = [...(values.without ?? [])];
  for (const [at, token] of tokens.entries()) {
    if (token.kind === 'positional') {
      (first < 0 || at < first ? paths : without).push(token.value);
    }
  }
  if (without.length === 0) {
    throw wrong('Say who is thought away: `--without PERSON`, by name or address.');
  }
  if (without.some(person => person.trim() === '')) {
    throw wrong('`--without` is empty.');
  }
  return { ...analysisArguments(values, paths), without, all: values.all === true };
}

/** Reads the arguments of `commits`; throws a {@link CommandError} for what it does not take. */
export function commitsArguments(args: readonly string[]): CommitsArguments {
  const { values, positionals } = parse(args, {
    ...commonOptions,
    file: { type: 'string' },
    component: { type: 'string' },
    person: { type: 'string' },
    all: { type: 'boolean' },
  });
  const file = given('--file', values.file);
  const component = given('--component', values.component);
  const of = file !== null ? { file } : component !== null ? { component } : null;
  if (of === null || (file !== null && component !== null)) {
    throw wrong('Say whose commits, of a file or of a component: one of `--file PATH` and `--component ID`.');
  }
  const analysis = analysisArguments(values, positionals);
  return { ...analysis, of, person: given('--person', values.person), all: values.all === true };
}

/** Reads the arguments of `stub`; throws a {@link CommandError} for what it does not take. */
export function stubArguments(args: readonly string[]): StubArguments {
  const { values, positionals } = parse(args, {
    ...commonOptions,
    component: { type: 'string' },
    alert: { type: 'string' },
    type: { type: 'string' },
    out: { type: 'string' },
    force: { type: 'boolean' },
  });
  const component = given('--component', values.component);
  const alert = given('--alert', values.alert);
  if (component !== null && alert !== null) {
    throw wrong('For a component or for an alert, not for both: name one of `--component` and `--alert`.');
  }
  const subject = component !== null ? { component } : alert !== null ? { alert } : null;
  if (subject === null) {
    throw wrong(
      'Say which component or alert the runbook is for: `--component ID` (`single-points scan` lists them) or `--alert NAME`.',
    );
  }
  const { type = null } = values;
  if (type !== null && alert !== null) {
    throw wrong('`--type` is of a runbook for a component; that of an alert has its own.');
  }
  const isType = (name: string): name is StubType => stubTypes.some(known => known === name);
  if (type !== null && !isType(type)) {
    throw wrong(`There is no type "${type}". There are: ${stubTypes.join(', ')}.`);
  }
  const out = given('--out', values.out);
  if (values.force === true && out === null) {
    throw wrong('`--force` says that `--out FILE` may be overwritten; there is no `--out`.');
  }
  const analysis = analysisArguments(values, positionals);
  if (analysis.format === 'table') {
    throw wrong('A stub is Markdown. Formats of `stub` are: markdown, json.');
  }
  return { ...analysis, subject, type, out, force: values.force === true };
}

/** Reads the arguments of `runbooks`; throws a {@link CommandError} for what it does not take. */
export function runbooksArguments(args: readonly string[]): RunbooksArguments {
  const { values, positionals } = parse(args, {
    ...commonOptions,
    all: { type: 'boolean' },
    'runbooks-in': { type: 'string', multiple: true },
    'fail-on': { type: 'string', multiple: true },
  });
  const failing = wordsOf(values['fail-on'] ?? []).map(word => {
    const severity = severities.find(each => each === word);
    if (severity === undefined && !knownRules.includes(word)) {
      throw wrong(
        `\`--fail-on\` does not know "${word}". It knows: ${severities.join(', ')}, and rules like ${knownRules[0]}.`,
      );
    }
    return { word, severity };
  });
  const rules = new Set(failing.filter(({ severity }) => severity === undefined).map(({ word }) => word));
  const severity = severities.findLast(each => failing.some(({ word }) => word === each)) ?? null;
  return {
    ...analysisArguments(values, positionals, ['table', 'json', 'markdown', 'html', 'sarif']),
    all: values.all === true,
    others: (values['runbooks-in'] ?? []).flatMap(folder => given('--runbooks-in', folder) ?? []),
    failOn: { severity, rules },
  };
}

const knownRules: readonly string[] = [...pageRules, ...alertRules].map(({ id }) => id).sort();

const wordsOf = (lists: readonly string[]): string[] => lists.flatMap(list => list.split(',')).map(word => word.trim());

function failOn(lists: readonly string[]): FailOn {
  const states = new Set<'sole' | 'orphaned'>();
  const rules = new Set<string>();
  for (const word of wordsOf(lists)) {
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
