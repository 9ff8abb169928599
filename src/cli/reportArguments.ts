import { type AnalysisArguments, analysisArguments, commonOptions, given, parse, wrong } from './argumentReader';

export interface ReportArguments extends AnalysisArguments {
  readonly out: string | null;
  readonly force: boolean;
}

/** Reads the arguments of `report`; throws a {@link CommandError} for what it does not take. */
export function reportArguments(args: readonly string[]): ReportArguments {
  const { values, positionals } = parse(args, {
    ...commonOptions,
    out: { type: 'string' },
    force: { type: 'boolean' },
  });
  const out = given('--out', values.out);
  if (values.force === true && out === null) {
    throw wrong('`--force` says that `--out FILE` may be overwritten; there is no `--out`.');
  }
  return { ...analysisArguments(values, positionals, ['html', 'markdown']), out, force: values.force === true };
}
