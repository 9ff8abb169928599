import type { Finding, Severity } from '../../model';
import { plainTranslate } from '../../report/translate';
import type { Fix, Problem } from './problem';
import type { Rule } from './rule';

/** A fix with what it is called. */
export interface TitledFix extends Fix {
  readonly title: string;
}

/** A finding with what could be done about it; in a Snapshot there are findings only. */
export interface Linted {
  readonly finding: Finding;
  readonly fixes: readonly TitledFix[];
}

/** A problem of a rule as a finding in a file. */
export function linted(
  path: string,
  rule: Pick<Rule, 'id' | 'text' | 'fixText'>,
  { place, data, fixes = [] }: Problem,
  severity: Severity,
): Linted {
  return {
    finding: { rule: rule.id, severity, path, ...place, message: rule.text(data, plainTranslate), data },
    fixes: fixes.map(fix => ({ ...fix, title: rule.fixText?.(fix, plainTranslate) ?? fix.code })),
  };
}
