import { type AnalysisArguments, analysisArguments, commonOptions, given, parse, wrong } from './argumentReader';
import type { DraftArguments } from './handOutDraft';

export interface ChecklistArguments extends DraftArguments {
  readonly of: { readonly component: string } | { readonly leaving: string } | { readonly handOver: true };
}

export interface ProgressArguments extends AnalysisArguments {
  /** Null: as it is in the work tree. */
  readonly revision: string | null;
}

/** Reads the arguments of `checklist`; throws a {@link CommandError} for what it does not take. */
export function checklistArguments(args: readonly string[]): ChecklistArguments {
  const { values, positionals } = parse(args, {
    ...commonOptions,
    component: { type: 'string' },
    leaving: { type: 'string' },
    'hand-over': { type: 'boolean' },
    out: { type: 'string' },
    force: { type: 'boolean' },
  });
  const component = given('--component', values.component);
  const leaving = given('--leaving', values.leaving);
  const handOver = values['hand-over'] === true;
  const asked = [component, leaving, handOver || null].filter(each => each !== null);
  if (asked.length !== 1) {
    throw wrong(
      'Say what the checklist is for, one of: `--component ID` (`single-points scan` lists them), `--leaving PERSON`, `--hand-over`.',
    );
  }
  const of = component !== null ? { component } : leaving !== null ? { leaving } : { handOver: true as const };
  const out = given('--out', values.out);
  if (values.force === true && out === null) {
    throw wrong('`--force` says that `--out FILE` may be overwritten; there is no `--out`.');
  }
  const analysis = analysisArguments(values, positionals, ['markdown', 'json']);
  return { ...analysis, of, out, force: values.force === true };
}

/** Reads the arguments of `progress`; throws a {@link CommandError} for what it does not take. */
export function progressArguments(args: readonly string[]): ProgressArguments {
  const { values, positionals } = parse(args, { ...commonOptions, at: { type: 'string' } });
  const revision = given('--at', values.at);
  if (revision?.startsWith('-')) {
    throw wrong(`"${revision}" is no revision: no name of one begins with "-".`);
  }
  return { ...analysisArguments(values, positionals), revision };
}
