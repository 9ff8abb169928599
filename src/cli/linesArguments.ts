import type { IgnoreStep } from '../analysis/protocol';
import { compileGlob, type PathMatcher } from '../core/components/glob';
import { type AnalysisArguments, analysisArguments, commonOptions, parse, wrong } from './argumentReader';

export interface LinesArguments extends AnalysisArguments {
  /** Whether the commit of every line is printed as well. */
  readonly commits: boolean;
  /** Says whether a file is printed. */
  readonly matches: PathMatcher;
  readonly ignore: readonly IgnoreStep[];
}

/**
 * Reads the arguments of `lines`; throws a `CommandError` for what it does not take.
 *
 * @param folder names of files begin there
 */
export function linesArguments(args: readonly string[], folder: string): LinesArguments {
  const { values, positionals, tokens } = parse(args, {
    ...commonOptions,
    path: { type: 'string', multiple: true },
    commits: { type: 'boolean' },
    'ignore-revs': { type: 'boolean' },
    'ignore-revs-file': { type: 'string', multiple: true },
    'no-ignore-revs-file': { type: 'boolean' },
    'ignore-rev': { type: 'string', multiple: true },
  });
  const analysis = analysisArguments(values, positionals);
  if (analysis.format !== null && analysis.format !== 'json') {
    throw wrong('Lines are printed as JSON, one file a line. The format of `lines` is: json.');
  }
  const ignore = tokens.flatMap(token => (token.kind === 'option' ? ignoreStep(token.name, token.value, folder) : []));
  return { ...analysis, commits: values.commits === true, matches: matcherOf(values.path ?? []), ignore };
}

function ignoreStep(name: string, value: string | undefined, folder: string): IgnoreStep[] {
  switch (name) {
    case 'ignore-revs':
      return [{ kind: 'listOfRepository' }];
    case 'no-ignore-revs-file':
      return [{ kind: 'clear' }];
    case 'ignore-revs-file':
      // As blame has it, an empty name forgets those before.
      return [value ? { kind: 'file', file: value, folder } : { kind: 'clear' }];
    case 'ignore-rev':
      if (!value || value.startsWith('-')) {
        throw wrong(`"${value ?? ''}" is no revision. \`--ignore-rev\` takes the name of a commit.`);
      }
      return [{ kind: 'revision', revision: value }];
    default:
      return [];
  }
}

function matcherOf(globs: readonly string[]): PathMatcher {
  const matchers = globs.map(glob => {
    const matches = compileGlob(glob);
    if (matches === null) {
      throw wrong(`The glob "${glob}" of \`--path\` is empty, too long or has too many wildcards.`);
    }
    // A name may look like a pattern: `[id].ts`.
    return (path: string): boolean => path === glob || matches(path);
  });
  return path => matchers.length === 0 || matchers.some(matches => matches(path));
}
