// What tests of rules for alerts say again and again: files, and what was found about the alerts in them.

import type { Severity } from '../../../../src/core/model';
import { type AlertTexts, repositoryAlerts } from '../../../../src/core/runbooks/alerts/repositoryAlerts';
import { lintAlerts } from '../../../../src/core/runbooks/lint/lintAlerts';
import type { Linted } from '../../../../src/core/runbooks/lint/linted';
import { alertRules } from '../../../../src/core/runbooks/lint/rules';

/** A rule file with one alert, whose runbook is written so; null: none is. */
export function ruleFile(runbook: string | null, { name = 'DiskFull', severity = 'critical' } = {}): string {
  const annotations = `    summary: full\n${runbook === null ? '' : `    runbook_url: ${runbook}\n`}`;
  return `rules:\n- alert: ${name}\n  expr: free < 1\n  labels:\n    severity: ${severity}\n  annotations:\n${annotations}`;
}

/** What all rules find about the alerts among the files of the repository github.com/acme/shop. */
export function lintAlertTexts(
  files: Readonly<Record<string, string>>,
  severities: ReadonlyMap<string, Severity | 'off'> = new Map(),
  others: ReadonlyMap<string, AlertTexts> = new Map(),
): readonly Linted[] {
  const texts = new Map(Object.entries(files));
  const { checked, surroundings } = repositoryAlerts(
    { texts, paths: new Set(texts.keys()), remotes: ['github.com/acme/shop'] },
    others,
  );
  return lintAlerts(checked, surroundings, { rules: alertRules, severities, texts });
}
