import type { Finding, Severity } from '../../model';
import { plainTranslate } from '../../report/translate';
import type { Enclosing } from './enclosing';
import type { Fix, Problem } from './problem';
import type { RuleWords } from './rule';

/** A fix with what it is called. */
export interface TitledFix extends Fix {
  readonly title: string;
}

/** A finding with what could be done about it; in a Snapshot there are findings only. */
export interface Linted {
  readonly finding: Finding;
  readonly fixes: readonly TitledFix[];
  /** What it stands in, where that is no prose; null also in files with alerts. */
  readonly within: Enclosing | null;
}

/** A problem of a rule as a finding in a file. */
export function linted(
  path: string,
  rule: Pick<RuleWords, 'id' | 'text' | 'fixText'>,
  { place, data, fixes = [] }: Problem,
  severity: Severity,
  within: Enclosing | null = null,
): Linted {
  return {
    finding: { rule: rule.id, severity, path, ...place, message: rule.text(data, plainTranslate), data },
    within,
    fixes: fixes.map(fix => ({ ...fix, title: rule.fixText?.(fix, plainTranslate) ?? fix.code })),
  };
}
