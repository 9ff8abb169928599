import type { Severity } from '../../model';
import type { CheckedAlert } from '../alerts/checkedAlert';
import type { AlertRule, AlertSurroundings } from './alertRule';
import { type Linted, linted } from './linted';
import { silencedBy } from './silenced';

/** How alerts are judged. */
export interface AlertLintOptions {
  readonly rules: readonly AlertRule[];
  /** By rule; what is not there is as the rule has it. */
  readonly severities: ReadonlyMap<string, Severity | 'off'>;
  /** Texts of the files that define the alerts, whose comments silence rules. */
  readonly texts: ReadonlyMap<string, string>;
}

/** What the rules find about alerts, in the order of the alerts and then of the rules. */
export function lintAlerts(
  alerts: readonly CheckedAlert[],
  surroundings: AlertSurroundings,
  { rules, severities, texts }: AlertLintOptions,
): readonly Linted[] {
  const silenced = new Map<string, ReturnType<typeof silencedBy>>();
  const isSilenced = (path: string, rule: string, line: number): boolean => {
    const known = silenced.get(path) ?? silencedBy(texts.get(path) ?? '');
    silenced.set(path, known);
    return known(rule, line);
  };
  return alerts.flatMap(checked =>
    rules.flatMap(rule => {
      const severity = severities.get(rule.id) ?? rule.severity;
      const problem = severity === 'off' ? null : rule.check(checked, surroundings);
      const { path } = checked.alert;
      if (severity === 'off' || problem === null || isSilenced(path, rule.id, problem.place.line)) return [];
      return [linted(path, rule, problem, severities.has(rule.id) ? severity : (problem.severity ?? severity))];
    }),
  );
}
